// SPDX-License-Identifier: Apache-2.0
// Tokenizer: text to XLM-R piece ids with the byte range each piece covers in the original text.
//
// Invariant: ids.size() == ranges.size(); ranges are in text order, lie on code-point boundaries and
// are never empty. As in Hugging Face's fast tokenizer a range leaves out the white space before its
// piece, and a `▁` that stands alone covers the first character of the word it announces.
//
//   encode("Ik woon in Londen.")
//     ids     107966 ... (▁Ik ▁woon ▁in ▁Lond en .), without <s> and </s>
//     ranges  [0,2) [3,7) [8,10) [11,15) [15,17) [17,18)
//
// Segmentation and normalisation are the SentencePiece library's.
#ifndef XLMR_TEXT_TOKENIZER_H_
#define XLMR_TEXT_TOKENIZER_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/result.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace xlmr {

/// Longest text in UTF-16 units; a longer one is refused, not cut.
inline constexpr uint32_t kMaxTextUnits = 1U << 20;

struct Encoding {
  std::vector<int32_t> ids;       ///< XLM-R ids, special tokens not included
  std::vector<ByteRange> ranges;  ///< bytes of the original text
};

class Tokenizer {
 public:
  /// `model` holds a sentencepiece.bpe.model file; it is copied. Errors: invalid_tokenizer.
  [[nodiscard]] static Result<Tokenizer> load(std::string_view model);

  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  /// Safe to call from several threads. Errors: invalid_argument (not UTF-8), text_too_long.
  [[nodiscard]] Result<Encoding> encode(std::string_view text) const;

  /// The piece of a vocabulary id, such as "▁Lond", "<s>" or "<mask>"; empty for an id outside
  /// [0, vocabulary_size()).
  [[nodiscard]] std::string_view piece(int32_t id) const;

  [[nodiscard]] int32_t vocabulary_size() const;

 private:
  explicit Tokenizer(std::unique_ptr<sentencepiece::SentencePieceProcessor> processor);

  std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_H_
