// SPDX-License-Identifier: Apache-2.0
// rebuilt_pipeline: the pipeline that transformers 5 makes of XLM-R's tokenizer files.
//
// Invariant: the result is what XLMRobertaTokenizer of transformers 5 has as `backend_tokenizer`.
//
// It takes a tokenizer.json's vocabulary, charsmap and tokens, and nothing else: Lowercase, Strip
// and Replace are left out, words are split at white space, then Metaspace, and a post-processor's
// trimming of offsets is gone. With `tokenizer_class` TokenizersBackend or PreTrainedTokenizerFast
// the file is kept as it is.
//
//   "my  name"   as converted by 4.x: ▁my [0,2)  ▁name [3,8)    here: ▁my [0,2)  ▁name [4,8)
//
// Source: transformers 5.24, models/xlm_roberta/tokenization_xlm_roberta.py and
// TokenizersBackend.convert_to_native_format.
#ifndef XLMR_TEXT_REBUILT_PIPELINE_H_
#define XLMR_TEXT_REBUILT_PIPELINE_H_

#include "base/result.h"
#include "text/lexicon.h"
#include "text/tokenizer_config.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// `lexicon` is that of `spec`. Errors: invalid_tokenizer, for files that transformers 5 makes
/// another vocabulary or another template of, or loads with a class that is not XLM-R's.
[[nodiscard]] Result<Pipeline> rebuilt_pipeline(const TokenizerSpec& spec,
                                                const TokenizerConfig& config,
                                                const Lexicon& lexicon);

}  // namespace xlmr

#endif  // XLMR_TEXT_REBUILT_PIPELINE_H_
