// SPDX-License-Identifier: Apache-2.0
#include "base/numpy_sum.h"

#include <gtest/gtest.h>

#include <vector>

namespace xlmr {
namespace {

// What numpy 2.4 makes of np.full(n, 0.1).sum().
TEST(NumpySum, AddsInNumpysOrder) {
  const auto of = [](size_t count) {
    const std::vector<double> values(count, 0.1);
    return numpy_sum<double>(values);
  };
  EXPECT_EQ(of(0), 0.0);
  EXPECT_EQ(of(7), 0.7);
  EXPECT_EQ(of(10), 1.0);
  EXPECT_EQ(of(1000), 100.00000000000001);
}

TEST(NumpySum, TakesFloats) {
  const std::vector<float> values(10, 0.1F);
  EXPECT_EQ(numpy_sum<float>(values), 1.0F);
}

}  // namespace
}  // namespace xlmr
