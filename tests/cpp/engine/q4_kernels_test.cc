// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernels of all builds, those of WebAssembly on emulated SIMD, beside plain loops over the
// weights as they were given.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/thread_pool.h"
#include "engine/kernels.h"
#include "engine/linear.h"
#include "engine/q4_relaxed_kernel.h"
#include "engine/q4_scalar_kernel.h"
#include "engine/q4_simd_kernel.h"
#include "engine/quantized_rows.h"
#include "engine/reference/reference_blocks.h"
#include "engine/weight_quantizer.h"

namespace xlmr {
namespace {

struct Named {
  Q4Kernel kernel;
  Activations form;
};

std::vector<Named> all_kernels() {
  return {{q4_scalar_kernel(), Activations::seven_bits},
          {q4_madd_kernel(), Activations::seven_bits},
          {q4_dot_kernel(), Activations::seven_bits},
          {q4_simd_kernel(), Activations::centred_int16}};
}

enum class Weights { any, lowest, highest };

/// Weights, scales and activations, drawn.
struct Case {
  MatrixShape shape;
  std::vector<std::byte> pairs;
  std::vector<float> scale;
  std::vector<float> bias;
  std::vector<float> factor;
  std::vector<float> x;

  Case(MatrixShape size, Weights kind, size_t rows, uint32_t seed) : shape(size) {
    std::mt19937 random(seed);
    std::normal_distribution<float> number(0.3F, 2);
    pairs.resize(shape.size() / 2);
    scale.resize(shape.size() / 32);
    bias.resize(shape.out);
    factor.resize(shape.in);
    x.resize(rows * shape.in);
    for (std::byte& each : pairs) {
      each = static_cast<std::byte>(kind == Weights::any ? random() : 0);
      if (kind == Weights::highest) each = std::byte{0xFF};
    }
    for (float& each : scale) each = kind == Weights::any ? number(random) / 100 : 0.01F;
    for (float& each : bias) each = number(random);
    for (float& each : factor) each = std::ldexp(1.0F, static_cast<int>(random() % 3) - 1);
    // Of one sign where weights are: sums as large as they get.
    for (float& each : x) each = kind == Weights::any ? number(random) : 1 + number(random) / 1000;
    if (seed % 3 == 1) {
      for (float& each : x) each = -each;
    }
  }

  [[nodiscard]] int weight(size_t row, size_t i) const {
    const auto pair = static_cast<int>(pairs[(row * shape.in + i) / 2]);
    return (i % 2 == 0 ? pair % 16 : pair / 16) - 8;
  }

  [[nodiscard]] std::vector<float> products(const Named& by, size_t first, size_t rows,
                                            size_t threads = 1) const {
    Kernels kernels = choose_kernels();
    kernels.q4 = by.kernel;
    const Linear linear(kernels, shape, Q4Weights{pairs, scale, factor}, bias);
    QuantizedRows quantized;
    quantized.resize(rows, shape.in, by.form);
    for (size_t row = 0; row < rows; ++row) {
      linear.prepare(std::span(x).subspan((first + row) * shape.in, shape.in), row, quantized);
    }
    std::vector<float> y(rows * shape.out, NAN);
    linear.run(nullptr, quantized, rows, y.data(), ThreadPool(threads));
    return y;
  }
};

TEST(Q4Kernels, GiveTheSameProductsToTheBit) {
  const auto kernels = all_kernels();
  uint32_t seed = 0;
  for (const MatrixShape shape : {MatrixShape{8, 32},
                                  {16, 64},
                                  {1, 96},
                                  {13, 32},
                                  {7, 768},
                                  {9, 1024},
                                  {12, 1056},
                                  {10, 3072}}) {
    for (const Weights kind : {Weights::any, Weights::lowest, Weights::highest}) {
      for (const size_t rows : {1, 2, 3, 4, 5, 11}) {
        const Case drawn(shape, kind, rows, ++seed);
        const auto expected = drawn.products(kernels.front(), 0, rows);
        for (const Named& each : kernels) {
          EXPECT_EQ(drawn.products(each, 0, rows), expected)
              << each.kernel.name << ": " << shape.out << " x " << shape.in << ", weights "
              << static_cast<int>(kind) << ", " << rows << " rows";
        }
      }
    }
  }
}

// In double, with the scales of the file: what it costs that panels have whole numbers for scales.
TEST(Q4Kernels, AreNearTheProductsOfTheFilesNumbers) {
  for (const MatrixShape shape : {MatrixShape{9, 32}, {11, 768}, {5, 3072}}) {
    for (const Weights kind : {Weights::any, Weights::lowest, Weights::highest}) {
      const size_t rows = 3;
      const Case drawn(shape, kind, rows, shape.in);
      for (const Named& each : all_kernels()) {
        const auto found = drawn.products(each, 0, rows);
        for (size_t row = 0; row < rows; ++row) {
          std::vector<float> input(drawn.factor);
          for (size_t i = 0; i < shape.in; ++i) input[i] *= drawn.x[row * shape.in + i];
          const reference::QuantizedRow q = reference::quantize_row(input);
          for (size_t out = 0; out < shape.out; ++out) {
            double sum = 0;
            double sizes = 0;
            for (size_t i = 0; i < shape.in; ++i) {
              const double part = double{drawn.scale[(out * shape.in + i) / 32]} *
                                  drawn.weight(out, i) * (q.values[i] - q.zero_point) *
                                  double{q.scale};
              sum += part;
              sizes += std::abs(part);
            }
            EXPECT_NEAR(found[row * shape.out + out], sum + double{drawn.bias[out]},
                        5e-4 * sizes + 1e-5)
                << each.kernel.name << ": " << shape.out << " x " << shape.in;
          }
        }
      }
    }
  }
}

TEST(Q4Kernels, ThreadsAndOtherRowsChangeNoBit) {
  const MatrixShape shape{300, 1088};
  const size_t rows = 21;
  const Case drawn(shape, Weights::any, rows, 5);
  for (const Named& each : all_kernels()) {
    const auto expected = drawn.products(each, 0, rows);
    for (const size_t threads : {2, 3}) {
      EXPECT_EQ(drawn.products(each, 0, rows, threads), expected) << each.kernel.name;
    }
    for (size_t row = 0; row < rows; ++row) {
      const auto y = expected.begin() + static_cast<ptrdiff_t>(row * shape.out);
      EXPECT_EQ(drawn.products(each, row, 1), (std::vector<float>{y, y + shape.out}))
          << each.kernel.name;
    }
  }
}

}  // namespace
}  // namespace xlmr
