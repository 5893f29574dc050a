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
    if (sorted.shared(i) == sorted.size(i) && sorted.size(i) == sorted.size(i - 1)) {
      first = std::min<size_t>(first.value_or(SIZE_MAX), sorted.id(i));
    }
  }
  return first;
}

// The texts so far: a hash table with open addressing, because a set of a quarter million nodes
// takes longer than all the rest of reading a vocabulary.
class TextSet {
 public:
  explicit TextSet(std::span<const std::string_view> texts)
      : texts_(texts),
        slots_(std::bit_ceil(2 * texts.size() + 1), kFree),
        probes_left_(8 * texts.size()) {}

  /// False if the text is there already, or overcrowded(). A function of its own, which V8 compiles
  /// well while the loop that calls it runs.
  [[gnu::noinline]] bool insert(size_t id) {
    const std::string_view text = texts_[id];
    size_t slot = std::hash<std::string_view>()(text) & (slots_.size() - 1);
    for (; slots_[slot] != kFree; slot = (slot + 1) & (slots_.size() - 1)) {
      if (overcrowded() || texts_[slots_[slot]] == text) return false;
      --probes_left_;
    }
    slots_[slot] = static_cast<uint32_t>(id);
    return true;
  }

  /// Whether so many texts collide that a file seems made for it.
  [[nodiscard]] bool overcrowded() const { return probes_left_ == 0; }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;

  std::span<const std::string_view> texts_;
  std::vector<uint32_t> slots_;
  size_t probes_left_;
};

}  // namespace

std::optional<size_t> first_repeated(std::span<const std::string_view> texts) {
  TextSet seen(texts);
  for (size_t id = 0; id < texts.size(); ++id) {
    if (seen.insert(id)) continue;
    if (seen.overcrowded()) return first_repeated_by_sorting(texts);
    return id;
  }
  return std::nullopt;
}

}  // namespace xlmr
