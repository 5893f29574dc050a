// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernels in WebAssembly SIMD, but for the instruction that multiplies: 4 rows by 8 columns.
//
// Invariant: to the bit what q4_scalar_kernel.h gives. A group's sum of (activation - zero point) times
// weight is an exact whole number; then come, group by group in their order, a product with the group's
// scale and a sum, and at the end a product with the row's scale and the bias. All are float32.
//
// Some groups are unpacked at a time, to the stack, and all rows go over them before the next: so the
// unpacking is shared by all rows, and it needs no memory of its own. The sums stay in `y` meanwhile.
//
// `Dot` is what an instruction set makes of a group:
//   kSteps                     loads of 4 bytes of a row's activations, each with 32 / kSteps inputs
//   put(to, low, high)         8 columns of 4 inputs, as they are to lie in memory
//   weights(at, half)          of one step, 4 columns
//   start(zero, minus)         the sum to begin with: zero point times the negative sum of the weights
//   add(sum, weights, inputs)  one step
//   total(sum, ones)           the whole sums, int32
#ifndef XLMR_ENGINE_Q4_TILE_H_
#define XLMR_ENGINE_Q4_TILE_H_

#include <wasm_simd128.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/kernels.h"
#include "engine/q4_panel.h"

namespace xlmr::q4 {

constexpr size_t kRows = 4;
constexpr size_t kHalf = kQ4Columns / 2;
/// 1,024 inputs, 10 KB: a whole row of most layers.
constexpr size_t kMostGroups = 32;

/// V8 makes a constant of a vector anew at each use, other than 0: this one is read once a tile.
alignas(16) inline constexpr int16_t kOnes[8] = {1, 1, 1, 1, 1, 1, 1, 1};
inline const int16_t* volatile ones_at = kOnes;

/// Or the compiler unrolls into more values than there are registers.
inline void keep_order() { asm volatile("" ::: "memory"); }

struct alignas(16) Unpacked {
  int8_t weights[kQ4Columns * kQ4Group];
  int32_t minus[kQ4Columns];  ///< the weights' sum, negative
  float scale[kQ4Columns];
};

/// Four float16 that are finite.
inline v128_t widen_scales(const uint16_t* from) {
  const v128_t bits = wasm_u32x4_load16x4(from);
  const v128_t sign = wasm_i32x4_shl(wasm_v128_and(bits, wasm_i32x4_const_splat(0x8000)), 16);
  const v128_t size = wasm_i32x4_shl(wasm_v128_and(bits, wasm_i32x4_const_splat(0x7FFF)), 13);
  // The exponents' zeros are 112 apart; a product makes normal numbers of subnormal ones, too.
  return wasm_v128_or(sign, wasm_f32x4_mul(size, wasm_f32x4_const_splat(0x1p112F)));
}

template <typename Dot>
void unpack(const Q4Group& group, Unpacked& out) {
  const v128_t lower = wasm_i8x16_const_splat(15);
  const v128_t eight = wasm_i8x16_const_splat(8);
  v128_t sums[2] = {wasm_i32x4_const_splat(0), wasm_i32x4_const_splat(0)};
  for (size_t at = 0; at < sizeof(group.nibbles); at += sizeof(v128_t)) {
    const v128_t both = wasm_v128_load(group.nibbles + at);
    const v128_t low = wasm_i8x16_sub(wasm_v128_and(both, lower), eight);
    const v128_t high = wasm_i8x16_sub(wasm_u8x16_shr(both, 4), eight);
    sums[0] = wasm_i16x8_add(sums[0], wasm_i16x8_extadd_pairwise_i8x16(low));
    sums[1] = wasm_i16x8_add(sums[1], wasm_i16x8_extadd_pairwise_i8x16(high));
    Dot::put(out.weights + 2 * at, low, high);
  }
  for (size_t half = 0; half < 2; ++half) {
    wasm_v128_store(out.minus + half * kHalf,
                    wasm_i32x4_neg(wasm_i32x4_extadd_pairwise_i16x8(sums[half])));
    wasm_v128_store(out.scale + half * kHalf, widen_scales(group.scale + half * kHalf));
  }
}

struct Tile {
  const int8_t* rows[kRows];
  v128_t zeros[kRows];
  v128_t sums[kRows][2];
};

/// Adds groups that lie behind each other to the sums.
template <typename Dot>
void multiply(const Unpacked* groups, size_t count, Tile& tile) {
  const v128_t ones = wasm_v128_load(ones_at);
  const int8_t* at[kRows];
  for (size_t row = 0; row < kRows; ++row) at[row] = tile.rows[row];
  for (const Unpacked* group = groups; group < groups + count; ++group) {
    v128_t sums[kRows][2];
#pragma clang loop unroll(full)
    for (size_t row = 0; row < kRows; ++row) {
#pragma clang loop unroll(full)
      for (size_t half = 0; half < 2; ++half) {
        sums[row][half] =
            Dot::start(tile.zeros[row], wasm_v128_load(group->minus + half * kHalf));
      }
    }
    const int8_t* weights = group->weights;
#pragma clang loop unroll(disable)
    for (size_t step = 0; step < Dot::kSteps; ++step) {
      const v128_t low = Dot::weights(weights, 0);
      const v128_t high = Dot::weights(weights, 1);
#pragma clang loop unroll(full)
      for (size_t row = 0; row < kRows; ++row) {
        const v128_t inputs = wasm_v128_load32_splat(at[row]);
        at[row] += sizeof(int32_t);
        sums[row][0] = Dot::add(sums[row][0], low, inputs);
        sums[row][1] = Dot::add(sums[row][1], high, inputs);
        keep_order();
      }
      weights += sizeof(group->weights) / Dot::kSteps;
    }
#pragma clang loop unroll(full)
    for (size_t row = 0; row < kRows; ++row) {
#pragma clang loop unroll(full)
      for (size_t half = 0; half < 2; ++half) {
        const v128_t total = wasm_f32x4_convert_i32x4(Dot::total(sums[row][half], ones));
        const v128_t scale = wasm_v128_load(group->scale + half * kHalf);
        tile.sums[row][half] = wasm_f32x4_add(tile.sums[row][half], wasm_f32x4_mul(total, scale));
        keep_order();
      }
    }
  }
}

/// As Q4Kernel::run.
template <typename Dot>
void run(size_t rows, size_t columns, size_t inputs, const void* a, size_t a_stride,
         const std::byte* panel, float* y, size_t y_stride, const RowScale* scales) {
  const auto* bias = reinterpret_cast<const float*>(panel);
  const auto* packed = reinterpret_cast<const Q4Group*>(bias + kQ4Columns);
  const size_t groups = inputs / kQ4Group;
  const size_t bytes = columns * sizeof(float);
  Unpacked unpacked[kMostGroups];
  for (size_t first = 0; first < groups; first += kMostGroups) {
    const size_t count = std::min(kMostGroups, groups - first);
    for (size_t i = 0; i < count; ++i) unpack<Dot>(packed[first + i], unpacked[i]);
    const auto* from =
        static_cast<const int8_t*>(a) + first * Dot::kSteps * sizeof(int32_t);
    for (size_t begin = 0; begin < rows; begin += kRows) {
      const size_t some = std::min(kRows, rows - begin);
      Tile tile;
      for (size_t row = 0; row < kRows; ++row) {
        // Rows that are not there are the last one again.
        const size_t index = begin + std::min(row, some - 1);
        tile.rows[row] = from + index * a_stride;
        tile.zeros[row] = wasm_i32x4_splat(scales[index].zero_point);
        tile.sums[row][0] = tile.sums[row][1] = wasm_i32x4_const_splat(0);
        if (first > 0) std::memcpy(tile.sums[row], y + index * y_stride, bytes);
      }
      multiply<Dot>(unpacked, count, tile);
      for (size_t row = 0; row < some; ++row) {
        if (first + count == groups) {
          const v128_t scale = wasm_f32x4_splat(scales[begin + row].inv_scale);
          for (size_t half = 0; half < 2; ++half) {
            v128_t& sum = tile.sums[row][half];
            sum = wasm_f32x4_add(wasm_f32x4_mul(sum, scale), wasm_v128_load(bias + half * kHalf));
          }
        }
        std::memcpy(y + (begin + row) * y_stride, tile.sums[row], bytes);
      }
    }
  }
}

}  // namespace xlmr::q4

#endif  // XLMR_ENGINE_Q4_TILE_H_
