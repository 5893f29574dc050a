// SPDX-License-Identifier: Apache-2.0
#include "formats/float16.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace xlmr {
namespace {

// A float of one sign bit, `exponent_bits` and `fraction_bits`, by IEEE 754's definition of the
// value; float64 holds every such value exactly.
double value_of(uint16_t bits, int exponent_bits, int fraction_bits) {
  const int fraction = bits & ((1 << fraction_bits) - 1);
  const int exponent = bits >> fraction_bits & ((1 << exponent_bits) - 1);
  const int bias = (1 << (exponent_bits - 1)) - 1;
  const double sign = bits >> 15 ? -1 : 1;
  if (exponent == (1 << exponent_bits) - 1) return fraction == 0 ? sign * INFINITY : NAN;
  if (exponent == 0) return sign * std::ldexp(fraction, 1 - bias - fraction_bits);
  return sign * std::ldexp((1 << fraction_bits) + fraction, exponent - bias - fraction_bits);
}

void expect_value(float widened, double expected, uint32_t bits) {
  if (std::isnan(expected)) {
    EXPECT_TRUE(std::isnan(widened)) << bits;
  } else {
    EXPECT_EQ(widened, expected) << bits;
  }
  EXPECT_EQ(std::signbit(widened), bits >> 15 == 1) << bits;
}

TEST(Float16, WidensEveryHalf) {
  for (uint32_t bits = 0; bits <= UINT16_MAX; ++bits) {
    const auto half = static_cast<uint16_t>(bits);
    expect_value(f32_from_f16(half), value_of(half, 5, 10), bits);
  }
}

TEST(Float16, WidensEveryBfloat16) {
  for (uint32_t bits = 0; bits <= UINT16_MAX; ++bits) {
    const auto brain = static_cast<uint16_t>(bits);
    expect_value(f32_from_bf16(brain), value_of(brain, 8, 7), bits);
  }
}

#ifdef __FLT16_MANT_DIG__
TEST(Float16, AgreesWithTheCompilersHalf) {
  for (uint32_t bits = 0; bits <= UINT16_MAX; ++bits) {
    const auto half = static_cast<uint16_t>(bits);
    _Float16 native = 0;
    std::memcpy(&native, &half, sizeof(half));
    expect_value(f32_from_f16(half), static_cast<double>(native), bits);
  }
}
#endif

TEST(Float16, NarrowsToTheNearestEvenHalf) {
  for (uint32_t bits = 0; bits < 0x7C00; ++bits) {
    const auto half = static_cast<uint16_t>(bits);
    const double value = value_of(half, 5, 10);
    EXPECT_EQ(f16_from_f32(static_cast<float>(value)), half);
    EXPECT_EQ(f16_from_f32(-static_cast<float>(value)), half | 0x8000);
    // Half-way to the next, which above the largest is where infinity would be were it finite.
    const double next = bits + 1 < 0x7C00 ? value_of(half + 1, 5, 10) : 65536;
    const auto middle = static_cast<float>((value + next) / 2);
    EXPECT_EQ(f16_from_f32(middle), half + half % 2) << bits;
    EXPECT_EQ(f16_from_f32(std::nextafter(middle, 0.0F)), half) << bits;
    EXPECT_EQ(f16_from_f32(std::nextafter(middle, INFINITY)), half + 1) << bits;
  }
}

TEST(Float16, KeepsTheBitsOfNan) {
  EXPECT_EQ(std::bit_cast<uint32_t>(f32_from_f16(0x7E01)), 0x7FC02000U);
  EXPECT_EQ(std::bit_cast<uint32_t>(f32_from_bf16(0xFFC1)), 0xFFC10000U);
}

}  // namespace
}  // namespace xlmr
