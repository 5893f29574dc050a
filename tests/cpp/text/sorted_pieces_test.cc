// SPDX-License-Identifier: Apache-2.0
#include "text/sorted_pieces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace xlmr {
namespace {

TEST(SortedPieces, PutsPiecesSideBySideInByteOrder) {
  const std::vector<std::string_view> views = {"in", "▁", "i"};
  const SortedPieces pieces(views);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces.new_bytes(0), "i");
  EXPECT_EQ(pieces.new_bytes(1), "n");
  EXPECT_EQ(pieces.new_bytes(2), "▁");
  EXPECT_EQ(pieces.id(1), 0U);
  EXPECT_EQ(pieces.size(1), 2U);
  EXPECT_EQ(pieces.shared(0), 0U);
  EXPECT_EQ(pieces.shared(1), 1U);
}

TEST(SortedPieces, AgreesWithAStableSort) {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) {
    // Long common beginnings, NUL bytes, equal pieces.
    std::string text(random() % 20, i % 3 == 0 ? 'a' : '\0');
    for (int k = 0; k < 3; ++k) text += static_cast<char>(random() % (i % 2 == 0 ? 3 : 256));
    texts.push_back(text);
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::vector<uint32_t> expected(views.size());
  for (uint32_t i = 0; i < expected.size(); ++i) expected[i] = i;
  std::stable_sort(expected.begin(), expected.end(),
                   [&](uint32_t a, uint32_t b) { return views[a] < views[b]; });
  const SortedPieces pieces(views);
  for (uint32_t i = 0; i < expected.size(); ++i) {
    ASSERT_EQ(pieces.id(i), expected[i]);
    const std::string_view piece = views[expected[i]];
    const std::string_view before = i == 0 ? "" : views[expected[i - 1]];
    const auto mismatch = std::mismatch(piece.begin(), piece.end(), before.begin(), before.end());
    ASSERT_EQ(pieces.size(i), piece.size());
    ASSERT_EQ(pieces.shared(i), mismatch.first - piece.begin());
    ASSERT_EQ(pieces.new_bytes(i), piece.substr(pieces.shared(i)));
  }
}

}  // namespace
}  // namespace xlmr
