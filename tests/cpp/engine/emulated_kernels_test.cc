// SPDX-License-Identifier: Apache-2.0
// All int8 kernels of the WebAssembly builds, on emulated SIMD, beside the native one: products are
// the same to the bit whichever of them a machine gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/thread_pool.h"
#include "engine/dot16_kernel.h"
#include "engine/kernels.h"
#include "engine/linear.h"
#include "engine/madd7_kernel.h"
#include "engine/quantized_rows.h"
#include "xnnpack/gemm.h"

namespace xlmr {
namespace {

std::vector<QuantizedKernel> emulated_kernels() {
  return {
      {"4x16c4 wasmusdot", as_quantized<xnn_qd8_f32_qc8w_gemm_minmax_ukernel_4x16c4__wasmusdot_u2>,
       4, 16, 4, Activations::seven_bits},
      {"4x8c8 wasmsdot", as_quantized<xnn_qd8_f32_qc8w_gemm_minmax_ukernel_4x8c8__wasmsdot_u2>, 4,
       8, 8, Activations::seven_bits},
      dot16_kernel(),
      madd7_kernel(),
  };
}

/// As no network has them, as networks do, as those with outliers do, and all as large as can be.
enum class Weights { uniform, normal, outliers, largest };

std::vector<int8_t> weights_of(Weights kind, size_t size, std::mt19937& random) {
  std::uniform_int_distribution<int> uniform(-127, 127);
  std::normal_distribution<float> normal(0, 38);
  std::vector<int8_t> values(size);
  for (int8_t& value : values) {
    int drawn = uniform(random);
    if (kind == Weights::largest) drawn = drawn < 0 ? -128 : 127;
    if (kind == Weights::outliers) drawn = drawn > 118 ? 127 : drawn % 24;
    if (kind == Weights::normal) drawn = static_cast<int>(normal(random));
    value = static_cast<int8_t>(std::clamp(drawn, -128, 127));
  }
  return values;
}

std::vector<float> products(const QuantizedKernel& kernel, MatrixShape shape, Weights kind,
                            size_t rows, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> number(0.3F, 2);
  const std::vector<int8_t> values = weights_of(kind, shape.size(), random);
  std::vector<float> scale(shape.out);
  std::vector<float> bias(shape.out);
  for (float& each : scale) each = number(random) / 100;
  for (float& each : bias) each = number(random);

  Kernels kernels = choose_kernels();
  kernels.quantized = kernel;
  const Linear linear(kernels, shape, QuantizedWeights{values, scale, {}}, bias);
  QuantizedRows quantized;
  quantized.resize(rows, shape.in, kernel.activations);
  std::vector<float> row(shape.in);
  for (size_t i = 0; i < rows; ++i) {
    for (float& each : row) each = number(random);
    linear.prepare(row, i, quantized);
  }
  std::vector<float> result(rows * shape.out);
  linear.run(nullptr, quantized, rows, result.data(), ThreadPool(1));
  return result;
}

TEST(EmulatedKernels, GiveTheSameProductsToTheBit) {
  const QuantizedKernel native = choose_kernels().quantized;
  uint32_t seed = 0;
  for (const QuantizedKernel& kernel : emulated_kernels()) {
    for (const MatrixShape shape : {MatrixShape{16, 16},
                                    {32, 64},
                                    {9, 24},
                                    {17, 40},
                                    {50, 20},
                                    {1, 4},
                                    {33, 36},
                                    {24, 31},
                                    {7, 3},
                                    {12, 768}}) {
      for (const Weights kind :
           {Weights::uniform, Weights::normal, Weights::outliers, Weights::largest}) {
        for (const size_t rows : {1, 2, 3, 4, 5, 11}) {
          ++seed;
          EXPECT_EQ(products(kernel, shape, kind, rows, seed),
                    products(native, shape, kind, rows, seed))
              << kernel.name << ": " << shape.out << " x " << shape.in << ", weights "
              << static_cast<int>(kind) << ", " << rows << " rows";
        }
      }
    }
  }
}

// The largest sums that a published model can have: every product of one sign.
TEST(EmulatedKernels, SumsAreExact) {
  const MatrixShape shape{16, 4096};
  const std::vector<int8_t> values(shape.size(), -127);
  const std::vector<float> ones(shape.out, 1);
  const std::vector<float> zeros(shape.out, 0);
  const std::vector<float> row(shape.in, 5);
  for (const QuantizedKernel& kernel : emulated_kernels()) {
    Kernels kernels = choose_kernels();
    kernels.quantized = kernel;
    const Linear linear(kernels, shape, QuantizedWeights{values, ones, {}}, zeros);
    QuantizedRows quantized;
    quantized.resize(1, shape.in, kernel.activations);
    linear.prepare(row, 0, quantized);
    std::vector<float> result(shape.out);
    linear.run(nullptr, quantized, 1, result.data(), ThreadPool(1));
    for (const float sum : result) EXPECT_FLOAT_EQ(sum, -127.0F * 4096 * 5) << kernel.name;
  }
}

}  // namespace
}  // namespace xlmr
