// SPDX-License-Identifier: Apache-2.0
// TokenizerConfig: what tokenizer_config.json, and the older files beside it, add to a vocabulary.
//
// Invariant: fields that change no encoding are not looked at; special_tokens_map.json and
// added_tokens.json are, as in transformers, only without `added_tokens_decoder`.
//
//   {"model_max_length": 512, "do_lower_case": true, "tokenizer_class": "XLMRobertaTokenizer",
//    "added_tokens_decoder": {"250002": {"content": "<date>", "special": true, …}}}
//
// 1e30 as the length is transformers' way to say none; `max_len` is the field's name before 3.0.
// Source: transformers 5.24, tokenization_utils_base.py, PreTrainedTokenizerBase._from_pretrained.
#ifndef XLMR_TEXT_TOKENIZER_CONFIG_H_
#define XLMR_TEXT_TOKENIZER_CONFIG_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/added_token_json.h"
#include "text/special_tokens_json.h"

namespace xlmr {

struct TokenizerConfig {
  static constexpr uint32_t kNoMaxLength = UINT32_MAX;

  uint32_t max_length = kNoMaxLength;  ///< tokens the model takes, special ones included
  bool lowercase = false;              ///< do_lower_case
  bool adds_prefix_space = true;       ///< add_prefix_space
  bool splits_special_tokens = false;  ///< split_special_tokens
  std::string tokenizer_class;         ///< empty: not said
  std::optional<DeclaredTokens> decoder;
  std::vector<AddedToken> indexed;  ///< of added_tokens.json, with the ids there
  DeclaredSpecials specials;

  /// Whether it is XLM-R's own class, which is also the one where none is said.
  [[nodiscard]] bool is_xlmr_class() const {
    return tokenizer_class.empty() || tokenizer_class == "XLMRobertaTokenizer" ||
           tokenizer_class == "XLMRobertaTokenizerFast";
  }

  /// Each is a file's text, empty where there is none. Errors: invalid_tokenizer, naming the field.
  [[nodiscard]] static Result<TokenizerConfig> parse(std::string_view config,
                                                     std::string_view special_tokens_map,
                                                     std::string_view added_tokens);
};

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_CONFIG_H_
