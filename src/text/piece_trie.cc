// SPDX-License-Identifier: Apache-2.0
#include "text/piece_trie.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <deque>
#include <optional>
#include <utility>

#include "text/sorted_pieces.h"

namespace xlmr {
namespace {

// A set of the 256 places of a block, or of its bases.
class ByteSet {
 public:
  static constexpr ByteSet all() {
    ByteSet set;
    set.words_.fill(UINT64_MAX);
    return set;
  }

  void erase(uint8_t byte) { words_[byte / 64] &= ~(uint64_t{1} << byte % 64); }
  [[nodiscard]] bool contains(uint8_t byte) const {
    return (words_[byte / 64] >> byte % 64 & 1) != 0;
  }
  [[nodiscard]] bool empty() const { return (words_[0] | words_[1] | words_[2] | words_[3]) == 0; }

  /// The smallest member; the set is not empty.
  [[nodiscard]] uint8_t front() const {
    return static_cast<uint8_t>(find([](uint8_t) { return true; }));
  }

  /// The smallest member that `is_wanted`, or -1.
  template <typename Predicate>
  [[nodiscard]] int find(const Predicate& is_wanted) const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t left = words_[i]; left != 0; left &= left - 1) {
        const auto byte =
            static_cast<uint8_t>(64 * i + static_cast<size_t>(std::countr_zero(left)));
        if (is_wanted(byte)) return byte;
      }
    }
    return -1;
  }

  /// Keeps the bytes b for which `places` has b ^ label.
  void keep_bases(const ByteSet& places, uint8_t label) {
    for (size_t i = 0; i < words_.size(); ++i) {
      words_[i] &= permuted(places.words_[i ^ label / 64], label % 64);
    }
  }

 private:
  // Bit b of the result is bit b ^ label of `word`.
  static uint64_t permuted(uint64_t word, unsigned label) {
    constexpr uint64_t kLow[] = {0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F,
                                 0x00FF00FF00FF00FF, 0x0000FFFF0000FFFF, 0x00000000FFFFFFFF};
    for (unsigned i = 0; i < 6; ++i) {
      const unsigned shift = 1U << i;
      const uint64_t swapped = (word >> shift & kLow[i]) | (word & kLow[i]) << shift;
      word = (label >> i & 1) != 0 ? swapped : word;
    }
    return word;
  }

  std::array<uint64_t, 4> words_{};
};

}  // namespace

// Lays nodes out in blocks of 256. Only the last few blocks are searched for room, which bounds the
// time; the others are closed.
class PieceTrieBuilder {
 public:
  explicit PieceTrieBuilder(std::span<const std::string_view> pieces) : pieces_(pieces) {
    const size_t nodes = count_nodes();
    nodes_.reserve(nodes + nodes / 32 + size_t{2} * kBlock);
  }

  void build() {
    // The first block has the root and nothing else: leaves look for their children there.
    nodes_.resize(kBlock);
    std::vector<Subtree> open = {{.begin = 0, .end = pieces_.size()}};
    while (!open.empty()) {
      const Subtree subtree = open.back();
      open.pop_back();
      place(subtree, open);
    }
    while (!blocks_.empty()) close_block();
  }

  [[nodiscard]] PieceTrie::Parts parts() && {
    return {std::move(nodes_), std::move(rests_), has_repeated_};
  }

 private:
  static constexpr uint32_t kBlock = 256;
  static constexpr size_t kOpenBlocks = 2;
  static constexpr uint32_t kLeafBase = 0;
  static constexpr uint8_t kRootLabel = 1;  // any but 0, with which a leaf would find the root

  // The pieces [begin, end), which share `depth` bytes.
  struct Subtree {
    uint32_t begin;
    uint32_t end;
    uint32_t depth = 0;
    uint32_t place = PieceTrie::kRoot;
    uint8_t label = kRootLabel;
  };

  struct Block {
    uint32_t begin;
    ByteSet free = ByteSet::all();   // places
    ByteSet bases = ByteSet::all();  // those that no node has yet
  };

  // A piece has nodes of its own from where it leaves the one before it to where it leaves the one
  // after it, too.
  [[nodiscard]] size_t count_nodes() const {
    size_t nodes = 1;
    for (uint32_t i = 0; i < pieces_.size(); ++i) {
      const uint32_t next = i + 1 < pieces_.size() ? pieces_.shared(i + 1) : 0;
      const size_t end = std::max(pieces_.shared(i), next) + size_t{1};
      nodes += std::min<size_t>(pieces_.size(i), end) - pieces_.shared(i);
    }
    return nodes;
  }

  // Where the rest of `piece` is; nothing where it is too long, or too many are there.
  std::optional<uint32_t> add_rest(std::string_view rest) {
    const size_t at = rests_.size();
    if (rest.size() > UINT16_MAX || at + sizeof(uint16_t) + rest.size() > PieceTrie::kRest)
      return {};
    const auto size = static_cast<uint16_t>(rest.size());
    rests_.resize(at + sizeof(size) + rest.size());
    char* const to = rests_.data() + at;
    std::memcpy(to, &size, sizeof(size));
    std::copy(rest.begin(), rest.end(), to + sizeof(size));
    return static_cast<uint32_t>(at);
  }

  // Lays out the subtree's first nodes, down to where it ends; the children on the way that are not
  // gone through are left in `open`.
  void place(Subtree subtree, std::vector<Subtree>& open) {
    while (const auto last = place_node(subtree, open)) subtree = *last;
  }

  // Lays out the subtree's first node and gives its children their places. The last child is the
  // result: most nodes have no other. Nothing where the node has no children.
  std::optional<Subtree> place_node(const Subtree& subtree, std::vector<Subtree>& open) {
    uint32_t begin = subtree.begin;
    const int32_t piece = pass_ending(subtree, begin);
    if (begin == subtree.end) {
      nodes_[subtree.place] = {kLeafBase, subtree.label, piece};
      return std::nullopt;
    }
    if (subtree.begin + 1 == subtree.end && subtree.depth > 0 && place_rest(subtree)) {
      return std::nullopt;
    }
    const size_t siblings = open.size();
    const uint32_t last = open_children(subtree, begin, open);
    const uint32_t base = take_base();
    nodes_[subtree.place] = {base, subtree.label, piece};
    for (size_t i = siblings; i < open.size(); ++i) open[i].place = base ^ open[i].label;
    return Subtree{last, subtree.end, subtree.depth + 1, base ^ labels_.back(), labels_.back()};
  }

  // The piece that ends at the subtree's first node, of equal ones the last: `begin` moves past it.
  int32_t pass_ending(const Subtree& subtree, uint32_t& begin) {
    int32_t piece = PieceTrie::kNoPiece;
    while (begin < subtree.end && pieces_.size(begin) == subtree.depth) {
      has_repeated_ = has_repeated_ || piece != PieceTrie::kNoPiece;
      piece = static_cast<int32_t>(pieces_.id(begin++));
    }
    return piece;
  }

  // The subtree's one piece as a node and the rest of the piece; false where there is no room for it.
  bool place_rest(const Subtree& subtree) {
    const std::string_view bytes = pieces_.new_bytes(subtree.begin);
    const auto rest = add_rest(bytes.substr(subtree.depth - pieces_.shared(subtree.begin)));
    if (!rest) return false;
    const auto id = static_cast<int32_t>(pieces_.id(subtree.begin));
    nodes_[subtree.place] = {*rest | PieceTrie::kRest, subtree.label, id};
    return true;
  }

  // Collects the labels of the children of the pieces [begin, subtree.end), and all children but the
  // last, whose first piece is the result.
  uint32_t open_children(const Subtree& subtree, uint32_t begin, std::vector<Subtree>& open) {
    const auto label_of = [&](uint32_t i) {
      return static_cast<uint8_t>(pieces_.new_bytes(i)[subtree.depth - pieces_.shared(i)]);
    };
    labels_.assign(1, label_of(begin));
    uint32_t last = begin;
    for (uint32_t i = begin + 1; i < subtree.end; ++i) {
      if (pieces_.shared(i) > subtree.depth) continue;
      open.push_back({last, i, subtree.depth + 1, 0, labels_.back()});
      labels_.push_back(label_of(i));
      last = i;
    }
    return last;
  }

  // A base that has room for labels_.
  uint32_t take_base() {
    for (Block& block : blocks_) {
      if (labels_.size() == 1) {  // as most nodes have: nearly every place will do
        const uint8_t label = labels_.front();
        const int place =
            block.free.find([&](uint8_t byte) { return block.bases.contains(byte ^ label); });
        if (place >= 0) return take(block, static_cast<uint8_t>(place) ^ label);
        continue;
      }
      ByteSet fitting = block.bases;
      for (const uint8_t label : labels_) {
        fitting.keep_bases(block.free, label);
        if (fitting.empty()) break;
      }
      if (!fitting.empty()) return take(block, fitting.front());
    }
    if (blocks_.size() == kOpenBlocks) close_block();
    blocks_.push_back({.begin = static_cast<uint32_t>(nodes_.size())});
    nodes_.resize(nodes_.size() + kBlock);
    return take(blocks_.back(), 0);
  }

  uint32_t take(Block& block, uint8_t base) {
    block.bases.erase(base);
    for (const uint8_t label : labels_) block.free.erase(base ^ label);
    return block.begin + base;
  }

  // Free places get the label by which only a base could reach them that nobody has. There is one
  // while a place is free, for each base has at least one place.
  void close_block() {
    const Block& block = blocks_.front();
    for (uint32_t place = 0; place < kBlock; ++place) {
      if (!block.free.contains(static_cast<uint8_t>(place))) continue;
      const auto label = static_cast<uint8_t>(place ^ block.bases.front());
      nodes_[block.begin + place] = {kLeafBase, label, PieceTrie::kNoPiece};
    }
    blocks_.pop_front();
  }

  SortedPieces pieces_;
  std::vector<PieceTrie::Node> nodes_;
  std::vector<char, UninitializedAllocator<char>> rests_;
  std::deque<Block> blocks_;
  std::vector<uint8_t> labels_;  // of the children of a node, in order
  bool has_repeated_ = false;
};

PieceTrie::PieceTrie(std::span<const std::string_view> pieces) {
  PieceTrieBuilder builder(pieces);
  builder.build();
  parts_ = std::move(builder).parts();
}

bool PieceTrie::is_sound(const Parts& parts, const Node& node, size_t pieces) {
  const auto piece = static_cast<size_t>(node.piece());
  if (!node.has_rest()) {
    return (node.base() | UINT8_MAX) < parts.nodes.size() &&
           (piece < pieces || node.piece() == kNoPiece);
  }
  const size_t at = node.base() & ~kRest;
  uint16_t size = 0;
  if (piece >= pieces || at + sizeof(size) > parts.rests.size()) return false;
  std::memcpy(&size, parts.rests.data() + at, sizeof(size));
  return size <= parts.rests.size() - at - sizeof(size);
}

std::optional<PieceTrie> PieceTrie::from_parts(Parts parts, size_t pieces) {
  bool sound = !parts.nodes.empty();
  for (const Node& node : parts.nodes) sound &= is_sound(parts, node, pieces);
  if (!sound || parts.nodes[kRoot].has_rest()) return std::nullopt;
  PieceTrie trie;
  trie.parts_ = std::move(parts);
  return trie;
}

}  // namespace xlmr
