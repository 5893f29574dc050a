// SPDX-License-Identifier: Apache-2.0
#include "base/offset_map.h"

#include <algorithm>

namespace xlmr {
namespace {

constexpr uint32_t kBlock = 64;

constexpr bool is_continuation(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }
constexpr bool is_astral_lead(char c) { return static_cast<uint8_t>(c) >= 0xF0; }

}  // namespace

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / kBlock + 1);
  Counts counts;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) checkpoints_.push_back(counts);
    counts.codepoints += !is_continuation(text[i]);
    counts.astral += is_astral_lead(text[i]);
  }
  if (text.size() % kBlock == 0) checkpoints_.push_back(counts);
}

OffsetMap::Counts OffsetMap::count_to(uint32_t byte) const {
  byte = std::min(byte, size());
  while (byte > 0 && byte < size() && is_continuation(text_[byte])) --byte;
  Counts counts = checkpoints_[byte / kBlock];
  for (uint32_t i = byte - byte % kBlock; i < byte; ++i) {
    counts.codepoints += !is_continuation(text_[i]);
    counts.astral += is_astral_lead(text_[i]);
  }
  return counts;
}

uint32_t OffsetMap::utf16_at(uint32_t byte) const {
  const Counts counts = count_to(byte);
  return counts.codepoints + counts.astral;
}

Utf16Range OffsetMap::utf16(ByteRange bytes) const {
  return {utf16_at(bytes.begin), utf16_at(bytes.end)};
}

CodepointRange OffsetMap::codepoints(ByteRange bytes) const {
  return {count_to(bytes.begin).codepoints, count_to(bytes.end).codepoints};
}

template <typename Count>
std::optional<uint32_t> OffsetMap::byte_where(uint32_t wanted, Count count) const {
  // The last checkpoint at or before it; the first one counts 0.
  const auto after = std::partition_point(checkpoints_.begin(), checkpoints_.end(),
                                          [&](const Counts& at) { return count(at) <= wanted; });
  const auto block = static_cast<uint32_t>(after - checkpoints_.begin()) - 1;
  Counts counts = checkpoints_[block];
  for (uint32_t byte = block * kBlock;; ++byte) {
    const bool at_boundary = byte == size() || !is_continuation(text_[byte]);
    if (at_boundary && count(counts) >= wanted) {
      if (count(counts) > wanted) return std::nullopt;
      return byte;
    }
    if (byte == size()) return std::nullopt;
    counts.codepoints += !is_continuation(text_[byte]);
    counts.astral += is_astral_lead(text_[byte]);
  }
}

template <typename Unit, typename Count>
std::optional<ByteRange> OffsetMap::bytes_where(Range<Unit> range, Count count) const {
  const auto begin = byte_where(range.begin, count);
  const auto end = byte_where(range.end, count);
  if (!begin || !end || *begin > *end) return std::nullopt;
  return ByteRange{*begin, *end};
}

std::optional<ByteRange> OffsetMap::bytes(Utf16Range units) const {
  return bytes_where(units, [](const Counts& at) { return at.codepoints + at.astral; });
}

std::optional<ByteRange> OffsetMap::bytes(CodepointRange codepoints) const {
  return bytes_where(codepoints, [](const Counts& at) { return at.codepoints; });
}

}  // namespace xlmr
