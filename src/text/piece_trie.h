// SPDX-License-Identifier: Apache-2.0
// PieceTrie: finds every vocabulary piece that a text starts with, shortest first.
//
// Invariant: a walk never leaves the array, whatever bytes it is given; memory is 12 bytes a node,
// about 12 MB for the 250,000 pieces of XLM-R.
//
//   PieceTrie trie({"▁", "▁in", "▁i"});      // ids 0, 1, 2
//   for (walk = trie.walk(); walk.step(byte);) walk.piece()   over "▁inn"  -> 0, 2, 1
//
// A double array (Aoe 1989): the child of node n by byte b is at base[n] ^ b if owner says so.
#ifndef XLMR_TEXT_PIECE_TRIE_H_
#define XLMR_TEXT_PIECE_TRIE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace xlmr {

class PieceTrie {
 public:
  static constexpr int32_t kNoPiece = -1;

  PieceTrie() = default;

  /// `pieces` are not empty; the id of a piece is its index, of equal ones the last.
  explicit PieceTrie(std::span<const std::string_view> pieces);

  class Walk {
   public:
    /// Goes on by one byte; false, for good, where no piece goes on so.
    bool step(char byte) {
      const uint32_t next = trie_->nodes_[node_].base ^ static_cast<uint8_t>(byte);
      if (trie_->nodes_[next].owner != node_) return false;
      node_ = next;
      return true;
    }
    /// The piece that ends here, or kNoPiece.
    [[nodiscard]] int32_t piece() const { return trie_->nodes_[node_].piece; }

   private:
    friend class PieceTrie;
    explicit Walk(const PieceTrie* trie) : trie_(trie) {}

    const PieceTrie* trie_;
    uint32_t node_ = kRoot;
  };

  /// A walk from the empty text. The trie must hold at least one piece.
  [[nodiscard]] Walk walk() const { return Walk(this); }
  [[nodiscard]] size_t bytes() const { return nodes_.size() * sizeof(Node); }

 private:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNobody = UINT32_MAX;

  struct Node {
    uint32_t base = 0;
    uint32_t owner = kNobody;  // the parent, or kNobody if the place is free
    int32_t piece = kNoPiece;
  };

  friend class PieceTrieBuilder;

  std::vector<Node> nodes_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_PIECE_TRIE_H_
