// SPDX-License-Identifier: Apache-2.0
#include "text/unigram.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr double kUnknownPenalty = 10.0;

}  // namespace

Unigram::Unigram(std::span<const std::string_view> pieces, std::vector<double> scores,
                 int32_t unknown)
    : Unigram(PieceTrie(pieces), std::move(scores), unknown) {}

Unigram::Unigram(PieceTrie trie, std::vector<double> scores, int32_t unknown)
    : trie_(std::move(trie)), scores_(std::move(scores)), unknown_(unknown) {
  unknown_score_ = *std::min_element(scores_.begin(), scores_.end()) - kUnknownPenalty;
}

std::optional<int32_t> Unigram::find(std::string_view piece) const {
  std::optional<int32_t> found;
  trie_.for_each_prefix(piece, [&](int32_t id, size_t size) {
    if (size == piece.size()) found = id;
  });
  return found;
}

void Unigram::segment(std::string_view text, Scratch& scratch,
                      std::vector<SegmentedPiece>& out) const {
  if (text.empty()) return;
  const auto size = static_cast<uint32_t>(text.size());
  auto& nodes = scratch.nodes;
  constexpr double kUnreached = -std::numeric_limits<double>::infinity();
  nodes.assign(size + 1, {.score = kUnreached, .id = unknown_, .begin = 0});
  nodes.front().score = 0;

  for (uint32_t begin = 0; begin < size;) {
    const double so_far = nodes[begin].score;
    const auto one = static_cast<uint32_t>(codepoint_size(text[begin]));
    const auto reach = [&](uint32_t end, double score, int32_t id) {
      auto& node = nodes[end];
      if (score > node.score) node = {score, id, begin};
    };
    bool single = false;  // whether the first character is a piece by itself
    trie_.for_each_prefix(text.substr(begin), [&](int32_t piece, size_t bytes) {
      const auto end = begin + static_cast<uint32_t>(bytes);
      reach(end, scores_[static_cast<size_t>(piece)] + so_far, piece);
      single |= bytes == one;
    });
    if (!single) reach(begin + one, unknown_score_ + so_far, unknown_);
    begin += one;
  }

  const size_t first = out.size();
  bool after_unknown = false;
  for (uint32_t end = size; end > 0; end = nodes[end].begin) {
    const auto& node = nodes[end];
    const bool unknown = node.id == unknown_;
    if (unknown && after_unknown) {
      out.back().size += end - node.begin;
    } else {
      out.push_back({node.id, end - node.begin});
    }
    after_unknown = unknown;
  }
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
}

}  // namespace xlmr
