// SPDX-License-Identifier: Apache-2.0
// The tokens that transformers adds to a tokenizer as it loads one, by its major version.
//
// Invariant: the result is theirs, order included, since that numbers new tokens.
//
//   tokenizer_config.json {"extra_special_tokens": ["<date>"]}
//     add_transformers_tokens(v5, …)   <s> </s> <unk> <pad> <mask> <date>, the last as 250002
//
// Both add what `added_tokens_decoder` lists, then the special tokens that have names, then the
// others. A named token that is given with flags is added again by 4, with these; 5 keeps what it
// has. Where nobody names a `<mask>`, that of 4 takes the white space before it.
// Source: transformers 4.57.6, PreTrainedTokenizerFast.__init__ and XLMRobertaTokenizerFast;
// transformers 5.24, TokenizersBackend.__init__ and XLMRobertaTokenizer.
#ifndef XLMR_TEXT_TRANSFORMERS_TOKENS_H_
#define XLMR_TEXT_TRANSFORMERS_TOKENS_H_

#include <span>

#include "base/status.h"
#include "text/added_vocabulary.h"
#include "text/tokenizer_config.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

enum class TransformersVersion { v4, v5 };

/// What `config` adds to `added`, which has the tokens of the tokenizer's own file, `spec`, or with
/// version 5 none if it rebuilds the tokenizer. Errors: those of AddedVocabulary::add.
[[nodiscard]] Status add_transformers_tokens(TransformersVersion version, const TokenizerSpec& spec,
                                             const TokenizerConfig& config, AddedVocabulary& added);

}  // namespace xlmr

#endif  // XLMR_TEXT_TRANSFORMERS_TOKENS_H_
