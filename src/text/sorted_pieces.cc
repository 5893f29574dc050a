// SPDX-License-Identifier: Apache-2.0
#include "text/sorted_pieces.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace xlmr {
namespace {

// Seven bytes of a piece in a number that sorts like them: they come first, zeros past the end, and
// in the lowest byte how many of them there are, or kGoesOn where more follow.
constexpr uint32_t kKeyBytes = 7;
constexpr uint32_t kGoesOn = kKeyBytes + 1;

struct Keyed {
  uint64_t key;
  uint32_t id;
  uint32_t shared;  // first bytes in common with the piece before it, once they are known

  [[nodiscard]] uint32_t length() const { return static_cast<uint32_t>(key & 0xFF); }
};

// Pieces with one key, which is that of the bytes before `depth`.
struct Run {
  size_t begin;
  size_t end;
  uint32_t depth;
};

uint64_t key_at(std::string_view piece, size_t from) {
  const size_t left = piece.size() - from;
  std::array<uint8_t, sizeof(uint64_t)> bytes{};
  uint64_t key = 0;
  if (left > kKeyBytes) {
    std::memcpy(&key, piece.data() + from, sizeof(key));
    if constexpr (std::endian::native == std::endian::little) key = __builtin_bswap64(key);
    return (key & ~uint64_t{0xFF}) | kGoesOn;
  }
  for (size_t i = 0; i < left; ++i) bytes[i] = static_cast<uint8_t>(piece[from + i]);
  for (const uint8_t byte : bytes) key = key << 8 | byte;
  return key | left;
}

// V8 optimises a WebAssembly function when it is called again, however long its loops are; so the
// loops of loading are functions of their own, which take a part at a time.
constexpr size_t kPart = 1024;

[[gnu::noinline]] void add_keys(std::span<const std::string_view> pieces, size_t begin,
                                std::vector<Keyed>& order) {
  const size_t end = std::min(pieces.size(), begin + kPart);
  for (size_t id = begin; id < end; ++id) {
    order.push_back({key_at(pieces[id], 0), static_cast<uint32_t>(id), 0});
  }
}

// Sorts by one digit of the key; equal ones stay in order.
constexpr uint32_t kDigitBits = 11;
constexpr uint32_t kDigits = 6;

[[gnu::noinline]] void sort_by_digit(const std::vector<Keyed>& from, uint32_t digit,
                                     std::vector<Keyed>& to) {
  const auto digit_of = [&](const Keyed& each) {
    return static_cast<size_t>(each.key >> digit * kDigitBits) & ((1U << kDigitBits) - 1);
  };
  std::array<uint32_t, size_t{1} << kDigitBits> starts{};
  for (const Keyed& each : from) ++starts[digit_of(each)];
  uint32_t start = 0;
  for (uint32_t& count : starts) start += std::exchange(count, start);
  for (const Keyed& each : from) to[starts[digit_of(each)]++] = each;
}

// The keys of `run` are sorted, those of the bytes from run.depth on: says what neighbours share
// where their keys differ, and collects the runs of equal ones that go on.
[[gnu::noinline]] void compare_neighbours(std::span<Keyed> order, const Run& run,
                                          std::vector<Run>& runs) {
  for (size_t begin = run.begin; begin < run.end;) {
    if (begin > run.begin) {
      const Keyed& before = order[begin - 1];
      const auto same = static_cast<uint32_t>(std::countl_zero(order[begin].key ^ before.key)) / 8;
      // Bytes past a piece's end are equal to NUL, and yet not there.
      order[begin].shared = run.depth + std::min({same, before.length(), order[begin].length()});
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
  for (size_t id = 0; id < pieces.size(); id += kPart) add_keys(pieces, id, order);
  std::vector<Keyed> other(order.size());
  for (uint32_t digit = 0; digit < kDigits; ++digit) {
    sort_by_digit(order, digit, other);
    order.swap(other);
  }
  // Pieces of one key are sorted by the bytes that follow, until they end.
  std::vector<Run> runs;
  compare_neighbours(order, {0, order.size(), 0}, runs);
  while (!runs.empty()) {
    const Run run = runs.back();
    runs.pop_back();
    if (order[run.begin].length() < kGoesOn) {
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
  const std::vector<Keyed> order = sort(pieces);
  entries_.reserve(order.size());
  for (const Keyed& each : order) add(pieces[each.id], each.id, each.shared);
}

void SortedPieces::add(std::string_view piece, uint32_t id, uint32_t shared) {
  const size_t begin = bytes_.size();
  bytes_.resize(begin + piece.size() - shared);
  std::copy(piece.begin() + shared, piece.end(), bytes_.begin() + static_cast<ptrdiff_t>(begin));
  entries_.push_back({.id = id,
                      .size = static_cast<uint32_t>(piece.size()),
                      .shared = shared,
                      .begin = static_cast<uint32_t>(begin)});
}

}  // namespace xlmr
