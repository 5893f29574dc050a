// SPDX-License-Identifier: Apache-2.0
// Tokenizer: text to XLM-R piece ids with the byte range each piece covers in the original text.
//
// Invariant: the result is that of Hugging Face's fast tokenizer, ids, offsets and words alike: a
// range leaves out the white space before its piece, and a `▁` that stands alone covers the first
// character of the word it announces. Alignment::exact mends the offsets where theirs are off.
//
//   encode("Ik woon in Londen.")
//     ids     107966 ... (▁Ik ▁woon ▁in ▁Lond en .), without <s> and </s>
//     ranges  [0,2) [3,7) [8,10) [11,15) [15,17) [17,18)
#ifndef XLMR_TEXT_TOKENIZER_H_
#define XLMR_TEXT_TOKENIZER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "text/encoding.h"
#include "text/hf_tokenizer.h"

namespace xlmr {

class Tokenizer {
 public:
  /// See TokenizerSet, which makes them of files.
  Tokenizer(HfTokenizer hf, uint32_t max_length) : max_length_(max_length), hf_(std::move(hf)) {}

  /// Safe to call from several threads. Errors: those of check_text and
  /// HfTokenizer::encode.
  [[nodiscard]] Result<Encoding> encode(std::string_view text,
                                        Alignment alignment = Alignment::reference) const;

  /// A text given as words, each tokenized by itself: ranges are of its word's bytes, and `words`
  /// says which word that is. Errors: those of check_text, naming the word.
  [[nodiscard]] Result<Encoding> encode_words(std::span<const std::string> words,
                                              Alignment alignment = Alignment::reference) const;

  /// The same without copies, for many texts: the result lives in `work` until its next use.
  [[nodiscard]] Result<const Encoding*> encode(std::string_view text, Alignment alignment,
                                               HfTokenizer::Work& work) const;

  /// The piece of a vocabulary id, such as "▁Lond", "<s>" or "<mask>"; empty for an id outside
  /// [0, vocabulary_size()).
  [[nodiscard]] std::string_view piece(int32_t id) const { return hf_.piece(id); }

  /// The `model_max_length` of tokenizer_config.json, or TokenizerConfig::kNoMaxLength.
  [[nodiscard]] uint32_t max_length() const { return max_length_; }

  [[nodiscard]] int32_t vocabulary_size() const { return hf_.vocabulary_size(); }

 private:
  uint32_t max_length_;
  HfTokenizer hf_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_TOKENIZER_H_
