// SPDX-License-Identifier: Apache-2.0
// TokenizerSpec: what a tokenizer's own file says, whichever form it has.
//
// Invariant: scores are those of the vocabulary's pieces, `unknown` is one of these; tokens are as
// the file declares them, not yet numbered (see AddedVocabulary).
//
//   spec_from(SentencePieceModel)   the pipeline of xlm-roberta's published tokenizer.json
#ifndef XLMR_TEXT_TOKENIZER_SPEC_H_
#define XLMR_TEXT_TOKENIZER_SPEC_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/added_token_json.h"
#include "text/added_tokens.h"
#include "text/charsmap.h"
#include "text/pretokenizer.h"
#include "text/sentencepiece_model.h"
#include "text/trim_offsets.h"
#include "text/vocabulary.h"

namespace xlmr {

/// What happens to a text before the model, and which tokens stand beside it.
struct Pipeline {
  bool lowercase = false;        ///< before the charsmap
  bool strip_right = false;      ///< drop white space at the end
  bool collapse_spaces = false;  ///< several spaces become one ▁
  PretokenizerOptions pretokenizer;
  std::optional<OffsetTrimming> trim_offsets;  ///< of the reference's offsets
  std::vector<AddedToken> added_tokens;        ///< numbered
  std::vector<std::string> added_pieces;       ///< those behind the lexicon's pieces, by id
};

struct TokenizerSpec {
  Vocabulary vocabulary = {};       ///< by XLM-R id
  std::vector<double> scores = {};  ///< log probabilities, by id
  int32_t unknown = 0;
  Charsmap charsmap = {};
  Pipeline pipeline = {};  ///< without tokens
  DeclaredTokens declared = {};
  std::vector<AddedToken> symbols = {};  ///< a SentencePiece file's control and user-defined pieces
  bool is_json = false;                  ///< a tokenizer.json
};

/// Copies what it needs of the model's bytes. Errors: invalid_tokenizer (a broken charsmap).
[[nodiscard]] Result<TokenizerSpec> spec_from(const SentencePieceModel& model);

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_SPEC_H_
