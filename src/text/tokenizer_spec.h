// SPDX-License-Identifier: Apache-2.0
// TokenizerSpec: what a tokenizer file says, whichever form it has.
//
// Invariant: scores are those of the first ids of the vocabulary, `unknown` is one of these; behind
// them come added tokens that the model has no piece for. Added tokens have contents; one that is
// looked for both before and after normalisation is there twice. So an HfTokenizer can be made of
// it without further checks.
//
//   spec_from(SentencePieceModel)   the pipeline of xlm-roberta's published tokenizer.json
#ifndef XLMR_TEXT_TOKENIZER_SPEC_H_
#define XLMR_TEXT_TOKENIZER_SPEC_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "text/added_tokens.h"
#include "text/charsmap.h"
#include "text/pretokenizer.h"
#include "text/sentencepiece_model.h"
#include "text/trim_offsets.h"
#include "text/vocabulary.h"

namespace xlmr {

struct TokenizerSpec {
  static constexpr uint32_t kNoMaxLength = UINT32_MAX;

  Vocabulary vocabulary;       ///< by XLM-R id
  std::vector<double> scores;  ///< log probabilities, by id
  int32_t unknown = 0;
  std::vector<AddedToken> added_tokens;
  Charsmap charsmap;
  bool lowercase = false;        ///< before the charsmap
  bool strip_right = false;      ///< drop white space at the end
  bool collapse_spaces = false;  ///< several spaces become one ▁
  PretokenizerOptions pretokenizer;
  std::optional<OffsetTrimming> trim_offsets;  ///< of the reference's offsets
  uint32_t max_length = kNoMaxLength;          ///< tokens the model takes, special ones included
};

/// Copies what it needs of the model's bytes. Errors: invalid_tokenizer (a broken charsmap).
[[nodiscard]] Result<TokenizerSpec> spec_from(const SentencePieceModel& model);

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_SPEC_H_
