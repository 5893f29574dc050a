// SPDX-License-Identifier: Apache-2.0
#include "engine/dot16_kernel.h"

#include <wasm_simd128.h>

#include <algorithm>
#include <cstring>

namespace xlmr {
namespace {

constexpr size_t kRows = 4;
constexpr size_t kColumns = 8;
constexpr size_t kDepth = 2;

/// A row of results: sums to floats, as XNNPACK's kernels do it.
v128_t finish(v128_t sums, v128_t row_scale, const float* scale, const float* bias) {
  const v128_t scaled = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sums), row_scale);
  return wasm_f32x4_add(wasm_f32x4_mul(scaled, wasm_v128_load(scale)), wasm_v128_load(bias));
}

void store_row(float* to, v128_t low, v128_t high, size_t columns) {
  if (columns == kColumns) {
    wasm_v128_store(to, low);
    wasm_v128_store(to + 4, high);
    return;
  }
  float row[kColumns];
  wasm_v128_store(row, low);
  wasm_v128_store(row + 4, high);
  std::memcpy(to, row, columns * sizeof(float));
}

void run(size_t rows, size_t columns, size_t depth, const void* a, size_t a_stride,
         const void* packed, float* c, size_t c_row_stride, size_t /*c_panel_stride*/,
         const xnn_f32_minmax_params* /*limits*/, const RowScale* scales) {
  // Rows that are not there are the last one again.
  const auto* first = static_cast<const std::byte*>(a);
  const auto row_at = [&](size_t row) {
    return reinterpret_cast<const int16_t*>(first + std::min(row, rows - 1) * a_stride);
  };
  const int16_t* a0 = row_at(0);
  const int16_t* a1 = row_at(1);
  const int16_t* a2 = row_at(2);
  const int16_t* a3 = row_at(3);
  const auto* w = static_cast<const int8_t*>(packed) + kColumns * sizeof(int32_t);

  v128_t low0 = wasm_i32x4_const_splat(0), low1 = low0, low2 = low0, low3 = low0;
  v128_t high0 = low0, high1 = low0, high2 = low0, high3 = low0;
  for (size_t k = 0; k < depth; k += kDepth) {
    const v128_t w_low = wasm_i16x8_load8x8(w);
    const v128_t w_high = wasm_i16x8_load8x8(w + 8);
    w += kColumns * kDepth;
    const v128_t pair0 = wasm_v128_load32_splat(a0 + k);
    low0 = wasm_i32x4_add(low0, wasm_i32x4_dot_i16x8(pair0, w_low));
    high0 = wasm_i32x4_add(high0, wasm_i32x4_dot_i16x8(pair0, w_high));
    const v128_t pair1 = wasm_v128_load32_splat(a1 + k);
    low1 = wasm_i32x4_add(low1, wasm_i32x4_dot_i16x8(pair1, w_low));
    high1 = wasm_i32x4_add(high1, wasm_i32x4_dot_i16x8(pair1, w_high));
    const v128_t pair2 = wasm_v128_load32_splat(a2 + k);
    low2 = wasm_i32x4_add(low2, wasm_i32x4_dot_i16x8(pair2, w_low));
    high2 = wasm_i32x4_add(high2, wasm_i32x4_dot_i16x8(pair2, w_high));
    const v128_t pair3 = wasm_v128_load32_splat(a3 + k);
    low3 = wasm_i32x4_add(low3, wasm_i32x4_dot_i16x8(pair3, w_low));
    high3 = wasm_i32x4_add(high3, wasm_i32x4_dot_i16x8(pair3, w_high));
  }

  const auto* scale = reinterpret_cast<const float*>(w);
  const float* bias = scale + kColumns;
  const v128_t low[kRows] = {low0, low1, low2, low3};
  const v128_t high[kRows] = {high0, high1, high2, high3};
  for (size_t row = 0; row < rows; ++row) {
    const v128_t row_scale = wasm_f32x4_splat(scales[row].inv_scale);
    store_row(reinterpret_cast<float*>(reinterpret_cast<std::byte*>(c) + row * c_row_stride),
              finish(low[row], row_scale, scale, bias),
              finish(high[row], row_scale, scale + 4, bias + 4), columns);
  }
}

}  // namespace

QuantizedKernel dot16_kernel() {
  return {"4x8c2 dot16", run, kRows, kColumns, kDepth, Activations::centred_int16};
}

}  // namespace xlmr
