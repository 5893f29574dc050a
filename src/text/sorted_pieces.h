// SPDX-License-Identifier: Apache-2.0
// SortedPieces: vocabulary pieces in byte order, as a trie is built of them.
//
// Invariant: sorted, equal pieces by id; shared(i) is how many first bytes piece i has in common
// with the one before it.
//
//   SortedPieces pieces({"in", "▁", "i"});     // order: i, in, ▁
//   id(1) -> 0    size(1) -> 2    shared(1) -> 1    new_bytes(1) -> "n"
#ifndef XLMR_TEXT_SORTED_PIECES_H_
#define XLMR_TEXT_SORTED_PIECES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/uninitialized.h"

namespace xlmr {

class SortedPieces {
 public:
  /// The ids of the pieces are their indices. Less than 4 GiB in all.
  explicit SortedPieces(std::span<const std::string_view> pieces);

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  [[nodiscard]] uint32_t id(uint32_t i) const { return entries_[i].id; }
  /// Bytes of piece i.
  [[nodiscard]] uint32_t size(uint32_t i) const { return entries_[i].size; }
  [[nodiscard]] uint32_t shared(uint32_t i) const { return entries_[i].shared; }
  /// The bytes of piece i from shared(i) on, side by side with its neighbours'.
  [[nodiscard]] std::string_view new_bytes(uint32_t i) const {
    const Entry& entry = entries_[i];
    return {bytes_.data() + entry.begin, entry.size - entry.shared};
  }

 private:
  struct Entry {
    uint32_t id;
    uint32_t size;
    uint32_t shared;
    uint32_t begin;  // of the new bytes
  };
  [[gnu::noinline]] void add(std::string_view piece, uint32_t id, uint32_t shared);

  std::vector<Entry> entries_;
  std::vector<char, UninitializedAllocator<char>> bytes_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_SORTED_PIECES_H_
