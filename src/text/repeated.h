// SPDX-License-Identifier: Apache-2.0
// first_repeated: the first of many texts that an earlier one equals.
//
// Invariant: takes time and memory in proportion to the number of texts.
//
//   first_repeated({"a", "b", "a"})  ->  2
#ifndef XLMR_TEXT_REPEATED_H_
#define XLMR_TEXT_REPEATED_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace xlmr {

/// `text_of(i)` is text i of `count`, less than 2^32. A hash table with open addressing, because a
/// set of a quarter million nodes takes longer than all the rest of reading a vocabulary.
template <typename TextOf>
std::optional<size_t> first_repeated(size_t count, const TextOf& text_of) {
  constexpr uint32_t kFree = UINT32_MAX;
  std::vector<uint32_t> slots(std::bit_ceil(2 * count + 1), kFree);
  const std::hash<std::string_view> hash;
  for (size_t id = 0; id < count; ++id) {
    const std::string_view text = text_of(id);
    size_t slot = hash(text) & (slots.size() - 1);
    while (slots[slot] != kFree) {
      if (text_of(slots[slot]) == text) return id;
      slot = (slot + 1) & (slots.size() - 1);
    }
    slots[slot] = static_cast<uint32_t>(id);
  }
  return std::nullopt;
}

}  // namespace xlmr

#endif  // XLMR_TEXT_REPEATED_H_
