// SPDX-License-Identifier: Apache-2.0
// Four lanes at a time, with the compiler's vectors: the same source and, step by step, the same
// IEEE-754 results for WebAssembly and natively. XNNPACK's kernels do the heavy work; these serve
// the passes over single rows between them.
//
//   f32x4 sum = load(x) + load(y);
//   store(out, sum);
#ifndef XLMR_ENGINE_VECTOR_H_
#define XLMR_ENGINE_VECTOR_H_

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace xlmr {

using f32x4 = float __attribute__((vector_size(16)));
using i32x4 = int32_t __attribute__((vector_size(16)));
using u32x4 = uint32_t __attribute__((vector_size(16)));

using u16x8 = uint16_t __attribute__((vector_size(16)));
using u64x2 = uint64_t __attribute__((vector_size(16)));

constexpr size_t kLanes = 4;

inline f32x4 load(const float* from) {
  f32x4 value;
  std::memcpy(&value, from, sizeof(value));
  return value;
}

inline void store(float* to, f32x4 value) { std::memcpy(to, &value, sizeof(value)); }

inline f32x4 splat(float value) { return f32x4{value, value, value, value}; }

/// As std::min and std::max: the first where they compare equal.
inline f32x4 minimum(f32x4 a, f32x4 b) { return b < a ? b : a; }
inline f32x4 maximum(f32x4 a, f32x4 b) { return a < b ? b : a; }

/// The lower halves of both, one lane of each in turn; then the upper halves.
inline u16x8 zip_low(u16x8 a, u16x8 b) {
  return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}
inline u16x8 zip_high(u16x8 a, u16x8 b) {
  return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}
inline u32x4 zip_low(u32x4 a, u32x4 b) { return __builtin_shufflevector(a, b, 0, 4, 1, 5); }
inline u32x4 zip_high(u32x4 a, u32x4 b) { return __builtin_shufflevector(a, b, 2, 6, 3, 7); }
inline u64x2 zip_low(u64x2 a, u64x2 b) { return __builtin_shufflevector(a, b, 0, 2); }
inline u64x2 zip_high(u64x2 a, u64x2 b) { return __builtin_shufflevector(a, b, 1, 3); }

/// The lanes' sum, pairs first.
inline float sum_of(f32x4 value) { return (value[0] + value[2]) + (value[1] + value[3]); }

inline float min_of(f32x4 value) {
  const float low = value[1] < value[0] ? value[1] : value[0];
  const float high = value[3] < value[2] ? value[3] : value[2];
  return high < low ? high : low;
}

inline float max_of(f32x4 value) {
  const float low = value[0] < value[1] ? value[1] : value[0];
  const float high = value[2] < value[3] ? value[3] : value[2];
  return low < high ? high : low;
}

/// The nearest whole numbers, ties to even, where |value| < 2^22.
inline i32x4 round_to_int(f32x4 value) {
  constexpr float kMagic =
      12582912.0F;  // 1.5 * 2^23: adding it leaves the whole number in the bits
  const f32x4 shifted = value + splat(kMagic);
  // Unsigned, so that what is out of range is no undefined overflow.
  constexpr auto kMagicBits = std::bit_cast<uint32_t>(kMagic);
  const u32x4 bits =
      std::bit_cast<u32x4>(shifted) - u32x4{kMagicBits, kMagicBits, kMagicBits, kMagicBits};
  return std::bit_cast<i32x4>(bits);
}

/// Stores 16 whole numbers as int8, the nearest it has.
inline void store_saturated(int8_t* to, i32x4 a, i32x4 b, i32x4 c, i32x4 d) {
#ifdef __wasm_simd128__
  const auto narrow = [](i32x4 low, i32x4 high) {
    return wasm_i16x8_narrow_i32x4(std::bit_cast<v128_t>(low), std::bit_cast<v128_t>(high));
  };
  wasm_v128_store(to, wasm_i8x16_narrow_i16x8(narrow(a, b), narrow(c, d)));
#else
  const i32x4 all[] = {a, b, c, d};
  for (size_t i = 0; i < 16; ++i) {
    const int32_t value = all[i / kLanes][i % kLanes];
    to[i] = static_cast<int8_t>(value < -128 ? -128 : value > 127 ? 127 : value);
  }
#endif
}

/// Stores 16 whole numbers as int8, the nearest of 0 to 127.
inline void store_seven_bits(int8_t* to, i32x4 a, i32x4 b, i32x4 c, i32x4 d) {
#ifdef __wasm_simd128__
  const auto narrow = [](i32x4 low, i32x4 high) {
    return wasm_i16x8_narrow_i32x4(std::bit_cast<v128_t>(low), std::bit_cast<v128_t>(high));
  };
  const v128_t nearest = wasm_i8x16_narrow_i16x8(narrow(a, b), narrow(c, d));
  wasm_v128_store(to, wasm_i8x16_max(nearest, wasm_i8x16_const_splat(0)));
#else
  const i32x4 all[] = {a, b, c, d};
  for (size_t i = 0; i < 16; ++i) {
    const int32_t value = all[i / kLanes][i % kLanes];
    to[i] = static_cast<int8_t>(value < 0 ? 0 : value > 127 ? 127 : value);
  }
#endif
}

/// Stores 8 whole numbers, each first taken to the nearest of 0 to 127, less `zero`.
inline void store_centred(int16_t* to, i32x4 a, i32x4 b, int32_t zero) {
#ifdef __wasm_simd128__
  const v128_t narrow = wasm_i16x8_narrow_i32x4(std::bit_cast<v128_t>(a), std::bit_cast<v128_t>(b));
  const v128_t nearest = wasm_i16x8_max(wasm_i16x8_min(narrow, wasm_i16x8_const_splat(127)),
                                        wasm_i16x8_const_splat(0));
  wasm_v128_store(to, wasm_i16x8_sub(nearest, wasm_i16x8_splat(static_cast<int16_t>(zero))));
#else
  int32_t both[2 * kLanes];
  std::memcpy(both, &a, sizeof(a));
  std::memcpy(both + kLanes, &b, sizeof(b));
  for (size_t i = 0; i < 2 * kLanes; ++i) {
    const int32_t value = both[i];
    const int32_t nearest = value < 0 ? 0 : value > 127 ? 127 : value;
    to[i] = static_cast<int16_t>(nearest - zero);
  }
#endif
}

}  // namespace xlmr

#endif  // XLMR_ENGINE_VECTOR_H_
