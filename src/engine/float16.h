// SPDX-License-Identifier: Apache-2.0
// The two 16-bit floats of checkpoints, widened to float32.
//
// Invariant: exact; every value of the narrow type has the same value in float32, NaN stays NaN
// with its payload's bits, signs stay.
//
//   f32_from_f16(0x3C00)   -> 1.0      f32_from_f16(0x0001)  -> 2^-24 (subnormal)
//   f32_from_bf16(0x3F80)  -> 1.0
//
// Source: IEEE 754-2019, 3.6 (binary16); bfloat16 is the upper half of a float32.
#ifndef XLMR_ENGINE_FLOAT16_H_
#define XLMR_ENGINE_FLOAT16_H_

#include <bit>
#include <cstdint>

namespace xlmr {

[[nodiscard]] constexpr float f32_from_bf16(uint16_t bits) {
  return std::bit_cast<float>(uint32_t{bits} << 16);
}

[[nodiscard]] constexpr float f32_from_f16(uint16_t bits) {
  const uint32_t sign = uint32_t{bits & 0x8000U} << 16;
  const uint32_t magnitude = bits & 0x7FFFU;
  // The fraction at its place in float32; the exponent's bias is 15 here and 127 there.
  const uint32_t widened = magnitude << 13;
  if (magnitude >= 0x7C00) return std::bit_cast<float>(sign | widened | 0x7F800000U);
  if (magnitude >= 0x0400) return std::bit_cast<float>(sign | (widened + (112U << 23)));
  // Zero or subnormal: a multiple of 2^-24, which float32 multiplies exactly.
  const float value = static_cast<float>(magnitude) * 0x1p-24F;
  return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(value));
}

}  // namespace xlmr

#endif  // XLMR_ENGINE_FLOAT16_H_
