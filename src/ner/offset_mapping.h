// SPDX-License-Identifier: Apache-2.0
// Offset mapping: offsets that a caller brings for the tokens of a text, in the caller's units.
//
// Invariant: every range that comes back lies within the text and splits no character.
//
//   byte_ranges({0, 0, 0, 1}, OffsetUnit::utf16, "é")  ->  {0, 0}, {0, 2}
//   byte_ranges({0, 2}, OffsetUnit::utf16, "é")        ->  invalid_argument
#ifndef XLMR_NER_OFFSET_MAPPING_H_
#define XLMR_NER_OFFSET_MAPPING_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/result.h"

namespace xlmr {

/// `pairs` are [ranges, 2] begins and ends in `unit`s of `text`. Errors: invalid_argument where one
/// is not within the text, or there is half a pair.
[[nodiscard]] Result<std::vector<ByteRange>> byte_ranges(std::span<const uint32_t> pairs,
                                                         OffsetUnit unit, std::string_view text);

}  // namespace xlmr

#endif  // XLMR_NER_OFFSET_MAPPING_H_
