// SPDX-License-Identifier: Apache-2.0
// PieceTrie: finds every vocabulary piece that a text starts with, shortest first.
//
// Invariant: a search never leaves the array, whatever bytes it is given; memory is 8 bytes a node
// and the rests of pieces, 4 MB for the 250,000 pieces of XLM-R.
//
//   PieceTrie trie({"▁", "▁in", "▁i"});      // ids 0, 1, 2
//   trie.for_each_prefix("▁inn", found)      // found(0, 3), found(2, 4), found(1, 5)
//
// A double array (Aoe 1989, in the form of Yata's darts-clone): the child of a node by byte b is at
// base ^ b if the node there has the label b. No two nodes have one base, so the label is enough.
// Where only one piece goes on, the rest of it is a string, not nodes: building and searching both
// touch less than half the nodes.
#ifndef XLMR_TEXT_PIECE_TRIE_H_
#define XLMR_TEXT_PIECE_TRIE_H_

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/uninitialized.h"

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
    /// Whether, instead of nodes, the rest of `piece` follows, at `base` less kRest.
    [[nodiscard]] bool has_rest() const { return (base() & kRest) != 0; }

   private:
    uint64_t packed_ = 0;
  };

  /// What a trie consists of.
  struct Parts {
    std::vector<Node> nodes;
    std::vector<char, UninitializedAllocator<char>> rests;  // sizes, each with as many bytes
    bool has_repeated = false;
  };

  /// The trie of parts from anywhere; none where a search could leave them, or find a piece that is
  /// none of [0, pieces).
  [[nodiscard]] static std::optional<PieceTrie> from_parts(Parts parts, size_t pieces);

  [[nodiscard]] const Parts& parts() const { return parts_; }

  /// Calls found(piece, its size) for the pieces that `text` starts with. The trie must hold at
  /// least one piece.
  template <typename Found>
  void for_each_prefix(std::string_view text, const Found& found) const {
    Node node = parts_.nodes[kRoot];
    for (size_t at = 0; at < text.size();) {
      const auto label = static_cast<uint8_t>(text[at++]);
      node = parts_.nodes[node.base() ^ label];
      if (node.label() != label) return;
      if (node.has_rest()) {
        const std::string_view rest = rest_at(node.base() & ~kRest);
        if (text.substr(at).starts_with(rest)) found(node.piece(), at + rest.size());
        return;
      }
      if (node.piece() != kNoPiece) found(node.piece(), at);
    }
  }

  /// Whether two of its pieces were equal, which building finds out for nothing.
  [[nodiscard]] bool has_repeated() const { return parts_.has_repeated; }

 private:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kRest = uint32_t{1} << 31;

  friend class PieceTrieBuilder;

  [[nodiscard]] std::string_view rest_at(uint32_t at) const {
    uint16_t size = 0;
    std::memcpy(&size, parts_.rests.data() + at, sizeof(size));
    return {parts_.rests.data() + at + sizeof(size), size};
  }

  // Whether a search that comes to the node goes on inside, and finds one of so many pieces.
  [[nodiscard]] static bool is_sound(const Parts& parts, const Node& node, size_t pieces);

  Parts parts_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_PIECE_TRIE_H_
