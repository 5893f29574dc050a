// SPDX-License-Identifier: Apache-2.0
#include "engine/layer_norm.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "engine/reference/reference_blocks.h"

namespace xlmr {
namespace {

std::vector<float> normal_numbers(size_t size, std::mt19937& random, float mean = 0) {
  std::normal_distribution<float> normal(mean);
  std::vector<float> numbers(size);
  for (float& each : numbers) each = normal(random);
  return numbers;
}

TEST(LayerNorm, EqualsTheReference) {
  std::mt19937 random(2);
  for (const size_t size : {1, 3, 4, 7, 8, 9, 12, 31, 32, 768, 1021}) {
    for (const float mean : {0.0F, 10.0F}) {
      const LayerNorm norm{normal_numbers(size, random, 1), normal_numbers(size, random), 1e-5F};
      const auto x = normal_numbers(size, random, mean);
      const auto residual = normal_numbers(size, random);
      std::vector<float> sum;
      for (size_t i = 0; i < size; ++i) sum.push_back(x[i] + residual[i]);
      const auto expected = reference::layer_norm(sum, {norm.gamma, norm.beta}, norm.eps);
      auto found = x;
      norm.add_and_normalize(found, residual);
      for (size_t i = 0; i < size; ++i) EXPECT_NEAR(found[i], expected[i], 2e-5F) << size;
      norm.normalize(sum);
      EXPECT_EQ(sum, found);
    }
  }
}

TEST(LayerNorm, TheHeadersExampleHolds) {
  std::vector<float> x = {1, 3};
  LayerNorm{{1, 1}, {0, 0}, 0}.normalize(x);
  EXPECT_EQ(x, (std::vector<float>{-1, 1}));
}

TEST(LayerNorm, ARowWithoutVarianceIsBeta) {
  std::vector<float> x(20, 4.0F);
  LayerNorm{std::vector<float>(20, 3), std::vector<float>(20, 0.5F), 1e-12F}.normalize(x);
  EXPECT_EQ(x, std::vector<float>(20, 0.5F));
}

}  // namespace
}  // namespace xlmr
