// SPDX-License-Identifier: Apache-2.0
// apply_tokenizer_config: what tokenizer_config.json adds to a tokenizer's own file.
//
// Invariant: fields that change no encoding are not looked at.
//
//   {"model_max_length": 512, "do_lower_case": true,
//    "added_tokens_decoder": {"250002": {"content": "<date>", "special": true, …}}}
//
// transformers 4.57.6 keeps do_lower_case for XLM-R without acting on it; a model whose author set
// it was trained on lower case, so here it acts. 1e30 as the length is transformers' way to say
// none. `bos_token`, `mask_token` and their like are not read: a file that is saved with them has
// them in `added_tokens_decoder` too.
#ifndef XLMR_TEXT_TOKENIZER_CONFIG_H_
#define XLMR_TEXT_TOKENIZER_CONFIG_H_

#include <string_view>

#include "base/status.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// Errors: invalid_tokenizer, naming the field.
[[nodiscard]] Status apply_tokenizer_config(std::string_view json, TokenizerSpec& spec);

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_CONFIG_H_
