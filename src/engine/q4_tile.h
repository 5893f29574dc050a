// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernels in WebAssembly SIMD, but for the instruction that multiplies: 4 rows by 8 columns.
//
// Invariant: to the bit what q4_scalar_kernel.h gives: sums are exact, the float steps are the same.
//
// Some groups are unpacked at a time, to the stack, and all rows go over them before the next: so the
// unpacking is shared by all rows, and it needs no memory of its own. The sums stay in `y` meanwhile.
// The products of a group are added as they are, then multiplied by the group's scale at once.
//
// `Dot` is what an instruction set makes of a group:
//   kSteps                     loads of 4 bytes of a row's activations, each with 32 / kSteps inputs
//   put(to, low, high)         8 columns of 4 inputs, as they are to lie in memory
//   weights(at, half)          of one step, 4 columns
//   scales(scales, half)       of 4 columns, such that pmaddwd by it gives a group's sums times those
//   add(sum, weights, inputs)  one step
//   kHasZeros                  whether activations have their zero point still
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
/// 1,024 inputs, 9 KB: a whole row of most layers.
constexpr size_t kMostGroups = 32;

/// V8 makes a constant of a vector anew at each use, other than 0: these are read once a panel.
alignas(16) inline constexpr uint8_t kConstants[2][16] = {
    {15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15},
    {8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8}};
inline const uint8_t (*volatile constants_at)[16] = kConstants;

/// Or the compiler unrolls into more values than there are registers.
inline void keep_order() { asm volatile("" ::: "memory"); }

/// For sums of int32, which fit int16: scales of 4 columns, each with a 0 that takes the upper half away.
inline v128_t widened(v128_t scales, size_t half) {
  return half == 0 ? wasm_u32x4_extend_low_u16x8(scales) : wasm_u32x4_extend_high_u16x8(scales);
}

struct alignas(16) Unpacked {
  int8_t weights[kQ4Columns * kQ4Group];
  int16_t scale[2 * kQ4Columns];
};

template <typename Dot>
void unpack(const Q4Group* groups, size_t count, Unpacked* out) {
  const v128_t lower = wasm_v128_load(constants_at[0]);
  const v128_t eight = wasm_v128_load(constants_at[1]);
  for (const Q4Group* group = groups; group < groups + count; ++group, ++out) {
    for (size_t at = 0; at < sizeof(group->nibbles); at += sizeof(v128_t)) {
      const v128_t both = wasm_v128_load(group->nibbles + at);
      Dot::put(out->weights + 2 * at, wasm_i8x16_sub(wasm_v128_and(both, lower), eight),
               wasm_i8x16_sub(wasm_v128_and(wasm_u16x8_shr(both, 4), lower), eight));
    }
    const v128_t scale = wasm_v128_load(group->scale);
    wasm_v128_store(out->scale, Dot::scales(scale, 0));
    wasm_v128_store(out->scale + kQ4Columns, Dot::scales(scale, 1));
  }
}

struct Tile {
  const int8_t* rows[kRows];
  v128_t sums[kRows][2];
};

/// Adds groups that lie behind each other to the sums. Not inlined, so that these are in memory: with a
/// group's own there are more than registers, and V8 does not choose well which to keep.
template <typename Dot>
[[gnu::noinline]] void multiply(const Unpacked* groups, size_t count, Tile& tile) {
  constexpr size_t kStepBytes = sizeof(groups->weights) / Dot::kSteps;
  const int8_t* at[kRows];
  for (size_t row = 0; row < kRows; ++row) at[row] = tile.rows[row];
  for (const Unpacked* group = groups; group < groups + count; ++group) {
    v128_t sums[kRows][2];
#pragma clang loop unroll(full)
    for (size_t row = 0; row < kRows; ++row) {
      sums[row][0] = sums[row][1] = wasm_i32x4_const_splat(0);
    }
    const int8_t* weights = group->weights;
    const auto two_steps = [&]() __attribute__((always_inline)) {
      const v128_t first[2] = {Dot::weights(weights, 0), Dot::weights(weights, 1)};
      weights += kStepBytes;
      const v128_t second[2] = {Dot::weights(weights, 0), Dot::weights(weights, 1)};
      weights += kStepBytes;
#pragma clang loop unroll(full)
      for (size_t row = 0; row < kRows; ++row) {
        const v128_t inputs = wasm_v128_load32_splat(at[row]);
        const v128_t next = wasm_v128_load32_splat(at[row] + sizeof(int32_t));
        at[row] += 2 * sizeof(int32_t);
        sums[row][0] = Dot::add(Dot::add(sums[row][0], first[0], inputs), second[0], next);
        sums[row][1] = Dot::add(Dot::add(sums[row][1], first[1], inputs), second[1], next);
        keep_order();
      }
    };
    two_steps();  // by itself, where nothing is to be added to yet
#pragma clang loop unroll(disable)
    for (size_t step = 2; step < Dot::kSteps; step += 2) two_steps();
#pragma clang loop unroll(full)
    for (size_t row = 0; row < kRows; ++row) {
#pragma clang loop unroll(full)
      for (size_t half = 0; half < 2; ++half) {
        const v128_t scale = wasm_v128_load(group->scale + half * kQ4Columns);
        tile.sums[row][half] =
            wasm_i32x4_add(tile.sums[row][half], wasm_i32x4_dot_i16x8(sums[row][half], scale));
        keep_order();
      }
    }
  }
}

/// Sums to floats, as the int8 kernels do it.
template <typename Dot>
v128_t finish(v128_t sums, const RowScale& row, const Q4Columns& columns, size_t first) {
  if constexpr (Dot::kHasZeros) {
    const v128_t minus = wasm_v128_load(columns.minus + first);
    sums = wasm_i32x4_add(sums, wasm_i32x4_mul(wasm_i32x4_splat(row.zero_point), minus));
  }
  const v128_t scaled =
      wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sums), wasm_f32x4_splat(row.inv_scale));
  return wasm_f32x4_add(wasm_f32x4_mul(scaled, wasm_v128_load(columns.scale + first)),
                        wasm_v128_load(columns.bias + first));
}

/// Copies a row of a tile. With a size that is known, as V8 calls a function for others.
inline void copy_row(void* to, const void* from, size_t columns) {
  if (columns == kQ4Columns) {
    std::memcpy(to, from, kQ4Columns * sizeof(float));
  } else {
    std::memcpy(to, from, columns * sizeof(float));
  }
}

/// As Q4Kernel::run.
template <typename Dot>
void run(size_t rows, size_t columns, size_t inputs, const void* a, size_t a_stride,
         const std::byte* panel, float* y, size_t y_stride, const RowScale* scales) {
  const auto& of_columns = *reinterpret_cast<const Q4Columns*>(panel);
  const auto* packed = reinterpret_cast<const Q4Group*>(panel + sizeof(Q4Columns));
  const size_t groups = inputs / kQ4Group;
  Unpacked unpacked[kMostGroups];
  for (size_t first = 0; first < groups; first += kMostGroups) {
    const size_t count = std::min(kMostGroups, groups - first);
    unpack<Dot>(packed + first, count, unpacked);
    const auto* from = static_cast<const int8_t*>(a) + first * Dot::kSteps * sizeof(int32_t);
    for (size_t begin = 0; begin < rows; begin += kRows) {
      const size_t some = std::min(kRows, rows - begin);
      Tile tile;
      for (size_t row = 0; row < kRows; ++row) {
        // Rows that are not there are the last one again.
        const size_t index = begin + std::min(row, some - 1);
        tile.rows[row] = from + index * a_stride;
        tile.sums[row][0] = tile.sums[row][1] = wasm_i32x4_const_splat(0);
        if (first > 0) copy_row(tile.sums[row], y + index * y_stride, columns);
      }
      multiply<Dot>(unpacked, count, tile);
      for (size_t row = 0; row < some; ++row) {
        if (first + count == groups) {
          for (size_t half = 0; half < 2; ++half) {
            v128_t& sum = tile.sums[row][half];
            sum = finish<Dot>(sum, scales[begin + row], of_columns, half * kHalf);
          }
        }
        copy_row(y + (begin + row) * y_stride, tile.sums[row], columns);
      }
    }
  }
}

}  // namespace xlmr::q4

#endif  // XLMR_ENGINE_Q4_TILE_H_
