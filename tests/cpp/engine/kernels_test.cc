// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/reference/reference_blocks.h"

namespace xlmr {
namespace {

TEST(Kernels, TilesHaveNoMoreRowsThanCallersKeepNumbersFor) {
  EXPECT_LE(choose_kernels().quantized.rows, kMaxTileRows);
  EXPECT_LE(choose_kernels().floating.rows, kMaxTileRows);
}

TEST(Kernels, GeluIsTheExactForm) {
  const Kernels kernels = choose_kernels();
  std::vector<float> x;
  for (float value = -12; value <= 12; value += 0.00123F) x.push_back(value);
  x.insert(x.end(), {0, -0.0F, 1e-20F, -1e-20F, 1e6F, -1e6F});
  std::vector<float> found(x.size());
  kernels.gelu(x.size() * sizeof(float), x.data(), found.data(), &kNoParams);
  const auto expected = reference::gelu(x);
  // The tanh form is up to 4.7e-4 away.
  for (size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(found[i], expected[i], 1e-6F * std::max(1.0F, std::abs(x[i]))) << x[i];
  }
  // In place, as the encoder has it.
  kernels.gelu(x.size() * sizeof(float), x.data(), x.data(), &kNoParams);
  EXPECT_EQ(x, found);
}

TEST(Kernels, SoftmaxOfAnyLength) {
  const Kernels kernels = choose_kernels();
  for (size_t size = 1; size <= 70; ++size) {
    std::vector<float> x;
    for (size_t i = 0; i < size; ++i) x.push_back(20 * std::sin(static_cast<float>(i * i + size)));
    const auto expected = reference::softmax(x);
    float most = 0;
    kernels.max(size * sizeof(float), x.data(), &most, &kNoParams);
    EXPECT_EQ(most, *std::max_element(x.begin(), x.end()));
    float sum = 0;
    kernels.exp_minus_max(size * sizeof(float), x.data(), &most, x.data(), &sum, nullptr);
    for (size_t i = 0; i < size; ++i) EXPECT_NEAR(x[i] / sum, expected[i], 1e-6F);
  }
}

}  // namespace
}  // namespace xlmr
