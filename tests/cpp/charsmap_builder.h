// SPDX-License-Identifier: Apache-2.0
// charsmap_blob: a `precompiled_charsmap` for a handful of rules, laid out as darts-clone does.
//
//   charsmap_blob({{"A", "a"}})      // maps A to a
#ifndef XLMR_TESTS_CHARSMAP_BUILDER_H_
#define XLMR_TESTS_CHARSMAP_BUILDER_H_

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace xlmr {

inline std::string charsmap_blob(const std::map<std::string, std::string>& rules) {
  constexpr uint32_t kBlock = 256;
  std::vector<uint32_t> units(kBlock, 0);  // the root is unit 0; each node's children get a block
  std::map<std::string, uint32_t> position = {{"", 0}};
  std::map<std::string, uint32_t> children;
  const auto block_of = [&](const std::string& prefix) {
    const auto [at, fresh] = children.emplace(prefix, static_cast<uint32_t>(units.size()));
    if (fresh) {
      units.resize(units.size() + kBlock, 0);
      units[position[prefix]] |= (position[prefix] ^ at->second) << 10;
    }
    return at->second;
  };
  std::string texts;
  for (const auto& [key, replacement] : rules) {
    for (size_t size = 1; size <= key.size(); ++size) {
      const std::string prefix = key.substr(0, size);
      const auto byte = static_cast<uint8_t>(key[size - 1]);
      const uint32_t unit = block_of(key.substr(0, size - 1)) ^ byte;
      if (!position.emplace(prefix, unit).second) continue;
      units[unit] |= byte;
    }
    const uint32_t leaf = block_of(key);
    units[position[key]] |= 1U << 8;
    units[leaf] = 0x80000000U | static_cast<uint32_t>(texts.size());
    texts += replacement + '\0';
  }
  const auto bytes = static_cast<uint32_t>(units.size() * sizeof(uint32_t));
  std::string blob(sizeof(bytes) + bytes, '\0');
  std::memcpy(blob.data(), &bytes, sizeof(bytes));
  std::memcpy(blob.data() + sizeof(bytes), units.data(), bytes);
  return blob + texts;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_CHARSMAP_BUILDER_H_
