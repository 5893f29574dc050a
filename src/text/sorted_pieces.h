// SPDX-License-Identifier: Apache-2.0
// SortedPieces: vocabulary pieces in byte order, side by side in memory, as a trie is built of
// them.
//
// Invariant: sorted, equal pieces by id; shared(i) is how many first bytes piece i has in common
// with the one before it.
//
//   SortedPieces pieces({"in", "▁", "i"});
//   pieces[1] -> "in"    id(1) -> 0    shared(1) -> 1      (order: i, in, ▁)
#ifndef XLMR_TEXT_SORTED_PIECES_H_
#define XLMR_TEXT_SORTED_PIECES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace xlmr {

class SortedPieces {
 public:
  /// Copies the pieces; their ids are their indices. Less than 4 GiB in all.
  explicit SortedPieces(std::span<const std::string_view> pieces);

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  [[nodiscard]] std::string_view operator[](uint32_t i) const {
    const Entry& entry = entries_[i];
    return {bytes_.data() + entry.begin, entry.size};
  }
  [[nodiscard]] uint32_t id(uint32_t i) const { return entries_[i].id; }
  [[nodiscard]] uint32_t shared(uint32_t i) const { return entries_[i].shared; }
  /// Nodes of a trie of the pieces, the root included.
  [[nodiscard]] size_t nodes() const { return nodes_; }

 private:
  struct Entry {
    uint32_t begin;
    uint32_t size;
    uint32_t id;
    uint32_t shared;
  };

  [[gnu::noinline]] void add(std::string_view piece, uint32_t id, uint32_t shared);

  std::vector<char> bytes_;
  std::vector<Entry> entries_;
  size_t nodes_ = 1;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_SORTED_PIECES_H_
