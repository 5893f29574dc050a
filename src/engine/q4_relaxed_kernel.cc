// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_relaxed_kernel.h"

#include "engine/q4_tile.h"

namespace xlmr {
namespace {

/// Four inputs a step.
struct FourInputs {
  static constexpr size_t kSteps = 8;
  static void put(int8_t* to, v128_t low, v128_t high) {
    wasm_v128_store(to, low);
    wasm_v128_store(to + 16, high);
  }
  static v128_t weights(const int8_t* at, size_t half) { return wasm_v128_load(at + half * 16); }
};

struct Madd : FourInputs {
  /// In the lower of a column's two lanes: a zero point has no upper half.
  static v128_t start(v128_t zero, v128_t minus) { return wasm_i16x8_mul(zero, minus); }
  static v128_t add(v128_t sum, v128_t weights, v128_t inputs) {
    return wasm_i16x8_add(sum, wasm_i16x8_relaxed_dot_i8x16_i7x16(weights, inputs));
  }
  static v128_t total(v128_t sum, v128_t ones) { return wasm_i32x4_dot_i16x8(sum, ones); }
};

struct Dot : FourInputs {
  /// As a product of int32, in one instruction.
  static v128_t start(v128_t zero, v128_t minus) { return wasm_i32x4_dot_i16x8(zero, minus); }
  static v128_t add(v128_t sum, v128_t weights, v128_t inputs) {
    return wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights, inputs, sum);
  }
  static v128_t total(v128_t sum, v128_t /*ones*/) { return sum; }
};

}  // namespace

Q4Kernel q4_madd_kernel() { return {"4x8c4 q4 madd7", q4::run<Madd>}; }

Q4Kernel q4_dot_kernel() { return {"4x8c4 q4 dot", q4::run<Dot>}; }

}  // namespace xlmr
