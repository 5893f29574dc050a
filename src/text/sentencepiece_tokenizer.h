// SPDX-License-Identifier: Apache-2.0
// SentencePieceTokenizer: text to pieces by the SentencePiece library itself, as Spark NLP and the
// slow Python tokenizers have it.
//
// Invariant: ids are the library's, mapped to XLM-R's; a range is the library's byte span, in which
// the white space before a piece belongs to it, widened to a whole character where it is empty.
//
//   encode("in Londen")   ->  ▁in [0,2)  ▁Lond [2,7)  en [7,9)
//
// It holds the library's own copy of the vocabulary (60 MB and 0.5 s for XLM-R's 250,000 pieces),
// so it is loaded only where this mode is asked for. Tokenizer is the one to use otherwise.
#ifndef XLMR_TEXT_SENTENCEPIECE_TOKENIZER_H_
#define XLMR_TEXT_SENTENCEPIECE_TOKENIZER_H_

#include <memory>
#include <string_view>

#include "base/result.h"
#include "text/encoding.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace xlmr {

class SentencePieceTokenizer {
 public:
  /// `model` holds a sentencepiece.bpe.model file; it is copied. Errors: invalid_tokenizer.
  [[nodiscard]] static Result<SentencePieceTokenizer> load(std::string_view model);

  SentencePieceTokenizer(SentencePieceTokenizer&&) noexcept;
  SentencePieceTokenizer& operator=(SentencePieceTokenizer&&) noexcept;
  ~SentencePieceTokenizer();

  /// Safe to call from several threads. Errors: those of check_text.
  [[nodiscard]] Result<Encoding> encode(std::string_view text) const;

  /// The piece of an XLM-R id that encode() gave, such as "▁Lond".
  [[nodiscard]] std::string_view piece(int32_t id) const;

 private:
  explicit SentencePieceTokenizer(std::unique_ptr<sentencepiece::SentencePieceProcessor> processor);

  std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_SENTENCEPIECE_TOKENIZER_H_
