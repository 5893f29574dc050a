// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_simd_kernel.h"

#include "engine/q4_tile.h"

namespace xlmr {
namespace {

/// Two inputs a step.
struct Dot16 {
  static constexpr size_t kSteps = 16;
  static constexpr bool kHasZeros = false;
  static void put(int8_t* to, v128_t low, v128_t high) {
    wasm_v128_store(to, wasm_i16x8_shuffle(low, high, 0, 2, 4, 6, 8, 10, 12, 14));
    wasm_v128_store(to + 16, wasm_i16x8_shuffle(low, high, 1, 3, 5, 7, 9, 11, 13, 15));
  }
  static v128_t weights(const int8_t* at, size_t half) { return wasm_i16x8_load8x8(at + half * 8); }
  static v128_t scales(v128_t scales, size_t half) { return q4::widened(scales, half); }
  static v128_t add(v128_t sum, v128_t weights, v128_t inputs) {
    return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(inputs, weights));
  }
};

}  // namespace

Q4Kernel q4_simd_kernel() { return {"4x8c2 q4 dot16", q4::run<Dot16>, q4::kRows}; }

}  // namespace xlmr
