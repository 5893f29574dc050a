// SPDX-License-Identifier: Apache-2.0
// The oracles are seqeval 1.2.2 and scikit-learn 1.9.1 with numpy 2.4.
#include "eval/averages.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xlmr {
namespace {

TEST(Averages, AreThoseOfSeqevalsOwnTest) {  // tests/test_v1.py: B-A B-B O B-A, O B-B B-C B-A
  const std::vector<TypeCounts> counts = {{1, 1, 2}, {1, 1, 1}, {0, 1, 0}};
  const AveragedScores scores = seqeval_scores(counts, 0);
  EXPECT_EQ(scores.types[0].f1, 2.0 / 3);
  EXPECT_EQ(scores.micro.precision, 2.0 / 3);
  EXPECT_EQ(scores.macro.recall, 0.5);
  EXPECT_EQ(scores.weighted.precision, 1);
  EXPECT_EQ(scores.weighted.support, 3u);
}

TEST(Averages, TakeZeroDivisionWhereThereIsNothingToDivideBy) {
  const std::vector<TypeCounts> missed = {{0, 0, 2}};
  EXPECT_EQ(seqeval_scores(missed, 1).types[0].precision, 1);
  EXPECT_EQ(seqeval_scores(missed, 0).types[0].precision, 0);
  const std::vector<TypeCounts> made_up = {{0, 2, 0}};
  EXPECT_EQ(seqeval_scores(made_up, 1).weighted.recall, 1);
  EXPECT_EQ(seqeval_scores(made_up, 1).weighted.f1, 0);
  EXPECT_TRUE(std::isnan(seqeval_scores({}, 0).macro.f1));
}

}  // namespace
}  // namespace xlmr
