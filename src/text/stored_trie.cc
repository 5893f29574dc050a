// SPDX-License-Identifier: Apache-2.0
#include "text/stored_trie.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace xlmr {
namespace {

static_assert(std::endian::native == std::endian::little);

// "XLMRTRI" and the version of the layout, of the nodes' included.
constexpr uint64_t kMagic = 0x01'49'52'54'52'4D'4C'58;

struct Header {
  uint64_t magic;
  uint64_t vocabulary;  // fingerprints
  uint64_t content;
  uint32_t nodes;
  uint32_t rests;
  uint64_t has_repeated;
};

// Finds damage, not forgery.
uint64_t fingerprint(const void* data, size_t size, uint64_t seed) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  const auto* bytes = static_cast<const char*>(data);
  uint64_t hash = seed ^ size;
  for (size_t at = 0; at < size; at += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes + at, std::min(sizeof(word), size - at));
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32;
  }
  return hash;
}

uint64_t fingerprint(const Vocabulary& vocabulary) {
  const auto ends = vocabulary.ends();
  const uint64_t texts = fingerprint(vocabulary.texts().data(), vocabulary.texts().size(), 0);
  return fingerprint(ends.data(), ends.size_bytes(), texts);
}

uint64_t fingerprint(const PieceTrie::Parts& parts) {
  const uint64_t nodes =
      fingerprint(parts.nodes.data(), parts.nodes.size() * sizeof(PieceTrie::Node), 0);
  return fingerprint(parts.rests.data(), parts.rests.size(), nodes);
}

template <typename T>
uint8_t* put(uint8_t* to, const T* from, size_t count) {
  const size_t size = count * sizeof(T);
  if (size > 0) std::memcpy(to, from, size);
  return to + size;
}

}  // namespace

std::vector<uint8_t> store_trie(const PieceTrie& trie, const Vocabulary& vocabulary) {
  const PieceTrie::Parts& parts = trie.parts();
  const Header header = {.magic = kMagic,
                         .vocabulary = fingerprint(vocabulary),
                         .content = fingerprint(parts),
                         .nodes = static_cast<uint32_t>(parts.nodes.size()),
                         .rests = static_cast<uint32_t>(parts.rests.size()),
                         .has_repeated = parts.has_repeated ? 1U : 0U};
  std::vector<uint8_t> bytes(sizeof(header) + parts.nodes.size() * sizeof(PieceTrie::Node) +
                             parts.rests.size());
  uint8_t* at = put(bytes.data(), &header, 1);
  at = put(at, parts.nodes.data(), parts.nodes.size());
  put(at, parts.rests.data(), parts.rests.size());
  return bytes;
}

std::optional<PieceTrie> read_trie(std::string_view bytes, const Vocabulary& vocabulary) {
  Header header{};
  if (bytes.size() < sizeof(header)) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof(header));
  bytes.remove_prefix(sizeof(header));
  const uint64_t nodes_size = uint64_t{header.nodes} * sizeof(PieceTrie::Node);
  if (header.magic != kMagic || nodes_size + header.rests != bytes.size() ||
      header.vocabulary != fingerprint(vocabulary)) {
    return std::nullopt;
  }
  PieceTrie::Parts parts;
  parts.nodes.resize(header.nodes);
  parts.rests.resize(header.rests);
  if (header.nodes > 0) std::memcpy(parts.nodes.data(), bytes.data(), nodes_size);
  if (header.rests > 0) std::memcpy(parts.rests.data(), bytes.data() + nodes_size, header.rests);
  parts.has_repeated = header.has_repeated != 0;
  if (header.content != fingerprint(parts)) return std::nullopt;
  return PieceTrie::from_parts(std::move(parts), static_cast<size_t>(vocabulary.size()));
}

}  // namespace xlmr
