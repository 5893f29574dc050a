// SPDX-License-Identifier: Apache-2.0
// The oracles are numpy 2.4's default_rng(0).integers() and scipy 1.17's stats.quantile().
#include "eval/resampling.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xlmr {
namespace {

TEST(Resampling, DrawsNumpysNumbers) {
  Resampling seven(7);
  for (const uint32_t each : {5, 4, 3, 1, 2, 0, 0, 0, 1, 5, 4, 6, 3, 4, 6, 5, 4, 3, 3, 6}) {
    EXPECT_EQ(seven.next(), each);
  }
  Resampling large(1000003);
  for (const uint32_t each : {850626, 636963, 511138, 269787, 307830, 40973, 75240, 16527}) {
    EXPECT_EQ(large.next(), each);
  }
}

TEST(Resampling, TakesScipysQuantiles) {  // quantile([0..9], [0.05, 0.95])
  const Interval interval = percentile_interval({9, 1, 2, 3, 0, 5, 6, 7, 8, 4}, 0.9);
  EXPECT_NEAR(interval.low, 0.45, 1e-12);
  EXPECT_NEAR(interval.high, 8.55, 1e-12);
  EXPECT_TRUE(std::isnan(percentile_interval({0, NAN}, 0.9).low));
}

}  // namespace
}  // namespace xlmr
