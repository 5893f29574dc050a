// SPDX-License-Identifier: Apache-2.0
// Half-open ranges with their unit in the type, so that bytes, UTF-16 units and tokens cannot mix.
//
// Invariant: begin <= end.
//
//   "é🙂x": ByteRange{2, 6} == Utf16Range{1, 3} == CodepointRange{1, 2} is the emoji.
#ifndef XLMR_BASE_RANGES_H_
#define XLMR_BASE_RANGES_H_

#include <cstdint>

namespace xlmr {

template <typename Unit>
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

using ByteRange = Range<struct ByteUnit>;            ///< bytes of UTF-8
using Utf16Range = Range<struct Utf16Unit>;          ///< UTF-16 code units, as in JavaScript
using CodepointRange = Range<struct CodepointUnit>;  ///< Unicode code points, as in Python
using TokenRange = Range<struct TokenUnit>;          ///< pieces of one text, specials not counted

/// What callers count offsets in.
enum class OffsetUnit { utf16, codepoint };

}  // namespace xlmr

#endif  // XLMR_BASE_RANGES_H_
