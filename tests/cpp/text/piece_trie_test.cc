// SPDX-License-Identifier: Apache-2.0
#include "text/piece_trie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace xlmr {
namespace {

std::vector<int32_t> prefixes(const PieceTrie& trie, std::string_view text) {
  std::vector<int32_t> found;
  trie.for_each_prefix(text, [&](int32_t piece, size_t) { found.push_back(piece); });
  return found;
}

TEST(PieceTrie, FindsPrefixesShortestFirst) {
  const std::vector<std::string_view> pieces = {"▁", "▁in", "▁i", "x"};
  const PieceTrie trie(pieces);
  EXPECT_EQ(prefixes(trie, "▁inn"), (std::vector<int32_t>{0, 2, 1}));
  EXPECT_EQ(prefixes(trie, "xx"), (std::vector<int32_t>{3}));
  EXPECT_TRUE(prefixes(trie, "▀").empty());
}

TEST(PieceTrie, TakesTheLastOfEqualPieces) {
  const std::vector<std::string_view> pieces = {"a", "b", "a"};
  EXPECT_EQ(prefixes(PieceTrie(pieces), "a"), (std::vector<int32_t>{2}));
}

TEST(PieceTrie, AgreesWithASearchThroughAllPieces) {
  std::mt19937 random(11);
  std::vector<std::string> pieces;
  for (int i = 0; i < 20000; ++i) {
    std::string piece(1 + random() % 6, '\0');
    for (char& c : piece) c = static_cast<char>(random() % (i % 2 == 0 ? 256 : 4));
    pieces.push_back(piece);
  }
  const std::vector<std::string_view> views(pieces.begin(), pieces.end());
  const PieceTrie trie(views);
  for (int round = 0; round < 300; ++round) {
    std::string text(8, '\0');
    for (char& c : text) c = static_cast<char>(random() % (round % 2 == 0 ? 256 : 4));
    std::vector<std::pair<size_t, int32_t>> expected;
    for (size_t id = 0; id < pieces.size(); ++id) {
      if (!text.starts_with(pieces[id])) continue;
      std::erase_if(expected, [&](const auto& e) { return e.first == pieces[id].size(); });
      expected.emplace_back(pieces[id].size(), static_cast<int32_t>(id));
    }
    std::sort(expected.begin(), expected.end());
    std::vector<int32_t> ids;
    for (const auto& [size, id] : expected) ids.push_back(id);
    ASSERT_EQ(prefixes(trie, text), ids);
  }
}

}  // namespace
}  // namespace xlmr
