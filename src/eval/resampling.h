// SPDX-License-Identifier: Apache-2.0
// Resampling: numpy's default_rng(0).integers(), and scipy's percentile interval of what a statistic is
// of a thousand resamples.
//
// Invariant: the same numbers as numpy 1.17 and later draw, on every machine.
//
//   Resampling draws(7);  draws.next() ... -> 5 4 3 1 2 0 0 0 1 5
#ifndef XLMR_EVAL_RESAMPLING_H_
#define XLMR_EVAL_RESAMPLING_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace xlmr {

/// integers(0, count) of a generator seeded with 0 (PCG64; Lemire's method on halves of its numbers).
class Resampling {
 public:
  /// `count`: 2 to 2^32 - 1.
  explicit Resampling(uint32_t count) : count_(count) {}

  [[nodiscard]] uint32_t next();

 private:
  [[nodiscard]] uint32_t next_half();

  uint32_t count_;
  std::array<uint64_t, 2> state_ = {0x1AA1B5345996452D, 0x09585EB7A69561E3};
  bool has_half_ = false;
  uint32_t half_ = 0;
};

struct Interval {
  double low = 0;
  double high = 0;
};

/// The interval between the quantiles that leave `level` of the values in the middle
/// (scipy.stats.quantile, linear). `level` as 0.9; NaN where one of the values is.
[[nodiscard]] Interval percentile_interval(std::vector<double> values, double level);

}  // namespace xlmr

#endif  // XLMR_EVAL_RESAMPLING_H_
