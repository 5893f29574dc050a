// SPDX-License-Identifier: Apache-2.0
// AddedVocabulary: the tokens beside a lexicon, numbered as the reference numbers them.
//
// Invariant: a token that the lexicon has a piece for has that piece's id; others get the ids
// behind it, in the order in which they were first added.
//
//   AddedVocabulary added(lexicon);            // of 250,002 pieces
//   added.add({{.content = "<mask>", .special = true}, {.content = "<date>"}});   // 250001, 250002
//
// A token that is added again takes the new flags. Before tokenizers 0.23, where it is looked for
// stays as it was if it is special; otherwise the new place is added to the old one.
// Source: tokenizers 0.22.2 and 0.23.3, AddedVocabulary::add_tokens.
#ifndef XLMR_TEXT_ADDED_VOCABULARY_H_
#define XLMR_TEXT_ADDED_VOCABULARY_H_

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "text/added_token_json.h"
#include "text/added_tokens.h"
#include "text/lexicon.h"

namespace xlmr {

/// What happens to the place of a token that is added again.
enum class AddedAgain {
  keeps_place,   ///< tokenizers up to 0.22
  takes_latest,  ///< from 0.23 on
};

class AddedVocabulary {
 public:
  /// The lexicon outlives it.
  AddedVocabulary(const Lexicon& lexicon, AddedAgain again) : lexicon_(lexicon), again_(again) {}

  /// Whatever ids the tokens have is not looked at; one without content is left out. Errors:
  /// invalid_tokenizer, for more tokens than a vocabulary may have.
  [[nodiscard]] Status add(std::span<const AddedToken> tokens);

  /// The same where a file gives ids: one that is not what the token gets is refused, instead of
  /// silently renumbered, and so is a token that is there twice. Errors: invalid_tokenizer.
  [[nodiscard]] Status add_as_declared(const DeclaredTokens& declared);

  [[nodiscard]] bool has(std::string_view content) const { return latest_.contains(content); }

  /// What AddedTokens are made of: special ones first. `splits_special`: these are text.
  [[nodiscard]] std::vector<AddedToken> tokens(bool splits_special = false) const;

  /// The new tokens' texts, by how far their ids are behind the lexicon's.
  [[nodiscard]] const std::vector<std::string>& pieces() const { return pieces_; }

 private:
  [[nodiscard]] int32_t next_id() const {
    return lexicon_.vocabulary().size() + static_cast<int32_t>(pieces_.size());
  }
  [[nodiscard]] int32_t id_for(std::string_view content) const;
  [[nodiscard]] Status put(const AddedToken& token);

  const Lexicon& lexicon_;
  AddedAgain again_;
  std::map<std::string, AddedToken, std::less<>> latest_;  // by content
  std::set<std::string, std::less<>> special_contents_;
  std::vector<AddedToken> special_;  // as first added
  std::vector<AddedToken> plain_;    // every time one was added
  std::vector<std::string> pieces_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_ADDED_VOCABULARY_H_
