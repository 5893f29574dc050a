// SPDX-License-Identifier: Apache-2.0
// AddedTokens: finds tokens such as `<mask>` or `</s>` that stand literally in a text.
//
// Invariant: the spans cover the text without gap, in the order of where they begin; of several
// tokens at one place the longest is found, and the leftmost place wins. Spans overlap only where a
// token begins or ends in the white space that the one before it took, as in the reference.
//
//   split("a </s>b")  ->  {"a ", none} {"</s>", id 2} {"b", none}
//
// Source: tokenizers 0.23.3, tokenizer/added_vocabulary.rs (find_matches, leftmost-longest).
#ifndef XLMR_TEXT_ADDED_TOKENS_H_
#define XLMR_TEXT_ADDED_TOKENS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "text/piece_trie.h"

namespace xlmr {

struct AddedToken {
  std::string content;
  int32_t id = 0;
  bool special = false;      ///< one of the model's own, such as `<s>`
  bool single_word = false;  ///< is not found next to a letter, mark, digit or underscore
  bool strip_left = false;   ///< takes the white space before it
  bool strip_right = false;  ///< takes the white space after it
  bool normalized = false;   ///< looked for after normalisation
  bool split = false;        ///< hides shorter ones, and is text itself
};

struct AddedTokenSpan {
  static constexpr int32_t kPlainText = -1;

  ByteRange range;
  int32_t id = kPlainText;
};

class AddedTokens {
 public:
  AddedTokens() = default;

  /// Contents are not empty; of equal ones the last is found.
  explicit AddedTokens(std::vector<AddedToken> tokens);

  /// Appends the spans of `text`; none for an empty text.
  void split(std::string_view text, std::vector<AddedTokenSpan>& out) const;

 private:
  [[nodiscard]] const AddedToken* longest_at(std::string_view text, size_t at) const;

  std::vector<AddedToken> tokens_;
  PieceTrie trie_;
  std::array<bool, 256> starts_{};
};

}  // namespace xlmr

#endif  // XLMR_TEXT_ADDED_TOKENS_H_
