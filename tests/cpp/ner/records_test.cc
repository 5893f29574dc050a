// SPDX-License-Identifier: Apache-2.0
#include "ner/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC", "ORG-O", "GPE"};

using Labelled = std::vector<std::pair<uint32_t, std::string_view>>;

// Pieces one character apart, so that ranges show which were joined; scores .5, .6, .7 …
std::vector<Entity> records(const Labelled& labelled, RecordOptions options) {
  const LabelMap map(kLabels);
  Pieces pieces{{}, Scores(map.size()), {}};
  std::vector<uint32_t> labels;
  for (const auto& [label, text] : labelled) {
    const auto at = static_cast<uint32_t>(labels.size());
    std::vector<float> row(map.size(), 0);
    row[label] = 0.5F + 0.1F * static_cast<float>(at);
    pieces.scores.add(row);
    pieces.places.push_back({.range = {at, at + 1},
                             .index = static_cast<int32_t>(at) + 1,
                             .text = text,
                             .starts_word = text.starts_with("▁")});
    labels.push_back(label);
  }
  const Units units = aggregate(pieces, options.strategy);
  if (units.pieces.size() != labels.size()) {
    labels.clear();
    for (size_t unit = 0; unit < units.pieces.size(); ++unit) {
      labels.push_back(units.scores.best(unit));
    }
  }
  return make_records(pieces, units, labels, map, LabelScheme::bio, options).value();
}

std::vector<std::string> groups(const Labelled& labelled, RecordOptions options = {}) {
  if (options.strategy == AggregationStrategy::none) options.strategy = AggregationStrategy::simple;
  std::vector<std::string> out;
  for (const Entity& entity : records(labelled, std::move(options))) {
    out.push_back(entity.name + " " + std::to_string(entity.range.begin) + "-" +
                  std::to_string(entity.range.end) + " " + entity.word);
  }
  return out;
}

TEST(Records, NoneKeepsPiecesAndTheirIndices) {
  const auto found = records({{1, "▁Emma"}, {0, "▁is"}, {3, "▁Lond"}}, {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "B-PER");
  EXPECT_EQ(found[0].word, "▁Emma");
  EXPECT_EQ(found[0].index, 1);
  EXPECT_EQ(found[1].index, 3);
}

TEST(Records, SimpleJoinsPiecesOfOneEntity) {
  EXPECT_THAT(groups({{1, "▁Angela"}, {2, "▁Mer"}, {2, "kel"}, {0, "▁in"}, {3, "▁Paris"}}),
              ElementsAre("PER 0-3 Angela Merkel", "LOC 4-5 Paris"));
}

TEST(Records, SimpleScoresAreTheMeanOfTheirPieces) {
  const auto found =
      records({{1, "▁a"}, {2, "▁b"}, {2, "▁c"}}, {.strategy = AggregationStrategy::simple});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].score, 0.6, 1e-6);
  EXPECT_EQ(found[0].index, Entity::kNoIndex);
}

TEST(Records, WordsKeepTheirSpacesWhereTheReferenceLosesThem) {
  const Labelled text = {{3, "▁New"}, {4, "▁Yo"}, {0, "rk"}};
  EXPECT_THAT(groups(text, {.strategy = AggregationStrategy::first}),
              ElementsAre("LOC 0-3 New York"));
  EXPECT_THAT(groups(text, {.strategy = AggregationStrategy::first, .compat_hf = true}),
              ElementsAre("LOC 0-3 NewYork"));
  EXPECT_THAT(groups({{3, "▁New"}, {4, "▁York"}}, {.compat_hf = true}),
              ElementsAre("LOC 0-2 New York"));
}

TEST(Records, LabelsWithoutPrefixJoinAndShowWhatFollowsTheHyphen) {
  EXPECT_THAT(groups({{6, "▁a"}, {6, "▁b"}, {5, "▁c"}}), ElementsAre("GPE 0-2 a b", "O 2-3 c"));
}

TEST(Records, IgnoresLabelsOrGroupsAndTakesOForTheOutsideLabelOnly) {
  const Labelled text = {{1, "▁a"}, {3, "▁b"}, {5, "▁c"}};
  EXPECT_THAT(groups(text, {.ignore_labels = {"PER"}}), ElementsAre("LOC 1-2 b", "O 2-3 c"));
  EXPECT_THAT(groups(text, {.ignore_labels = {"B-PER", "O"}}), ElementsAre("LOC 1-2 b", "O 2-3 c"));
  EXPECT_THAT(groups({{0, "▁a"}, {1, "▁b"}}, {.ignore_labels = {}}),
              ElementsAre("O 0-1 a", "PER 1-2 b"));
}

TEST(Records, LikeHuggingFaceOIsAlsoTheGroupOfOrgO) {
  EXPECT_THAT(groups({{1, "▁a"}, {5, "▁c"}}, {.compat_hf = true}), ElementsAre("PER 0-1 a"));
  // A full label names nothing there once pieces are grouped.
  EXPECT_THAT(groups({{1, "▁a"}}, {.ignore_labels = {"B-PER"}, .compat_hf = true}),
              ElementsAre("PER 0-1 a"));
}

TEST(Records, ALonePrefixAtTheEndDoesNotReachIntoTheNextWord) {
  EXPECT_THAT(groups({{1, "▁Ana"}, {2, "▁"}, {0, "→"}}), ElementsAre("PER 0-1 Ana "));
  EXPECT_THAT(groups({{1, "▁"}, {0, "→"}}), ElementsAre("PER 0-1 "));
  EXPECT_THAT(groups({{1, "▁Ana"}, {2, "▁"}, {0, "→"}}, {.compat_hf = true}),
              ElementsAre("PER 0-2 Ana "));
}

TEST(Records, LeavesOutWhatScoresTooLow) {
  EXPECT_THAT(groups({{1, "▁a"}, {0, "▁b"}, {3, "▁c"}}, {.min_score = 0.6F}),
              ElementsAre("LOC 2-3 c"));
}

TEST(Records, ListsTheBestLabelsOnRequest) {
  const auto found =
      records({{1, "▁a"}, {2, "▁b"}}, {.strategy = AggregationStrategy::simple, .top_k = 3});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].labels.size(), 3U);
  EXPECT_EQ(found[0].labels[0].label, 2U);
  EXPECT_NEAR(found[0].labels[0].score, 0.3, 1e-6);
  EXPECT_EQ(found[0].labels[1].label, 1U);
  EXPECT_NEAR(found[0].labels[1].score, 0.25, 1e-6);
  EXPECT_EQ(found[0].labels[2].label, 0U);
  EXPECT_EQ(records({{1, "▁a"}}, {.top_k = 99})[0].labels.size(), kLabels.size());
}

}  // namespace
}  // namespace xlmr
