// SPDX-License-Identifier: Apache-2.0
// The WebAssembly SIMD intrinsics that the int8 kernels use, in plain C for native tests: so every
// kernel runs on every machine, whatever its own CPU makes of the relaxed dot product.
//
// EMULATED_DOT_UNSIGNED says which of the two exact choices the standard allows is emulated: the
// second operand unsigned, as on x86 with VNNI, or signed, as on ARM.
#ifndef XLMR_TESTS_EMULATED_WASM_SIMD128_H_
#define XLMR_TESTS_EMULATED_WASM_SIMD128_H_

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef union {
  int8_t i8[16];
  uint8_t u8[16];
  int16_t i16[8];
  uint16_t u16[8];
  int32_t i32[4];
  uint32_t u32[4];
  uint64_t u64[2];
  float f32[4];
} v128_t;

static inline v128_t wasm_v128_load(const void* from) {
  v128_t value;
  memcpy(&value, from, sizeof(value));
  return value;
}
static inline void wasm_v128_store(void* to, v128_t value) { memcpy(to, &value, sizeof(value)); }

static inline v128_t wasm_v128_load32_splat(const void* from) {
  v128_t value;
  for (int i = 0; i < 4; ++i) memcpy(&value.i32[i], from, 4);
  return value;
}
static inline v128_t wasm_v128_load64_splat(const void* from) {
  v128_t value;
  for (int i = 0; i < 2; ++i) memcpy(&value.u64[i], from, 8);
  return value;
}
static inline v128_t wasm_i16x8_load8x8(const void* from) {
  int8_t bytes[8];
  memcpy(bytes, from, sizeof(bytes));
  v128_t value;
  for (int i = 0; i < 8; ++i) value.i16[i] = bytes[i];
  return value;
}
#define wasm_v128_store32_lane(to, value, lane) memcpy((to), &(value).i32[lane], 4)
#define wasm_v128_store64_lane(to, value, lane) memcpy((to), &(value).u64[lane], 8)

static inline v128_t wasm_i32x4_splat(int32_t one) {
  v128_t value;
  for (int i = 0; i < 4; ++i) value.i32[i] = one;
  return value;
}
#define wasm_i32x4_const_splat(one) wasm_i32x4_splat(one)
#define wasm_i8x16_const_splat(one) wasm_u8x16_const_splat((uint8_t)(one))
static inline v128_t wasm_f32x4_splat(float one) {
  v128_t value;
  for (int i = 0; i < 4; ++i) value.f32[i] = one;
  return value;
}
static inline v128_t wasm_u8x16_const_splat(uint8_t one) {
  v128_t value;
  memset(&value, one, sizeof(value));
  return value;
}

#define XLMR_LANEWISE(name, lanes, lane, expression)                \
  static inline v128_t name(v128_t a, v128_t b) {                   \
    v128_t value;                                                   \
    for (int i = 0; i < (lanes); ++i) value.lane[i] = (expression); \
    return value;                                                   \
  }
XLMR_LANEWISE(wasm_v128_xor, 2, u64, a.u64[i] ^ b.u64[i])
XLMR_LANEWISE(wasm_v128_or, 2, u64, a.u64[i] | b.u64[i])
XLMR_LANEWISE(wasm_v128_and, 2, u64, a.u64[i] & b.u64[i])
XLMR_LANEWISE(wasm_i8x16_sub, 16, i8, (int8_t)(a.i8[i] - b.i8[i]))
XLMR_LANEWISE(wasm_i8x16_min, 16, i8, b.i8[i] < a.i8[i] ? b.i8[i] : a.i8[i])
XLMR_LANEWISE(wasm_i8x16_max, 16, i8, a.i8[i] < b.i8[i] ? b.i8[i] : a.i8[i])
XLMR_LANEWISE(wasm_i16x8_add, 8, i16, (int16_t)(a.i16[i] + b.i16[i]))
XLMR_LANEWISE(wasm_i16x8_gt, 8, i16, a.i16[i] > b.i16[i] ? -1 : 0)
XLMR_LANEWISE(wasm_i16x8_lt, 8, i16, a.i16[i] < b.i16[i] ? -1 : 0)
XLMR_LANEWISE(wasm_i32x4_add, 4, i32, a.i32[i] + b.i32[i])
XLMR_LANEWISE(wasm_i32x4_mul, 4, i32, a.i32[i] * b.i32[i])
XLMR_LANEWISE(wasm_f32x4_add, 4, f32, a.f32[i] + b.f32[i])
XLMR_LANEWISE(wasm_f32x4_mul, 4, f32, a.f32[i] * b.f32[i])
XLMR_LANEWISE(wasm_f32x4_pmin, 4, f32, b.f32[i] < a.f32[i] ? b.f32[i] : a.f32[i])
XLMR_LANEWISE(wasm_f32x4_pmax, 4, f32, a.f32[i] < b.f32[i] ? b.f32[i] : a.f32[i])
XLMR_LANEWISE(wasm_i32x4_dot_i16x8, 4, i32,
              (int32_t)a.i16[2 * i] * b.i16[2 * i] + (int32_t)a.i16[2 * i + 1] * b.i16[2 * i + 1])
#undef XLMR_LANEWISE

static inline v128_t wasm_i16x8_splat(int16_t one) {
  v128_t value;
  for (int i = 0; i < 8; ++i) value.i16[i] = one;
  return value;
}
static inline v128_t wasm_i16x8_extadd_pairwise_i8x16(v128_t a) {
  v128_t value;
  for (int i = 0; i < 8; ++i) value.i16[i] = (int16_t)(a.i8[2 * i] + a.i8[2 * i + 1]);
  return value;
}
static inline v128_t wasm_u16x8_shr(v128_t a, uint32_t by) {
  for (int i = 0; i < 8; ++i) a.u16[i] = (uint16_t)(a.u16[i] >> by);
  return a;
}
static inline v128_t wasm_u32x4_extend_low_u16x8(v128_t a) {
  v128_t value;
  for (int i = 0; i < 4; ++i) value.u32[i] = a.u16[i];
  return value;
}
static inline v128_t wasm_u32x4_extend_high_u16x8(v128_t a) {
  v128_t value;
  for (int i = 0; i < 4; ++i) value.u32[i] = a.u16[4 + i];
  return value;
}
static inline v128_t wasm_i16x8_shuffle(v128_t a, v128_t b, int c0, int c1, int c2, int c3, int c4,
                                        int c5, int c6, int c7) {
  const int lanes[8] = {c0, c1, c2, c3, c4, c5, c6, c7};
  v128_t value;
  for (int i = 0; i < 8; ++i) value.i16[i] = lanes[i] < 8 ? a.i16[lanes[i]] : b.i16[lanes[i] - 8];
  return value;
}
static inline int wasm_v128_any_true(v128_t a) { return (a.u64[0] | a.u64[1]) != 0; }
/// As pmaddubsw does it, the only choice that the standard allows where b has no high bit.
static inline v128_t wasm_i16x8_relaxed_dot_i8x16_i7x16(v128_t a, v128_t b) {
  v128_t value;
  for (int i = 0; i < 8; ++i) {
    const int32_t sum = a.i8[2 * i] * b.u8[2 * i] + a.i8[2 * i + 1] * b.u8[2 * i + 1];
    value.i16[i] = (int16_t)(sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum);
  }
  return value;
}

static inline v128_t wasm_f32x4_convert_i32x4(v128_t a) {
  v128_t value;
  for (int i = 0; i < 4; ++i) value.f32[i] = (float)a.i32[i];
  return value;
}
static inline v128_t wasm_u64x2_extend_low_u32x4(v128_t a) {
  v128_t value;
  for (int i = 0; i < 2; ++i) value.u64[i] = a.u32[i];
  return value;
}
static inline v128_t wasm_u64x2_extend_high_u32x4(v128_t a) {
  v128_t value;
  for (int i = 0; i < 2; ++i) value.u64[i] = a.u32[i + 2];
  return value;
}
static inline v128_t wasm_v32x4_shuffle(v128_t a, v128_t b, int i, int j, int k, int l) {
  const int lanes[4] = {i, j, k, l};
  v128_t value;
  for (int at = 0; at < 4; ++at) {
    value.u32[at] = lanes[at] < 4 ? a.u32[lanes[at]] : b.u32[lanes[at] - 4];
  }
  return value;
}
static inline v128_t wasm_v64x2_shuffle(v128_t a, v128_t b, int i, int j) {
  v128_t value;
  value.u64[0] = i < 2 ? a.u64[i] : b.u64[i - 2];
  value.u64[1] = j < 2 ? a.u64[j] : b.u64[j - 2];
  return value;
}

#ifndef EMULATED_DOT_UNSIGNED
#define EMULATED_DOT_UNSIGNED 1
#endif
static inline v128_t wasm_i32x4_relaxed_dot_i8x16_i7x16_add(v128_t a, v128_t b, v128_t c) {
  for (int i = 0; i < 16; ++i) {
    const int32_t second = EMULATED_DOT_UNSIGNED ? (int32_t)b.u8[i] : (int32_t)b.i8[i];
    c.i32[i / 4] += a.i8[i] * second;
  }
  return c;
}

#endif  // XLMR_TESTS_EMULATED_WASM_SIMD128_H_
