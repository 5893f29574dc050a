// SPDX-License-Identifier: Apache-2.0
// The two 16-bit floats of checkpoints, widened to float32, and the one that is written.
//
// Invariant: widening is exact; every value of the narrow type has the same value in float32, NaN
// stays NaN with its payload's bits, signs stay. Narrowing rounds to the nearest, ties to even.
//
//   f32_from_f16(0x3C00)   -> 1.0      f32_from_f16(0x0001)  -> 2^-24 (subnormal)
//   f32_from_bf16(0x3F80)  -> 1.0
//   f16_from_f32(1.0F)     -> 0x3C00   f16_from_f32(65520)   -> 0x7C00 (infinity)
//
// Source: IEEE 754-2019, 3.6 (binary16); bfloat16 is the upper half of a float32.
#ifndef XLMR_FORMATS_FLOAT16_H_
#define XLMR_FORMATS_FLOAT16_H_

#include <bit>
#include <cstdint>

namespace xlmr {

[[nodiscard]] constexpr float f32_from_bf16(uint16_t bits) {
  return std::bit_cast<float>(uint32_t{bits} << 16);
}

[[nodiscard]] float f32_from_f16(uint16_t bits);
[[nodiscard]] uint16_t f16_from_f32(float value);

}  // namespace xlmr

#endif  // XLMR_FORMATS_FLOAT16_H_
