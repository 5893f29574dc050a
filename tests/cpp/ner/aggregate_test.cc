// SPDX-License-Identifier: Apache-2.0
#include "ner/aggregate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC", "ORG-O", "GPE"};

// Places pieces one character apart, so that ranges show which were joined.
std::vector<Entity> pieces(const std::vector<std::pair<uint32_t, std::string>>& labelled) {
  std::vector<Entity> out;
  for (const auto& [label, word] : labelled) {
    const auto at = static_cast<uint32_t>(out.size());
    out.push_back({.label = label,
                   .score = 0.5F + 0.1F * static_cast<float>(at),
                   .index = static_cast<int32_t>(at) + 1,
                   .range = {at, at + 1},
                   .word = word});
  }
  return out;
}

std::vector<std::string> groups(const std::vector<std::pair<uint32_t, std::string>>& labelled,
                                std::vector<std::string> ignore = {"O"}) {
  const LabelMap labels(kLabels);
  std::vector<std::string> out;
  for (const Entity& entity :
       aggregate(pieces(labelled), labels,
                 {.strategy = AggregationStrategy::simple, .ignore_labels = std::move(ignore)})) {
    out.push_back(labels.group_of(entity.label) + " " + std::to_string(entity.range.begin) + "-" +
                  std::to_string(entity.range.end) + " " + entity.word);
  }
  return out;
}

TEST(Aggregate, NoneKeepsPiecesAndTheirIndices) {
  const auto records =
      aggregate(pieces({{1, "▁Emma"}, {0, "▁is"}, {3, "▁Lond"}}), LabelMap(kLabels), {});
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].word, "▁Emma");
  EXPECT_EQ(records[0].index, 1);
  EXPECT_EQ(records[1].index, 3);
}

TEST(Aggregate, SimpleJoinsPiecesOfOneEntity) {
  EXPECT_THAT(groups({{1, "▁Angela"}, {2, "▁Mer"}, {2, "kel"}, {0, "▁in"}, {3, "▁Paris"}}),
              ElementsAre("PER 0-3 Angela Merkel", "LOC 4-5 Paris"));
}

TEST(Aggregate, SimpleScoresAreTheMeanOfTheirPieces) {
  const auto records = aggregate(pieces({{1, "▁a"}, {2, "▁b"}, {2, "▁c"}}), LabelMap(kLabels),
                                 {.strategy = AggregationStrategy::simple});
  ASSERT_EQ(records.size(), 1U);
  EXPECT_NEAR(records[0].score, 0.6, 1e-6);
  EXPECT_EQ(records[0].index, Entity::kNoIndex);
}

TEST(Aggregate, ABeginningOrAnotherTagOpensTheNextEntity) {
  EXPECT_THAT(groups({{1, "▁a"}, {1, "▁b"}}), ElementsAre("PER 0-1 a", "PER 1-2 b"));
  EXPECT_THAT(groups({{1, "▁a"}, {4, "▁b"}}), ElementsAre("PER 0-1 a", "LOC 1-2 b"));
  EXPECT_THAT(groups({{2, "▁a"}, {2, "▁b"}}), ElementsAre("PER 0-2 a b"));
  EXPECT_THAT(groups({{4, "▁a"}, {0, "▁b"}, {4, "▁c"}}), ElementsAre("LOC 0-1 a", "LOC 2-3 c"));
}

TEST(Aggregate, LabelsWithoutPrefixJoinAndShowWhatFollowsTheHyphen) {
  EXPECT_THAT(groups({{6, "▁a"}, {6, "▁b"}, {5, "▁c"}}), ElementsAre("GPE 0-2 a b", "O 2-3 c"));
}

TEST(Aggregate, IgnoresLabelsOrGroupsAndTakesOForTheOutsideLabelOnly) {
  EXPECT_THAT(groups({{1, "▁a"}, {3, "▁b"}, {5, "▁c"}}, {"PER"}),
              ElementsAre("LOC 1-2 b", "O 2-3 c"));
  EXPECT_THAT(groups({{1, "▁a"}, {5, "▁c"}}, {"B-PER", "O"}), ElementsAre("O 1-2 c"));
  EXPECT_THAT(groups({{0, "▁a"}, {1, "▁b"}}, {}), ElementsAre("O 0-1 a", "PER 1-2 b"));
}

TEST(Aggregate, ALonePrefixAtTheEndDoesNotReachIntoTheNextWord) {
  EXPECT_THAT(groups({{1, "▁Ana"}, {2, "▁"}, {0, "→"}}), ElementsAre("PER 0-1 Ana "));
  EXPECT_THAT(groups({{1, "▁"}, {0, "→"}}), ElementsAre("PER 0-1 "));
}

TEST(Aggregate, WordsDropTheFirstPiecesPrefixOnly) {
  EXPECT_THAT(groups({{1, "▁"}, {2, "鈴"}, {2, "木"}}), ElementsAre("PER 0-3 鈴木"));
  EXPECT_THAT(groups({{1, "▁▁a▁"}, {2, "▁▁b"}}), ElementsAre("PER 0-2 a  b"));
}

}  // namespace
}  // namespace xlmr
