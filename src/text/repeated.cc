// SPDX-License-Identifier: Apache-2.0
#include "text/repeated.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <vector>

#include "text/sorted_pieces.h"

namespace xlmr {
namespace {

std::optional<size_t> first_repeated_by_sorting(std::span<const std::string_view> texts) {
  const SortedPieces sorted(texts);
  std::optional<size_t> first;
  for (uint32_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i] == sorted[i - 1]) {
      first = std::min<size_t>(first.value_or(SIZE_MAX), sorted.id(i));
    }
  }
  return first;
}

}  // namespace

// A hash table with open addressing, because a set of a quarter million nodes takes longer than all
// the rest of reading a vocabulary, and so does sorting, which is for texts that collide.
std::optional<size_t> first_repeated(std::span<const std::string_view> texts) {
  constexpr uint32_t kFree = UINT32_MAX;
  std::vector<uint32_t> slots(std::bit_ceil(2 * texts.size() + 1), kFree);
  const std::hash<std::string_view> hash;
  size_t probes_left = 8 * texts.size();
  for (size_t id = 0; id < texts.size(); ++id) {
    size_t slot = hash(texts[id]) & (slots.size() - 1);
    while (slots[slot] != kFree) {
      if (texts[slots[slot]] == texts[id]) return id;
      if (probes_left-- == 0) return first_repeated_by_sorting(texts);
      slot = (slot + 1) & (slots.size() - 1);
    }
    slots[slot] = static_cast<uint32_t>(id);
  }
  return std::nullopt;
}

}  // namespace xlmr
