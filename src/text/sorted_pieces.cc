// SPDX-License-Identifier: Apache-2.0
#include "text/sorted_pieces.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace xlmr {
namespace {

// Seven bytes of a piece in a number that sorts like them: nine bits each, 0 past the end.
constexpr uint32_t kKeyBytes = 7;
constexpr uint32_t kDigitBits = 9;

struct Keyed {
  uint64_t key;
  uint32_t id;
  uint32_t shared;  // first bytes in common with the piece before it, once they are known

  [[nodiscard]] uint32_t digit(uint32_t i) const {
    return static_cast<uint32_t>(key >> i * kDigitBits) & 0x1FF;
  }
};

// Pieces with one key, which is that of the bytes before `depth`.
struct Run {
  size_t begin;
  size_t end;
  uint32_t depth;
};

// V8 optimises a WebAssembly function when it is called again, however long its loops are; so the
// loops of loading are functions of their own.
[[gnu::noinline]] uint64_t key_at(std::string_view piece, size_t from) {
  uint64_t key = 0;
  for (size_t i = from; i < from + kKeyBytes; ++i) {
    key = key << kDigitBits | (i < piece.size() ? static_cast<uint8_t>(piece[i]) + 1U : 0U);
  }
  return key;
}

// Sorts by one digit; equal ones stay in order.
[[gnu::noinline]] void sort_by_digit(const std::vector<Keyed>& from, uint32_t digit,
                                     std::vector<Keyed>& to) {
  std::array<uint32_t, 1U << kDigitBits> starts{};
  for (const Keyed& each : from) ++starts[each.digit(digit)];
  uint32_t start = 0;
  for (uint32_t& count : starts) start += std::exchange(count, start);
  for (const Keyed& each : from) to[starts[each.digit(digit)]++] = each;
}

// The keys of `run` are sorted, those of the bytes from run.depth on: says what neighbours share
// where their keys differ, and collects the runs of equal ones that go on.
[[gnu::noinline]] void compare_neighbours(std::span<Keyed> order, const Run& run,
                                          std::vector<Run>& runs) {
  for (size_t begin = run.begin; begin < run.end;) {
    if (begin > run.begin) {
      const auto same_bits =
          static_cast<uint32_t>(std::countl_zero(order[begin].key ^ order[begin - 1].key)) - 1;
      order[begin].shared = run.depth + same_bits / kDigitBits;
    }
    size_t end = begin + 1;
    while (end < run.end && order[end].key == order[begin].key) ++end;
    if (end > begin + 1) runs.push_back({begin, end, run.depth + kKeyBytes});
    begin = end;
  }
}

[[gnu::noinline]] void sort_run(std::span<const std::string_view> pieces, const Run& run,
                                std::span<Keyed> order) {
  const auto part = order.subspan(run.begin, run.end - run.begin);
  const uint32_t shared = part.front().shared;  // belongs to the place
  for (Keyed& each : part) each.key = key_at(pieces[each.id], run.depth);
  std::sort(part.begin(), part.end(), [](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.id < b.id;
  });
  part.front().shared = shared;
}

std::vector<Keyed> sort(std::span<const std::string_view> pieces) {
  std::vector<Keyed> order;
  order.reserve(pieces.size());
  for (uint32_t id = 0; id < pieces.size(); ++id) order.push_back({key_at(pieces[id], 0), id, 0});
  std::vector<Keyed> other(order.size());
  for (uint32_t digit = 0; digit < kKeyBytes; ++digit) {
    sort_by_digit(order, digit, other);
    order.swap(other);
  }
  // Pieces of one key are sorted by the bytes that follow, until they end.
  std::vector<Run> runs;
  compare_neighbours(order, {0, order.size(), 0}, runs);
  while (!runs.empty()) {
    const Run run = runs.back();
    runs.pop_back();
    if (order[run.begin].digit(0) == 0) {
      for (size_t i = run.begin + 1; i < run.end; ++i) {
        order[i].shared = static_cast<uint32_t>(pieces[order[i].id].size());
      }
    } else {
      sort_run(pieces, run, order);
      compare_neighbours(order, run, runs);
    }
  }
  return order;
}

}  // namespace

SortedPieces::SortedPieces(std::span<const std::string_view> pieces) {
  size_t bytes = 0;
  for (const std::string_view piece : pieces) bytes += piece.size();
  bytes_.resize(bytes);
  entries_.reserve(pieces.size());
  for (const Keyed& each : sort(pieces)) add(pieces[each.id], each.id, each.shared);
}

void SortedPieces::add(std::string_view piece, uint32_t id, uint32_t shared) {
  const uint32_t begin = entries_.empty() ? 0 : entries_.back().begin + entries_.back().size;
  entries_.push_back(
      {.begin = begin, .size = static_cast<uint32_t>(piece.size()), .id = id, .shared = shared});
  std::copy(piece.begin(), piece.end(), bytes_.begin() + begin);
  nodes_ += piece.size() - shared;
}

}  // namespace xlmr
