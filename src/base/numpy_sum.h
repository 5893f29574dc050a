// SPDX-License-Identifier: Apache-2.0
// numpy_sum: a sum in numpy's order, for figures that are to be equal to the last bit.
//
// Invariant: up to 128 numbers are added in eight lanes, and more are halved first, at a multiple of
// eight. Source: numpy 2, loops_utils.h, pairwise_sum.
//
//   numpy_sum<double>({0.1, ten times})   ->   1.0, where one after the other makes 0.9999999999999999
#ifndef XLMR_BASE_NUMPY_SUM_H_
#define XLMR_BASE_NUMPY_SUM_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace xlmr {

// NOLINTNEXTLINE(misc-no-recursion): as deep as the number of values has bits
template <typename T>
[[nodiscard]] T numpy_sum(std::span<const T> values) {
  constexpr size_t kLanes = 8;
  constexpr size_t kBlock = 128;
  if (values.size() > kBlock) {
    const size_t half = values.size() / 2 / kLanes * kLanes;
    return numpy_sum(values.first(half)) + numpy_sum(values.subspan(half));
  }
  T sum = 0;
  size_t at = 0;
  if (values.size() >= kLanes) {
    std::array<T, kLanes> lanes{};
    std::copy_n(values.begin(), kLanes, lanes.begin());
    for (at = kLanes; at + kLanes <= values.size(); at += kLanes) {
      for (size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += values[at + lane];
    }
    sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
          ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
  }
  for (; at < values.size(); ++at) sum += values[at];
  return sum;
}

}  // namespace xlmr

#endif  // XLMR_BASE_NUMPY_SUM_H_
