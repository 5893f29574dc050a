// SPDX-License-Identifier: Apache-2.0
// TokenizerSet: one model's tokenizer, and what two versions of transformers make of its files.
//
// Invariant: the three share one Lexicon, so the second and third cost what their added tokens do.
//
//   auto set = TokenizerSet::load({.vocabulary = file, .config = json});
//   set.value().get(Compat::none)           our own: an uncased model's texts are lower-cased
//   set.value().get(Compat::transformers4)  the file's pipeline, do_lower_case not acted on
//   set.value().get(Compat::transformers5)  the pipeline that version 5 makes of it
#ifndef XLMR_TEXT_TOKENIZER_SET_H_
#define XLMR_TEXT_TOKENIZER_SET_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/lexicon.h"
#include "text/tokenizer.h"

namespace xlmr {

/// Whose results are wanted, field by field.
enum class Compat { none, transformers4, transformers5 };

/// The files' contents; what a model does not have is empty.
struct TokenizerFiles {
  std::string_view vocabulary;   ///< sentencepiece.bpe.model or tokenizer.json, told apart by its
                                 ///< first bytes
  std::string_view config = {};  ///< tokenizer_config.json
  std::string_view special_tokens_map = {};  ///< special_tokens_map.json
  std::string_view added_tokens = {};        ///< added_tokens.json
  std::string_view stored_trie = {};         ///< what trie_to_store() gave of the vocabulary
};

class TokenizerSet {
 public:
  /// No file is needed afterwards. Errors: invalid_tokenizer.
  [[nodiscard]] static Result<TokenizerSet> load(const TokenizerFiles& files);

  /// Errors: invalid_tokenizer, for files of which transformers 5 makes something else.
  [[nodiscard]] Result<std::shared_ptr<const Tokenizer>> get(Compat compat) const;

  /// To be kept beside the files; empty where they came with it.
  [[nodiscard]] std::vector<uint8_t> trie_to_store() const { return lexicon_->trie_to_store(); }

 private:
  using Shared = std::shared_ptr<const Tokenizer>;
  TokenizerSet(std::shared_ptr<const Lexicon> lexicon, Shared own, Shared v4, Result<Shared> v5)
      : lexicon_(std::move(lexicon)),
        own_(std::move(own)),
        v4_(std::move(v4)),
        v5_(std::move(v5)) {}

  std::shared_ptr<const Lexicon> lexicon_;
  Shared own_;
  Shared v4_;
  Result<Shared> v5_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_SET_H_
