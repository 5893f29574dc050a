// SPDX-License-Identifier: Apache-2.0
// read_unigram: the `model` of a tokenizer.json.
//
// Invariant: the limits are those of SentencePieceModel::read, and `<s>`, `</s>` and the unknown
// piece have XLM-R's ids, which the rest of the system relies on.
//
//   {"type": "Unigram", "unk_id": 3, "vocab": [["<s>", 0], …, ["▁Lond", -10.2], …]}
//
// Source: tokenizers 0.22.2, models/unigram/serialization.rs.
#ifndef XLMR_TEXT_UNIGRAM_JSON_H_
#define XLMR_TEXT_UNIGRAM_JSON_H_

#include "base/json.h"
#include "base/status.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// Sets the vocabulary, the scores and the unknown piece. Errors: invalid_tokenizer, naming the
/// field.
[[nodiscard]] Status read_unigram(const Json& model, TokenizerSpec& spec);

}  // namespace xlmr

#endif  // XLMR_TEXT_UNIGRAM_JSON_H_
