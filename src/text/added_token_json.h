// SPDX-License-Identifier: Apache-2.0
// read_added_tokens: `added_tokens` of tokenizer.json, or `added_tokens_decoder` of
// tokenizer_config.json.
//
// Invariant: a token that the vocabulary has keeps its id; others get the ids behind it, in order.
//
//   {"id": 250001, "content": "<mask>", "lstrip": true, "normalized": true, …}
//
// A token that is known from before takes the new entry's strip and word flags. Where it is looked
// for stays as it was if it is special; otherwise the new entry's place is added to the old one's.
// Source: tokenizers 0.22.2, AddedVocabulary::add_tokens, which numbers tokens itself; a file with
// other numbers is refused instead of silently renumbered.
#ifndef XLMR_TEXT_ADDED_TOKEN_JSON_H_
#define XLMR_TEXT_ADDED_TOKEN_JSON_H_

#include <cstdint>
#include <span>

#include "base/json.h"
#include "base/status.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

struct AddedTokenEntry {
  uint32_t id;
  Json json;
};

/// All entries of one file, in the order in which new ones are numbered. Takes time in proportion
/// to entries and vocabulary. Errors: invalid_tokenizer, naming the field.
[[nodiscard]] Status read_added_tokens(std::span<const AddedTokenEntry> entries,
                                       TokenizerSpec& spec);

}  // namespace xlmr

#endif  // XLMR_TEXT_ADDED_TOKEN_JSON_H_
