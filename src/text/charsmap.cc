// SPDX-License-Identifier: Apache-2.0
#include "text/charsmap.h"

#include <cstring>

#include "base/utf8.h"

namespace xlmr {
namespace {

// A unit of darts-clone: label in the low byte (bit 31 marks a value), bit 8 = has a value,
// bit 9 = the offset is scaled, offset from bit 10.
constexpr bool is_value(uint32_t unit) { return (unit >> 31) != 0; }
constexpr bool has_leaf(uint32_t unit) { return ((unit >> 8) & 1) != 0; }
constexpr uint32_t label(uint32_t unit) { return unit & (0x80000000U | 0xFF); }
constexpr uint32_t value(uint32_t unit) { return unit & 0x7FFFFFFFU; }
constexpr uint32_t offset(uint32_t unit) { return (unit >> 10) << ((unit & (1U << 9)) >> 6); }

// Calls back with the place of each child, but that by NUL, of a node with that base. `units`
// holds the base's whole block, which is gone through sixteen at a time because most have none.
template <typename Callback>
void for_each_child(const std::vector<uint32_t>& units, uint32_t base, const Callback& callback) {
  constexpr uint32_t kStep = 16;
  const auto is_child = [&](uint32_t place) { return label(units[place]) == (place ^ base); };
  const uint32_t block = base & ~0xFFU;
  for (uint32_t first = block; first < block + 256; first += kStep) {
    bool any = false;
    for (uint32_t place = first; place < first + kStep; ++place) any |= is_child(place);
    if (!any) continue;
    for (uint32_t place = first; place < first + kStep; ++place) {
      if (is_child(place) && place != base) callback(place);
    }
  }
}

Status broken(std::string_view what, const AsText& found) {
  return invalid_tokenizer(expected("precompiled_charsmap", what, found));
}

}  // namespace

Result<Charsmap> Charsmap::read(std::string_view blob) {
  Charsmap map;
  if (blob.empty()) return map;
  uint32_t trie_bytes = 0;
  if (blob.size() <= sizeof(trie_bytes)) return broken("a trie", "a few bytes");
  std::memcpy(&trie_bytes, blob.data(), sizeof(trie_bytes));
  blob.remove_prefix(sizeof(trie_bytes));
  if (trie_bytes % 1024 != 0 || trie_bytes == 0 || trie_bytes >= blob.size()) {
    return broken(concat("a trie of whole kilobytes within ", blob.size(), " bytes"),
                  concat("a size of ", trie_bytes));
  }
  map.units_.resize(trie_bytes / sizeof(uint32_t));
  std::memcpy(map.units_.data(), blob.data(), trie_bytes);
  map.replacements_ = blob.substr(trie_bytes);
  if (map.replacements_.back() != '\0') {
    return invalid_tokenizer("precompiled_charsmap: expected texts that end with NUL");
  }
  if (first_invalid_utf8(map.replacements_)) {
    return invalid_tokenizer("precompiled_charsmap: expected texts in UTF-8");
  }
  XLMR_RETURN_IF_ERROR(map.validate());
  map.find_parents();
  return map;
}

// A child says by its label what it is the child of.
void Charsmap::find_parents() {
  is_parent_.assign(units_.size(), false);
  for (uint32_t place = 0; place < units_.size(); ++place) {
    const uint32_t unit = units_[place];
    if (!is_value(unit) && label(unit) != 0) is_parent_[place ^ label(unit)] = true;
  }
}

// Whether every unit is one that a look-up could go through, reachable or not. Published charsmaps are
// of such units alone, and this takes a hundredth of the time of walking them.
bool Charsmap::is_sound() const {
  const uint32_t size = static_cast<uint32_t>(units_.size());
  bool whole = (offset(units_[0]) | 0xFF) < size;
  for (uint32_t place = 0; place < size; ++place) {
    const uint32_t unit = units_[place];
    if (is_value(unit)) continue;
    const uint32_t next = place ^ offset(unit);
    whole &= (next | 0xFF) < size;
    if (whole && has_leaf(unit)) whole = is_text(value(units_[next]));
  }
  return whole;
}

// Every node that a look-up can reach. A node's 256 possible children lie in one aligned block, so
// it is enough that the block is inside; a visited mark ends the walk where a file makes a cycle.
Status Charsmap::validate() const {
  if (is_sound()) return {};
  std::vector<bool> visited(units_.size(), false);
  std::vector<uint32_t> blocks = {offset(units_[0])};
  while (!blocks.empty()) {
    const uint32_t base = blocks.back();
    blocks.pop_back();
    if ((base | 0xFF) >= units_.size()) {
      return broken(concat("units below ", units_.size()), concat("a block at ", base));
    }
    XLMR_RETURN_IF_ERROR(validate_children(base, visited, blocks));
  }
  return {};
}

// Whether a text starts there, which a NUL ends.
bool Charsmap::is_text(uint32_t at) const {
  return at < replacements_.size() && (static_cast<uint8_t>(replacements_[at]) & 0xC0) != 0x80;
}

Status Charsmap::validate_children(uint32_t base, std::vector<bool>& visited,
                                   std::vector<uint32_t>& blocks) const {
  bool whole = true;
  for_each_child(units_, base, [&](uint32_t child) {
    if (visited[child]) return;
    visited[child] = true;
    const uint32_t next = child ^ offset(units_[child]);
    blocks.push_back(next);
    if (!has_leaf(units_[child])) return;
    whole &= next < units_.size() && is_text(value(units_[next]));
  });
  if (whole) return {};
  return broken(concat("texts within ", replacements_.size(), " bytes"), "one elsewhere");
}

std::string_view Charsmap::replacement(uint32_t at) const {
  return replacements_.data() + at;  // read() made sure that a NUL follows
}

std::optional<std::string_view> Charsmap::shortest_match(std::string_view text) const {
  if (units_.empty()) return std::nullopt;
  uint32_t node = offset(units_[0]);
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte == 0) break;
    node ^= byte;
    const uint32_t unit = units_[node];
    if (label(unit) != byte) break;
    node ^= offset(unit);
    if (has_leaf(unit)) return replacement(value(units_[node]));
  }
  return std::nullopt;
}

Charsmap::Relation Charsmap::relation(std::string_view text) const {
  Relation found;
  if (units_.empty()) return found;
  uint32_t node = offset(units_[0]);
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte == 0) return found;
    node ^= byte;
    const uint32_t unit = units_[node];
    if (label(unit) != byte) return found;
    node ^= offset(unit);
    found.has_key |= has_leaf(unit);
    ++found.walked;
  }
  found.goes_on = is_parent_[node];
  return found;
}

}  // namespace xlmr
