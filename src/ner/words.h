// SPDX-License-Identifier: Apache-2.0
// Words: which pieces of a text begin a word, for the strategies that label words.
//
// Invariant: one answer a piece.
//
//   "Ze woont in Londen."   pieces ▁Lond en .     Unicode's words   yes no yes   (Londen + .)
//                                                 Hugging Face's    yes no no    (Londen.)
//
// Unicode's word boundaries (text/word_break.h) also cut what is written without spaces: each Han
// or Hiragana piece and each Thai piece is a word. Hugging Face looks for U+0020 only.
#ifndef XLMR_NER_WORDS_H_
#define XLMR_NER_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ranges.h"

namespace xlmr {

/// `ranges` are of `text`, in its order.
[[nodiscard]] std::vector<bool> word_starts(std::string_view text,
                                            std::span<const ByteRange> ranges);

/// As transformers 4.57.6 and 5.24 gather_pre_entities has it: a piece goes on with the word before it
/// unless a space is before it or its first character, it is unknown, or it is at the text's start.
[[nodiscard]] std::vector<bool> hf_word_starts(std::string_view text,
                                               std::span<const ByteRange> ranges,
                                               std::span<const int32_t> ids);

}  // namespace xlmr

#endif  // XLMR_NER_WORDS_H_
