// SPDX-License-Identifier: Apache-2.0
// PieceTrie: finds every vocabulary piece that a text starts with, shortest first.
//
// Invariant: a walk never leaves the array, whatever bytes it is given; memory is 8 bytes a node,
// 6 MB for the 250,000 pieces of XLM-R.
//
//   PieceTrie trie({"▁", "▁in", "▁i"});      // ids 0, 1, 2
//   for (walk = trie.walk(); walk.step(byte);) walk.piece()   over "▁inn"  -> 0, 2, 1
//
// A double array (Aoe 1989, in the form of Yata's darts-clone): the child of a node by byte b is at
// base ^ b if the node there has the label b. No two nodes have one base, so the label is enough.
#ifndef XLMR_TEXT_PIECE_TRIE_H_
#define XLMR_TEXT_PIECE_TRIE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace xlmr {

class PieceTrie {
 public:
  static constexpr int32_t kNoPiece = 0xFFFFFF;
  static constexpr size_t kMaxPieces = kNoPiece;

  PieceTrie() = default;

  /// At most kMaxPieces `pieces`, none empty; the id of a piece is its index, of equal ones the
  /// last.
  explicit PieceTrie(std::span<const std::string_view> pieces);

  /// Base in the low 32 bits, then the label, then 24 bits of piece.
  class Node {
   public:
    Node() = default;
    Node(uint32_t base, uint8_t label, int32_t piece)
        : packed_(static_cast<uint64_t>(piece) << 40 | static_cast<uint64_t>(label) << 32 | base) {}

    [[nodiscard]] uint32_t base() const { return static_cast<uint32_t>(packed_); }
    [[nodiscard]] uint8_t label() const { return static_cast<uint8_t>(packed_ >> 32); }
    [[nodiscard]] int32_t piece() const { return static_cast<int32_t>(packed_ >> 40); }

   private:
    uint64_t packed_ = 0;
  };

  class Walk {
   public:
    Walk() = default;

    /// Goes on by one byte; false where no piece goes on so, and the walk is over.
    bool step(char byte) {
      const auto label = static_cast<uint8_t>(byte);
      node_ = nodes_[node_.base() ^ label];
      return node_.label() == label;
    }
    /// The piece that ends here, or kNoPiece.
    [[nodiscard]] int32_t piece() const { return node_.piece(); }

   private:
    friend class PieceTrie;
    Walk(const Node* nodes, Node root) : nodes_(nodes), node_(root) {}

    const Node* nodes_ = nullptr;
    Node node_;
  };

  /// A walk from the empty text. The trie must hold at least one piece.
  [[nodiscard]] Walk walk() const { return {nodes_.data(), nodes_[kRoot]}; }
  /// Whether two of its pieces were equal, which building finds out for nothing.
  [[nodiscard]] bool has_repeated() const { return has_repeated_; }
  [[nodiscard]] size_t bytes() const { return nodes_.size() * sizeof(Node); }

 private:
  static constexpr uint32_t kRoot = 0;

  friend class PieceTrieBuilder;

  std::vector<Node> nodes_;
  bool has_repeated_ = false;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_PIECE_TRIE_H_
