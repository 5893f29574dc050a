// SPDX-License-Identifier: Apache-2.0
// spec_from_json: reads a tokenizer.json of XLM-R.
//
// Invariant: either the whole pipeline is one that HfTokenizer runs exactly, or the result says by
// its path what is not. Two pipelines are known: the one published with the checkpoints, and the
// one transformers converts sentencepiece.bpe.model to.
//
//   read_unigram        the vocabulary       unigram_json.h
//   read_pipeline       before and after it  pipeline_json.h
//   read_token_list     tokens beside it     added_token_json.h
//
// `truncation` and `padding` are not read: those who encode say what fits, and nothing here pads.
// Source: tokenizers 0.22.2, tokenizer/serialization.rs and the components' own.
#ifndef XLMR_TEXT_TOKENIZER_JSON_H_
#define XLMR_TEXT_TOKENIZER_JSON_H_

#include <string_view>

#include "base/result.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// Errors: invalid_tokenizer, naming the field.
[[nodiscard]] Result<TokenizerSpec> spec_from_json(std::string_view json);

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_JSON_H_
