// SPDX-License-Identifier: Apache-2.0
#include "engine/input_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "engine/counter_encoder.h"

namespace xlmr {
namespace {

TEST(InputScale, ANormSpreadsAsItsGammaAndBeta) {
  const ActivationStatistics statistics = statistics_of({{2, -3, 0}, {1, -1, 5}, 1e-5F});
  EXPECT_EQ(statistics.mean, (std::vector<float>{1, -1, 5}));
  EXPECT_EQ(statistics.deviation, (std::vector<float>{2, 3, 0}));
}

// Against numbers drawn from these distributions.
TEST(InputScale, AMatrixSpreadsAsItsSamplesDo) {
  constexpr uint32_t kIn = 24;
  constexpr uint32_t kOut = 5;
  constexpr int kSamples = 20000;
  const Matrix matrix = counter_matrix("spread", kOut, kIn);
  const ActivationStatistics inputs{counter_values("mean", kIn, 1),
                                    counter_values("LayerNorm.weight", kIn, 1)};
  const ActivationStatistics found =
      statistics_after(inputs, {kOut, kIn}, matrix.values, matrix.bias);

  std::mt19937 random(1);
  std::normal_distribution<double> normal;
  std::vector<double> sum(kOut);
  std::vector<double> squares(kOut);
  for (int sample = 0; sample < kSamples; ++sample) {
    std::vector<double> x;
    for (size_t i = 0; i < kIn; ++i) {
      x.push_back(inputs.mean[i] + inputs.deviation[i] * normal(random));
    }
    for (size_t row = 0; row < kOut; ++row) {
      double y = matrix.bias[row];
      for (size_t i = 0; i < kIn; ++i) y += x[i] * matrix.values[row * kIn + i];
      sum[row] += y;
      squares[row] += y * y;
    }
  }
  for (size_t row = 0; row < kOut; ++row) {
    const double mean = sum[row] / kSamples;
    const double deviation = std::sqrt(squares[row] / kSamples - mean * mean);
    EXPECT_NEAR(found.mean[row], mean, 5 * deviation / std::sqrt(kSamples));
    EXPECT_NEAR(found.deviation[row], deviation, 0.05 * deviation);
  }
}

TEST(InputScale, GeluLeavesWhatIsPositive) {
  const ActivationStatistics statistics = statistics_after_gelu({{1, -10, 0}, {2, 1, 0}});
  EXPECT_EQ(statistics.mean, (std::vector<float>{7, 0.17F, 0.17F}));
  EXPECT_EQ(statistics.deviation, (std::vector<float>{0, 0, 0}));
}

TEST(InputScale, TheHeadersExampleHolds) {
  const std::vector<float> weights = {0.02F, -1, -0.01F, 0.5F};
  const auto scale = choose_input_scale({{-20, 1}, {10, 0}}, {2, 2}, weights);
  EXPECT_FLOAT_EQ(scale[0], 50);
  EXPECT_FLOAT_EQ(scale[1], 1);
}

TEST(InputScale, WithoutInputOrWeightItIsOne) {
  const std::vector<float> weights = {0, 1, 1e-45F, 0};
  EXPECT_EQ(choose_input_scale({{1, 0, 0, 0}, {0, 0, 0, 0}}, {1, 4}, weights),
            (std::vector<float>{1, 1, 1, 1}));
}

}  // namespace
}  // namespace xlmr
