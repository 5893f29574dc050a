// SPDX-License-Identifier: Apache-2.0
// first_repeated: the first of many texts that an earlier one equals.
//
// Invariant: takes time in proportion to their bytes, also where texts were chosen to collide.
//
//   first_repeated({"a", "b", "a"})  ->  2
#ifndef XLMR_TEXT_REPEATED_H_
#define XLMR_TEXT_REPEATED_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace xlmr {

/// Fewer than 2^32 texts.
[[nodiscard]] std::optional<size_t> first_repeated(std::span<const std::string_view> texts);

}  // namespace xlmr

#endif  // XLMR_TEXT_REPEATED_H_
