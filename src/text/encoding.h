// SPDX-License-Identifier: Apache-2.0
// Encoding: the pieces of one text, and the texts that can have one.
//
// Invariant: ids, ranges and words have one size; ranges are in text order, on code-point
// boundaries and not empty. Special tokens around the text are not part of it.
//
//   "Ik woon"   ids 9,10   ranges [0,2) [3,7)   words 0, 1
#ifndef XLMR_TEXT_ENCODING_H_
#define XLMR_TEXT_ENCODING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/status.h"

namespace xlmr {

/// Longest text in UTF-16 units; a longer one is refused, not cut.
inline constexpr uint32_t kMaxTextUnits = 1U << 20;

/// Longest text in bytes once it is normalised: a third more than the longest takes as it is. Memory for
/// work follows this length, and one character may become eighteen (U+FDFA).
inline constexpr uint32_t kMaxNormalizedBytes = 4 * kMaxTextUnits;

struct Encoding {
  std::vector<int32_t> ids;       ///< XLM-R ids
  std::vector<ByteRange> ranges;  ///< bytes of the original text
  std::vector<uint32_t> words;    ///< the white-space word of each piece, counted from 0

  void clear() {
    ids.clear();
    ranges.clear();
    words.clear();
  }
};

/// Errors: invalid_argument (not UTF-8, with the position), text_too_long.
[[nodiscard]] Status check_text(std::string_view text);

/// The error of a text that is longer than kMaxNormalizedBytes once it is normalised.
[[nodiscard]] Status too_long_normalized(std::string_view text);

}  // namespace xlmr

#endif  // XLMR_TEXT_ENCODING_H_
