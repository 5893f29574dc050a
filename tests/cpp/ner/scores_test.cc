// SPDX-License-Identifier: Apache-2.0
#include "ner/scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace xlmr {
namespace {

using ::testing::FloatEq;

TEST(Scores, SoftmaxGivesProbabilitiesAndTheFirstOfEqualLabelsIsBest) {
  Scores scores(3);
  scores.add_softmax(std::vector<float>{1, 3, 3});
  ASSERT_EQ(scores.rows(), 1U);
  EXPECT_NEAR(scores[0][0], 0.0633789, 1e-6);
  EXPECT_NEAR(scores[0][1], 0.4683105, 1e-6);
  EXPECT_EQ(scores.best(0), 1U);
}

TEST(Scores, LargeLogitsDoNotOverflow) {
  Scores scores(2);
  scores.add_softmax(std::vector<float>{3e38F, -3e38F});
  EXPECT_THAT(scores[0][0], FloatEq(1));
  EXPECT_THAT(scores[0][1], FloatEq(0));
}

// The oracle is the same sum in double precision.
TEST(Scores, RowsOfAnyLengthSumToOne) {
  for (const uint32_t labels : {1U, 7U, 8U, 9U, 37U, 128U, 129U, 1000U}) {
    std::vector<float> logits(labels);
    for (uint32_t i = 0; i < labels; ++i) logits[i] = static_cast<float>(i % 13) / 4;
    Scores scores(labels);
    scores.add_softmax(logits);
    double sum = 0;
    for (const float logit : logits) sum += std::exp(double{logit} - 3);
    for (uint32_t i = 0; i < labels && labels >= 13; ++i) {
      EXPECT_NEAR(scores[0][i], std::exp(double{logits[i]} - 3) / sum, 1e-6) << labels;
    }
    EXPECT_NEAR(std::accumulate(scores[0].begin(), scores[0].end(), 0.0), 1, 1e-5) << labels;
  }
}

TEST(Scores, AddsTheMeanOfRows) {
  Scores pieces(2);
  pieces.add(std::vector<float>{0.9F, 0.1F});
  pieces.add(std::vector<float>{0.2F, 0.8F});
  pieces.add(std::vector<float>{0.1F, 0.9F});
  Scores words(2);
  words.add_mean(pieces, 1, 3);
  EXPECT_THAT(words[0][0], FloatEq(0.15F));
  EXPECT_THAT(words[0][1], FloatEq(0.85F));
}

}  // namespace
}  // namespace xlmr
