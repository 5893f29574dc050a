// SPDX-License-Identifier: Apache-2.0
#include "engine/layer_norm.h"

#include <cmath>
#include <cstddef>

#include "engine/vector.h"

namespace xlmr {
namespace {

/// Sum of term(i) over the row, `term` being called with four indices at a time while it can be.
template <typename Four, typename One>
float sum_over(size_t size, const Four& four, const One& one) {
  const size_t whole = size - size % (2 * kLanes);
  f32x4 even{};
  f32x4 odd{};
  for (size_t at = 0; at < whole; at += 2 * kLanes) {
    even += four(at);
    odd += four(at + kLanes);
  }
  float sum = sum_of(even + odd);
  for (size_t at = whole; at < size; ++at) sum += one(at);
  return sum;
}

}  // namespace

void LayerNorm::add_and_normalize(std::span<float> row, std::span<const float> residual) const {
  const size_t whole = row.size() - row.size() % kLanes;
  for (size_t at = 0; at < whole; at += kLanes) {
    store(&row[at], load(&row[at]) + load(&residual[at]));
  }
  for (size_t at = whole; at < row.size(); ++at) row[at] += residual[at];
  normalize(row);
}

void LayerNorm::normalize(std::span<float> row) const {
  float* x = row.data();
  const auto size = static_cast<float>(row.size());
  const float mean =
      sum_over(
          row.size(), [x](size_t at) { return load(x + at); }, [x](size_t at) { return x[at]; }) /
      size;
  const f32x4 means = splat(mean);
  const float variance = sum_over(
                             row.size(),
                             [x, means](size_t at) {
                               const f32x4 off = load(x + at) - means;
                               return off * off;
                             },
                             [x, mean](size_t at) { return (x[at] - mean) * (x[at] - mean); }) /
                         size;
  const float factor = 1.0F / std::sqrt(variance + eps);
  const f32x4 factors = splat(factor);
  const size_t whole = row.size() - row.size() % kLanes;
  for (size_t at = 0; at < whole; at += kLanes) {
    store(x + at, (load(x + at) - means) * factors * load(&gamma[at]) + load(&beta[at]));
  }
  for (size_t at = whole; at < row.size(); ++at) {
    x[at] = (x[at] - mean) * factor * gamma[at] + beta[at];
  }
}

}  // namespace xlmr
