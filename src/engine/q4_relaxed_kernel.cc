// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_relaxed_kernel.h"

#include "engine/q4_tile.h"

namespace xlmr {
namespace {

/// Four inputs a step.
struct FourInputs {
  static constexpr size_t kSteps = 8;
  static constexpr bool kHasZeros = true;
  static void put(int8_t* to, v128_t low, v128_t high) {
    wasm_v128_store(to, low);
    wasm_v128_store(to + 16, high);
  }
  static v128_t weights(const int8_t* at, size_t half) { return wasm_v128_load(at + half * 16); }
};

/// A column's sum is that of its two lanes of int16.
struct Madd : FourInputs {
  static v128_t scales(v128_t scales, size_t half) {
    return half == 0 ? wasm_i16x8_shuffle(scales, scales, 0, 0, 1, 1, 2, 2, 3, 3)
                     : wasm_i16x8_shuffle(scales, scales, 4, 4, 5, 5, 6, 6, 7, 7);
  }
  static v128_t add(v128_t sum, v128_t weights, v128_t inputs) {
    return wasm_i16x8_add(sum, wasm_i16x8_relaxed_dot_i8x16_i7x16(weights, inputs));
  }
};

struct Dot : FourInputs {
  static v128_t scales(v128_t scales, size_t half) { return q4::widened(scales, half); }
  static v128_t add(v128_t sum, v128_t weights, v128_t inputs) {
    return wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights, inputs, sum);
  }
};

}  // namespace

Q4Kernel q4_madd_kernel() { return {"4x8c4 q4 madd7", q4::run<Madd>, q4::kRows}; }

Q4Kernel q4_dot_kernel() { return {"4x8c4 q4 dot", q4::run<Dot>, q4::kRows}; }

}  // namespace xlmr
