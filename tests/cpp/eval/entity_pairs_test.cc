// SPDX-License-Identifier: Apache-2.0
#include "eval/entity_pairs.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

using Spans = std::vector<TypedSpan>;

TEST(EntityPairs, PutsEqualOnesTogetherBeforeWhatOverlaps) {
  // By order alone (0, 0, 3) would take the gold (0, 1, 3), whose equal comes after it.
  const auto pairs = pair_entities({{0, 1, 3}, {0, 4, 5}}, {{0, 0, 3}, {0, 1, 3}, {1, 4, 5}});
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[0].gold, std::nullopt);
  EXPECT_EQ(pairs[0].faults(), 1u);
  EXPECT_TRUE(pairs[1].is_right());
  EXPECT_EQ(pairs[1].faults(), 0u);
  EXPECT_EQ(pairs[2].gold, (TypedSpan{0, 4, 5}));
  EXPECT_EQ(pairs[2].faults(), 2u);
}

TEST(EntityPairs, GivesEachTheLargestOverlapThatIsStillAlone) {
  const auto pairs = pair_entities({{0, 0, 1}, {1, 1, 4}, {2, 8, 9}}, {{0, 0, 3}, {0, 3, 4}});
  ASSERT_EQ(pairs.size(), 4u);
  EXPECT_EQ(pairs[0].gold, (TypedSpan{1, 1, 4}));
  EXPECT_EQ(pairs[1].gold, std::nullopt);  // made up: its gold one is taken
  EXPECT_EQ(pairs[2].gold, (TypedSpan{0, 0, 1}));
  EXPECT_EQ(pairs[2].predicted, std::nullopt);
  EXPECT_EQ(pairs[3].gold, (TypedSpan{2, 8, 9}));
}

TEST(EntityPairs, AreThoseOfEachSentence) {
  const ColumnsOf columns("B-A L-A B-A L-A | O", "B-A L-A O O | B-B");
  const EntityPairs pairs = entity_pairs(columns.view());
  EXPECT_EQ(pairs.types, (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(pairs.sentences.size(), 2u);
  ASSERT_EQ(pairs.sentences[0].size(), 2u);
  EXPECT_TRUE(pairs.sentences[0][0].is_right());
  EXPECT_EQ(pairs.sentences[0][1].gold, (TypedSpan{0, 2, 4}));
  EXPECT_EQ(pairs.sentences[1].at(0).predicted, (TypedSpan{1, 0, 1}));
}

}  // namespace
}  // namespace xlmr
