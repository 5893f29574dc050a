// SPDX-License-Identifier: Apache-2.0
#include "ner/classify.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

namespace xlmr {
namespace {

TEST(Classify, TakesTheFirstOfEqualLogits) {
  const auto best = classify(std::vector<float>{1, 3, 3});
  EXPECT_EQ(best->label, 1);
  EXPECT_NEAR(best->score, 0.4683105, 1e-6);
}

TEST(Classify, StaysFiniteForHugeLogits) {
  const auto best = classify(std::vector<float>{-3e38F, 3e38F, 0});
  EXPECT_EQ(best->label, 1);
  EXPECT_EQ(best->score, 1.0F);
}

TEST(Classify, RefusesLogitsThatAreNotFinite) {
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
        -std::numeric_limits<float>::infinity()}) {
    EXPECT_FALSE(classify(std::vector<float>{0, bad}));
    EXPECT_FALSE(classify(std::vector<float>{bad, 0}));
  }
}

TEST(Classify, AgreesWithASoftmaxInDoublePrecision) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0, 5);
  for (int round = 0; round < 1000; ++round) {
    std::vector<float> row(1 + random() % 40);
    for (float& logit : row) logit = normal(random);
    const auto best = classify(row);
    double sum = 0;
    for (const float logit : row) sum += std::exp(static_cast<double>(logit));
    for (const float logit : row) ASSERT_LE(logit, row[best->label]);
    ASSERT_NEAR(best->score, std::exp(static_cast<double>(row[best->label])) / sum, 1e-6);
  }
}

}  // namespace
}  // namespace xlmr
