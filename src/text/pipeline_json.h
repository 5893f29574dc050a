// SPDX-License-Identifier: Apache-2.0
// read_pipeline: what a tokenizer.json does before and after its model.
//
// Invariant: whatever HfTokenizer does not do exactly is refused.
//
//   normalizer      Precompiled [Strip right] [Replace " {2,}"], after Lowercase if there is one
//   pre_tokenizer   [WhitespaceSplit] Metaspace
//   post_processor  <s> $A </s>, as a template or as RoBERTa's
//   decoder         Metaspace or none: nothing here goes back to text by it
//
// Source: tokenizers 0.22.2, normalizers/, pre_tokenizers/ and processors/.
#ifndef XLMR_TEXT_PIPELINE_JSON_H_
#define XLMR_TEXT_PIPELINE_JSON_H_

#include "base/json.h"
#include "base/status.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

/// `root` is the whole document. Errors: invalid_tokenizer, naming the field.
[[nodiscard]] Status read_pipeline(const Json& root, TokenizerSpec& spec);

}  // namespace xlmr

#endif  // XLMR_TEXT_PIPELINE_JSON_H_
