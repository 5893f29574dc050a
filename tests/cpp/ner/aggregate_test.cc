// SPDX-License-Identifier: Apache-2.0
#include "ner/aggregate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

Pieces pieces(const std::vector<bool>& starts, const std::vector<std::vector<float>>& rows) {
  Pieces out{{}, Scores(static_cast<uint32_t>(rows.front().size())), {}};
  for (size_t i = 0; i < rows.size(); ++i) {
    out.places.push_back({.starts_word = starts[i]});
    out.scores.add(rows[i]);
  }
  return out;
}

// The word "Ramazotti" of the reference's tests, with labels PER, MISC, LOC (in that order here).
const Pieces kRamazotti =
    pieces({true, false, false, false},
           {{0, 0.55F, 0.45F}, {0.35F, 0.15F, 0.5F}, {0.5F, 0.3F, 0.2F}, {0.15F, 0.05F, 0.8F}});

TEST(Aggregate, NoneAndSimpleMakeEachPieceAUnit) {
  for (const auto strategy : {AggregationStrategy::none, AggregationStrategy::simple}) {
    const Units units = aggregate(kRamazotti, strategy);
    EXPECT_THAT(units.pieces, ElementsAre(TokenRange{0, 1}, TokenRange{1, 2}, TokenRange{2, 3},
                                          TokenRange{3, 4}));
    EXPECT_EQ(units.scores[2][0], 0.5F);
  }
}

TEST(Aggregate, FirstTakesTheFirstPiecesScores) {
  const Units units = aggregate(kRamazotti, AggregationStrategy::first);
  EXPECT_THAT(units.pieces, ElementsAre(TokenRange{0, 4}));
  EXPECT_THAT(units.scores[0], ElementsAre(0, 0.55F, 0.45F));
}

TEST(Aggregate, MaxTakesTheSurestPieces) {
  const Units units = aggregate(kRamazotti, AggregationStrategy::max);
  EXPECT_THAT(units.scores[0], ElementsAre(0.15F, 0.05F, 0.8F));
}

TEST(Aggregate, MaxTakesTheFirstOfEquallySureOnes) {
  const Pieces both = pieces({true, false}, {{0.3F, 0.7F}, {0.7F, 0.3F}});
  EXPECT_EQ(aggregate(both, AggregationStrategy::max).scores.best(0), 1U);
}

TEST(Aggregate, AverageTakesTheMean) {
  const Units units = aggregate(kRamazotti, AggregationStrategy::average);
  EXPECT_NEAR(units.scores[0][0], 0.25, 1e-6);
  EXPECT_NEAR(units.scores[0][1], 0.2625, 1e-6);
  EXPECT_NEAR(units.scores[0][2], 0.4875, 1e-6);
}

TEST(Aggregate, AWordBeginsAtTheTextsStartAndAtEachMark) {
  const Pieces text = pieces({false, false, true, true, false}, {{1}, {1}, {1}, {1}, {1}});
  EXPECT_THAT(aggregate(text, AggregationStrategy::first).pieces,
              ElementsAre(TokenRange{0, 2}, TokenRange{2, 3}, TokenRange{3, 5}));
  const Pieces nothing{{}, Scores(3), {}};
  EXPECT_TRUE(aggregate(nothing, AggregationStrategy::max).pieces.empty());
}

}  // namespace
}  // namespace xlmr
