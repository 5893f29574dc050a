// SPDX-License-Identifier: Apache-2.0
#include "text/sorted_pieces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xlmr {
namespace {

// Seven bytes of a piece in a number that sorts like them: nine bits each, 0 past the end.
constexpr uint32_t kKeyBytes = 7;
constexpr uint32_t kDigitBits = 9;

struct Keyed {
  uint64_t key;
  uint32_t id;

  [[nodiscard]] uint32_t digit(uint32_t i) const {
    return static_cast<uint32_t>(key >> i * kDigitBits) & 0x1FF;
  }
};

uint64_t key_at(std::string_view piece, size_t from) {
  uint64_t key = 0;
  for (size_t i = from; i < from + kKeyBytes; ++i) {
    key = key << kDigitBits | (i < piece.size() ? static_cast<uint8_t>(piece[i]) + 1U : 0U);
  }
  return key;
}

// A radix sort from the last digit on; equal keys stay in order.
void radix_sort(std::vector<Keyed>& order) {
  std::vector<Keyed> other(order.size());
  for (uint32_t i = 0; i < kKeyBytes; ++i) {
    std::array<uint32_t, 1U << kDigitBits> starts{};
    for (const Keyed& each : order) ++starts[each.digit(i)];
    uint32_t start = 0;
    for (uint32_t& digit : starts) start += std::exchange(digit, start);
    for (const Keyed& each : order) other[starts[each.digit(i)]++] = each;
    order.swap(other);
  }
}

std::vector<Keyed> sort(std::span<const std::string_view> pieces) {
  std::vector<Keyed> order;
  order.reserve(pieces.size());
  for (uint32_t id = 0; id < pieces.size(); ++id) order.push_back({key_at(pieces[id], 0), id});
  radix_sort(order);

  // Runs of one key are sorted by the bytes that follow, until the pieces end.
  struct Run {
    size_t begin;
    size_t end;
    size_t depth;
  };
  std::vector<Run> runs;
  const auto push_runs = [&](size_t begin, size_t last, size_t depth) {
    while (begin < last) {
      size_t end = begin + 1;
      while (end < last && order[end].key == order[begin].key) ++end;
      if (end > begin + 1 && order[begin].digit(0) != 0) runs.push_back({begin, end, depth});
      begin = end;
    }
  };
  push_runs(0, order.size(), kKeyBytes);
  while (!runs.empty()) {
    const auto [begin, end, depth] = runs.back();
    runs.pop_back();
    const auto run = std::span(order).subspan(begin, end - begin);
    for (Keyed& each : run) each.key = key_at(pieces[each.id], depth);
    std::sort(run.begin(), run.end(), [](const Keyed& a, const Keyed& b) {
      return a.key != b.key ? a.key < b.key : a.id < b.id;
    });
    push_runs(begin, end, depth + kKeyBytes);
  }
  return order;
}

}  // namespace

SortedPieces::SortedPieces(std::span<const std::string_view> pieces) {
  size_t bytes = 0;
  for (const std::string_view piece : pieces) bytes += piece.size();
  bytes_.reserve(bytes);
  entries_.reserve(pieces.size());
  std::string_view previous;
  for (const Keyed& each : sort(pieces)) {
    const std::string_view piece = pieces[each.id];
    const auto differs =
        std::mismatch(piece.begin(), piece.end(), previous.begin(), previous.end());
    const auto shared = static_cast<uint32_t>(differs.first - piece.begin());
    entries_.push_back({.begin = static_cast<uint32_t>(bytes_.size()),
                        .size = static_cast<uint32_t>(piece.size()),
                        .id = each.id,
                        .shared = shared});
    bytes_ += piece;
    nodes_ += piece.size() - shared;
    previous = piece;
  }
}

}  // namespace xlmr
