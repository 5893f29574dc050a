// SPDX-License-Identifier: Apache-2.0
#include "engine/warm_up.h"

#include <gtest/gtest.h>

#include <utility>

#include "engine/counter_encoder.h"
#include "engine/stored_weights.h"

namespace xlmr {
namespace {

/// Kernels that count their calls.
int products = 0;
int geluses = 0;

void counting_product(size_t rows, size_t columns, size_t depth, const void* a, size_t a_stride,
                      const void* packed, float* c, size_t c_row_stride, size_t c_panel_stride,
                      const xnn_f32_minmax_params* limits, const RowScale* scales) {
  ++products;
  choose_kernels().quantized.run(rows, columns, depth, a, a_stride, packed, c, c_row_stride,
                                 c_panel_stride, limits, scales);
}

void counting_gelu(size_t bytes, const float* in, float* out,
                   const xnn_f32_default_params* params) {
  ++geluses;
  choose_kernels().gelu(bytes, in, out, params);
}

TEST(WarmUp, RunsTheKernelsOfAModel) {
  Kernels kernels = choose_kernels();
  kernels.quantized.run = counting_product;
  kernels.gelu = counting_gelu;
  warm_up(kernels);
  EXPECT_GT(products, 1000);
  EXPECT_GT(geluses, 10);
}

}  // namespace
}  // namespace xlmr
