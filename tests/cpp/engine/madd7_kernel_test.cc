// SPDX-License-Identifier: Apache-2.0
#include "engine/madd7_kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

namespace xlmr {
namespace {

constexpr size_t kColumns = 8;

/// A panel of so many inputs, before and after it was fitted.
struct Panel {
  std::vector<int8_t> given;
  std::vector<int8_t> fitted;
  std::vector<uint32_t> extra;

  explicit Panel(std::vector<int8_t> weights) : given(std::move(weights)), fitted(given) {
    const QuantizedKernel kernel = madd7_kernel();
    const size_t inputs = given.size() / kColumns;
    extra.resize(kernel.extra_bytes(inputs) / sizeof(uint32_t));
    kernel.fit(inputs, fitted.data(), reinterpret_cast<std::byte*>(extra.data()));
  }

  [[nodiscard]] bool is_paired() const { return extra[0] != ~uint32_t{0}; }

  /// The largest sum of the positive, or of the negative, weights of a lane.
  [[nodiscard]] int most_in_lane() const {
    int most = 0;
    for (size_t block = 0; block < fitted.size(); block += 64) {
      for (size_t at = block; at < block + 32; at += 2) {
        int positive = 0;
        int negative = 0;
        for (const size_t i : {at, at + 1, at + 32, at + 33}) {
          (fitted[i] < 0 ? negative : positive) += std::abs(fitted[i]);
        }
        most = std::max({most, positive, negative});
      }
    }
    return most;
  }
};

/// [inputs, columns] in the packed order: four inputs of a column side by side.
std::vector<int8_t> drawn(size_t inputs, float deviation, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, deviation);
  std::vector<int8_t> weights(inputs * kColumns);
  for (int8_t& each : weights) {
    each = static_cast<int8_t>(std::clamp(normal(random), -127.0F, 127.0F));
  }
  return weights;
}

TEST(Madd7Kernel, NoLaneOfAFittedPanelIsTooLarge) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const Panel panel(drawn(768, 55, seed));
    ASSERT_TRUE(panel.is_paired()) << seed;
    EXPECT_LE(panel.most_in_lane(), 258);
    EXPECT_GT(panel.extra[0], 0U) << "expected a panel that had to be fitted";
  }
}

TEST(Madd7Kernel, TheHeadersExampleHolds) {
  std::vector<int8_t> weights(64, 0);
  weights[0] = 127;  // inputs 0, 1, 4 and 5 of column 0
  weights[1] = 90;
  weights[32] = 60;
  weights[33] = -3;
  // Eight inputs have no room for corrections, so the panel is longer.
  weights.resize(32 * kColumns);
  const Panel panel(weights);
  ASSERT_EQ(panel.extra[0], 1U);
  EXPECT_EQ(panel.fitted[0], 108);
  EXPECT_EQ(panel.fitted[1], 90);
  EXPECT_EQ(panel.fitted[32], 60);
  EXPECT_EQ(panel.fitted[33], -3);
  EXPECT_EQ(panel.extra[1], 19U);
}

TEST(Madd7Kernel, APanelWithTooManyLargeWeightsKeepsThem) {
  for (const int8_t value : {int8_t{127}, int8_t{-127}, int8_t{-128}}) {
    const Panel panel(std::vector<int8_t>(768 * kColumns, value));
    EXPECT_FALSE(panel.is_paired());
    EXPECT_EQ(panel.fitted, panel.given);
  }
}

}  // namespace
}  // namespace xlmr
