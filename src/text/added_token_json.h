// SPDX-License-Identifier: Apache-2.0
// read_added_token: an entry of `added_tokens` in tokenizer.json, or of `added_tokens_decoder` in
// tokenizer_config.json.
//
// Invariant: a token that the vocabulary has keeps its id; others get the ids behind it, in order.
//
//   {"id": 250001, "content": "<mask>", "lstrip": true, "normalized": true, …}
//
// Source: tokenizers 0.22.2, AddedVocabulary::add_tokens, which numbers tokens itself; a file with
// other numbers is refused instead of silently renumbered.
#ifndef XLMR_TEXT_ADDED_TOKEN_JSON_H_
#define XLMR_TEXT_ADDED_TOKEN_JSON_H_

#include <cstdint>

#include "base/json.h"
#include "base/status.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// Adds the token to spec.added_tokens, or replaces the one of its content.
[[nodiscard]] Status read_added_token(const Json& entry, uint32_t id, TokenizerSpec& spec);

}  // namespace xlmr

#endif  // XLMR_TEXT_ADDED_TOKEN_JSON_H_
