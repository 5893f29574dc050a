// SPDX-License-Identifier: Apache-2.0
#include "engine/linear.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "base/thread_pool.h"
#include "engine/counter_weights.h"
#include "engine/weight_quantizer.h"

namespace xlmr {
namespace {

constexpr MatrixShape kShape = {24, 32};

Linear quantized_layer() {
  const auto weights = counter_values("layer.weight", kShape.size(), kShape.in);
  std::vector<int8_t> values(weights.size());
  std::vector<float> scale(kShape.out);
  for (size_t row = 0; row < kShape.out; ++row) {
    scale[row] = quantize_q8(std::span(weights).subspan(row * kShape.in, kShape.in),
                             std::span(values).subspan(row * kShape.in, kShape.in));
  }
  return {choose_kernels(), kShape, QuantizedWeights{values, scale, {}},
          counter_values("layer.bias", kShape.out, kShape.out)};
}

std::vector<float> run(const Linear& layer, const std::vector<float>& x, size_t first,
                       size_t count) {
  QuantizedRows rows;
  rows.resize(count, kShape.in, choose_kernels().quantized.activations);
  for (size_t row = 0; row < count; ++row) {
    layer.prepare(std::span(x).subspan((first + row) * kShape.in, kShape.in), row, rows);
  }
  std::vector<float> y(count * kShape.out);
  layer.run(&x[first * kShape.in], rows, count, y.data(), ThreadPool(1));
  return y;
}

// The last tile of a batch has fewer rows than the kernel computes.
TEST(Linear, ARowIsTheSameInBatchesOfAnySize) {
  constexpr size_t kRows = 9;
  const Linear layer = quantized_layer();
  const auto x = counter_values("x.weight", kRows * kShape.in, kShape.in);
  std::vector<float> alone;
  for (size_t row = 0; row < kRows; ++row) {
    const auto y = run(layer, x, row, 1);
    alone.insert(alone.end(), y.begin(), y.end());
  }
  for (size_t count = 1; count <= kRows; ++count) {
    EXPECT_EQ(run(layer, x, 0, count),
              std::vector<float>(alone.begin(), alone.begin() + count * kShape.out))
        << count << " rows";
  }
}

}  // namespace
}  // namespace xlmr
