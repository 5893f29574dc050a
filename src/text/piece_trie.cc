// SPDX-License-Identifier: Apache-2.0
#include "text/piece_trie.h"

#include <algorithm>
#include <utility>

namespace xlmr {
namespace {

// The pieces as a linked trie, to be laid out as an array.
struct LinkedNode {
  uint32_t first_child = 0;  // 0 = none: the root is nobody's child
  uint32_t next_sibling = 0;
  int32_t piece = PieceTrie::kNoPiece;
  uint8_t byte = 0;
};

// The first bytes of a piece as a number that sorts like them.
uint64_t sort_key(std::string_view piece) {
  uint64_t key = 0;
  for (size_t i = 0; i < sizeof(key); ++i) {
    key = key << 8 | (i < piece.size() ? static_cast<uint8_t>(piece[i]) : 0U);
  }
  return key;
}

std::vector<std::pair<uint64_t, uint32_t>> sorted_ids(std::span<const std::string_view> pieces) {
  std::vector<std::pair<uint64_t, uint32_t>> order;
  order.reserve(pieces.size());
  for (uint32_t id = 0; id < pieces.size(); ++id) order.emplace_back(sort_key(pieces[id]), id);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    const int compared = pieces[a.second].compare(pieces[b.second]);
    return compared != 0 ? compared < 0 : a.second < b.second;
  });
  return order;
}

std::vector<LinkedNode> link(std::span<const std::string_view> pieces) {
  std::vector<LinkedNode> nodes(1);
  std::vector<uint32_t> path = {0};  // the nodes of the piece before: what the next may share
  std::string_view previous;
  for (const auto& [key, id] : sorted_ids(pieces)) {
    const std::string_view piece = pieces[id];
    const auto differs =
        std::mismatch(piece.begin(), piece.end(), previous.begin(), previous.end());
    path.resize(static_cast<size_t>(differs.first - piece.begin()) + 1);
    for (const char c : piece.substr(path.size() - 1)) {
      const auto child = static_cast<uint32_t>(nodes.size());
      nodes.push_back(
          {.next_sibling = nodes[path.back()].first_child, .byte = static_cast<uint8_t>(c)});
      nodes[path.back()].first_child = child;
      path.push_back(child);
    }
    nodes[path.back()].piece = static_cast<int32_t>(id);
    previous = piece;
  }
  return nodes;
}

}  // namespace

// Lays nodes out block by block of 256. Free places of the open blocks form a ring in order; blocks
// that a search passed too often without finding room are closed, which bounds the time.
class PieceTrieBuilder {
 public:
  explicit PieceTrieBuilder(const std::vector<LinkedNode>& linked) : linked_(linked) {}

  std::vector<PieceTrie::Node> build() {
    grow();
    take(PieceTrie::kRoot, PieceTrie::kNobody - 1);
    std::vector<std::pair<uint32_t, uint32_t>> open = {{0, PieceTrie::kRoot}};  // linked, placed
    while (!open.empty()) {
      const auto [from, at] = open.back();
      open.pop_back();
      nodes_[at].piece = linked_[from].piece;
      if (linked_[from].first_child == 0) {
        // A leaf's children are looked for in its own block, where it owns nothing.
        nodes_[at].base = at & ~0xFFU;
        continue;
      }
      collect_children(from);
      const uint32_t base = find_base();
      nodes_[at].base = base;
      for (const uint32_t child : children_) {
        const uint32_t place = base ^ linked_[child].byte;
        take(place, at);
        open.emplace_back(child, place);
      }
    }
    nodes_.shrink_to_fit();
    return std::move(nodes_);
  }

 private:
  static constexpr uint32_t kBlock = 256;
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kOpenBlocks = 16;

  void grow() {
    const auto begin = static_cast<uint32_t>(nodes_.size());
    if (begin >= kOpenBlocks * kBlock) close(begin - kOpenBlocks * kBlock);
    nodes_.resize(begin + kBlock);
    next_.resize(begin + kBlock);
    previous_.resize(begin + kBlock);
    for (uint32_t place = begin; place < begin + kBlock; ++place) {
      previous_[place] = tail_;
      next_[place] = kNone;
      (tail_ == kNone ? head_ : next_[tail_]) = place;
      tail_ = place;
    }
  }

  void close(uint32_t begin) {
    for (uint32_t place = begin; place < begin + kBlock; ++place) {
      if (nodes_[place].owner == PieceTrie::kNobody) unlink(place);
    }
  }

  void unlink(uint32_t place) {
    (previous_[place] == kNone ? head_ : next_[previous_[place]]) = next_[place];
    (next_[place] == kNone ? tail_ : previous_[next_[place]]) = previous_[place];
  }

  void take(uint32_t place, uint32_t owner) {
    unlink(place);
    nodes_[place].owner = owner;
  }

  void collect_children(uint32_t from) {
    children_.clear();
    for (uint32_t child = linked_[from].first_child; child != 0;
         child = linked_[child].next_sibling) {
      children_.push_back(child);
    }
  }

  uint32_t find_base() {
    for (uint32_t place = head_; place != kNone; place = next_[place]) {
      const uint32_t base = place ^ linked_[children_.front()].byte;
      if (fits(base)) return base;
    }
    const auto begin = static_cast<uint32_t>(nodes_.size());
    grow();
    return begin;
  }

  [[nodiscard]] bool fits(uint32_t base) const {
    for (const uint32_t child : children_) {
      if (nodes_[base ^ linked_[child].byte].owner != PieceTrie::kNobody) return false;
    }
    return true;
  }

  const std::vector<LinkedNode>& linked_;
  std::vector<PieceTrie::Node> nodes_;
  std::vector<uint32_t> next_;
  std::vector<uint32_t> previous_;
  std::vector<uint32_t> children_;
  uint32_t head_ = kNone;
  uint32_t tail_ = kNone;
};

PieceTrie::PieceTrie(std::span<const std::string_view> pieces)
    : nodes_(PieceTrieBuilder(link(pieces)).build()) {}

}  // namespace xlmr
