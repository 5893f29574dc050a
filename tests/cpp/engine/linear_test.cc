// SPDX-License-Identifier: Apache-2.0
#include "engine/linear.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/counter_encoder.h"
#include "engine/reference/reference_blocks.h"

namespace xlmr {
namespace {

constexpr uint32_t kSizes[] = {1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 33, 48, 66, 130};
constexpr size_t kCounts[] = {1, 2, 3, 4, 5, 8, 11};

std::vector<float> inputs(size_t count, uint32_t in) {
  // Each row has another range, so that a neighbour's scale would be wrong.
  std::vector<float> x = counter_values("inputs", count * in, 1);
  for (size_t i = 0; i < x.size(); ++i) x[i] *= static_cast<float>(1 + i / in % 5);
  return x;
}

std::vector<float> run(const Linear& linear, std::vector<float> x, size_t count, size_t threads,
                       Activations form = choose_kernels().quantized.activations) {
  const MatrixShape shape = linear.shape();
  QuantizedRows rows;
  rows.resize(count, shape.in, form);
  for (size_t row = 0; row < count; ++row) {
    linear.prepare(std::span(x).subspan(row * shape.in, shape.in), row, rows);
  }
  std::vector<float> y(count * shape.out, NAN);
  linear.run(x.data(), rows, count, y.data(), ThreadPool(threads));
  return y;
}

template <typename Check>
void for_each_shape(const Check& check) {
  for (const uint32_t out : kSizes) {
    for (const uint32_t in : kSizes) {
      const Matrix matrix = counter_matrix("linear", out, in);
      for (const size_t count : kCounts) {
        SCOPED_TRACE(std::to_string(count) + " rows, " + std::to_string(out) + " x " +
                     std::to_string(in));
        check(matrix, count);
      }
    }
  }
}

TEST(Linear, FloatEqualsTheReference) {
  for_each_shape([](const Matrix& matrix, size_t count) {
    const Linear linear(choose_kernels(), {matrix.rows, matrix.columns}, matrix.values,
                        matrix.bias);
    EXPECT_FALSE(linear.is_quantized());
    const auto x = inputs(count, matrix.columns);
    const auto expected = reference::linear(x, matrix);
    const auto found = run(linear, x, count, 1);
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(found[i], expected[i], 2e-5F * (1 + std::abs(expected[i])));
    }
  });
}

TEST(Linear, QuantizedEqualsTheReferenceBitForBit) {
  for_each_shape([](const Matrix& matrix, size_t count) {
    const QuantizedMatrix stored = quantized(matrix);
    const Linear linear(choose_kernels(), {matrix.rows, matrix.columns},
                        {stored.values, stored.scale, {}}, stored.bias);
    EXPECT_TRUE(linear.is_quantized());
    const auto x = inputs(count, matrix.columns);
    EXPECT_EQ(run(linear, x, count, 1), reference::linear(x, stored));
  });
}

TEST(Linear, FactorsAreThoseOfTheInputs) {
  for_each_shape([](const Matrix& matrix, size_t count) {
    const QuantizedMatrix stored = quantized(matrix);
    const auto factors = counter_values("LayerNorm.weight", matrix.columns, 1);
    const Linear linear(choose_kernels(), {matrix.rows, matrix.columns},
                        {stored.values, stored.scale, factors}, stored.bias);
    const auto x = inputs(count, matrix.columns);
    auto product = x;
    for (size_t i = 0; i < x.size(); ++i) product[i] *= factors[i % matrix.columns];
    EXPECT_EQ(run(linear, x, count, 1), reference::linear(product, stored));
  });
}

TEST(Linear, ThreadsAndOtherRowsChangeNoBit) {
  constexpr uint32_t kIn = 70;
  constexpr uint32_t kOut = 300;
  constexpr size_t kCount = 21;
  const Matrix matrix = counter_matrix("linear", kOut, kIn);
  const QuantizedMatrix stored = quantized(matrix);
  const auto x = inputs(kCount, kIn);
  for (const Linear& linear :
       {Linear(choose_kernels(), {kOut, kIn}, matrix.values, matrix.bias),
        Linear(choose_kernels(), {kOut, kIn}, {stored.values, stored.scale, {}}, stored.bias)}) {
    const auto expected = run(linear, x, kCount, 1);
    for (const size_t threads : {2, 3}) EXPECT_EQ(run(linear, x, kCount, threads), expected);
    for (size_t row = 0; row < kCount; ++row) {
      const auto at = x.begin() + static_cast<ptrdiff_t>(row * kIn);
      const auto alone = run(linear, {at, at + kIn}, 1, 1);
      const auto y = expected.begin() + static_cast<ptrdiff_t>(row * kOut);
      EXPECT_EQ(alone, (std::vector<float>{y, y + kOut}));
    }
  }
}

/// A kernel of another shape, in plain C++, that reads and writes what XNNPACK's of that shape do:
/// whole blocks of a row, whole tiles of rows, where missing rows are the last one again.
template <size_t kRows, size_t kColumns, size_t kDepth, typename Input>
void plain_kernel(size_t rows, size_t columns, size_t depth, const void* a, size_t a_stride,
                  const void* packed, float* c, size_t c_row_stride, size_t /*c_panel_stride*/,
                  const xnn_f32_minmax_params* /*limits*/, const RowScale* scales) {
  const auto* sums = static_cast<const int32_t*>(packed);
  const auto* values = reinterpret_cast<const int8_t*>(sums + kColumns);
  const size_t blocks = (depth + kDepth - 1) / kDepth;
  const auto* scale = reinterpret_cast<const float*>(values + blocks * kDepth * kColumns);
  const float* bias = scale + kColumns;
  for (size_t row = 0; row < kRows; ++row) {
    const size_t real = std::min(row, rows - 1);
    const auto* x =
        reinterpret_cast<const Input*>(static_cast<const std::byte*>(a) + real * a_stride);
    float* y = reinterpret_cast<float*>(reinterpret_cast<std::byte*>(c) + real * c_row_stride);
    for (size_t column = 0; column < columns; ++column) {
      const bool is_centred = sizeof(Input) == 2;
      int32_t sum = is_centred ? 0 : sums[column] * scales[row].zero_point;
      for (size_t k = 0; k < blocks * kDepth; ++k) {
        sum += x[k] * values[k / kDepth * kDepth * kColumns + column * kDepth + k % kDepth];
      }
      y[column] = static_cast<float>(sum) * scales[row].inv_scale * scale[column] + bias[column];
    }
  }
}

TEST(Linear, PacksForTheShapesOfAllKernels) {
  const QuantizedKernel shapes[] = {
      {"4x16c4", plain_kernel<4, 16, 4, int8_t>, 4, 16, 4, Activations::seven_bits},
      {"4x8c8", plain_kernel<4, 8, 8, int8_t>, 4, 8, 8, Activations::seven_bits},
      {"4x8c2", plain_kernel<4, 8, 2, int16_t>, 4, 8, 2, Activations::centred_int16},
      {"8x4c1", plain_kernel<8, 4, 1, int8_t>, 8, 4, 1, Activations::seven_bits}};
  for (const QuantizedKernel& shape : shapes) {
    Kernels kernels = choose_kernels();
    kernels.quantized = shape;
    for_each_shape([&](const Matrix& matrix, size_t count) {
      const QuantizedMatrix stored = quantized(matrix);
      const Linear linear(kernels, {matrix.rows, matrix.columns}, {stored.values, stored.scale, {}},
                          stored.bias);
      const auto x = inputs(count, matrix.columns);
      EXPECT_EQ(run(linear, x, count, 1, shape.activations), reference::linear(x, stored))
          << shape.name;
    });
  }
}

// The greatest sums that there are: 4096 products of 255 steps and 127.
TEST(Linear, SumsDoNotOverflow) {
  constexpr uint32_t kIn = 4096;
  const std::vector<float> x(kIn, 255);  // all but one at the top of [0, 255]
  const std::vector<int8_t> values(2 * kIn, 127);
  const std::vector<float> scale = {1, 2};
  const std::vector<float> bias = {0, 1};
  const Linear linear(choose_kernels(), {2, kIn}, {values, scale, {}}, bias);
  EXPECT_EQ(run(linear, x, 1, 1), (std::vector<float>{255.0F * 127 * kIn, 510.0F * 127 * kIn + 1}));
}

}  // namespace
}  // namespace xlmr
