// SPDX-License-Identifier: Apache-2.0
#include "engine/weight_quantizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace xlmr {
namespace {

std::vector<float> numbers(size_t size, float magnitude, std::mt19937& random) {
  std::normal_distribution<float> normal;
  std::vector<float> row(size);
  for (float& each : row) each = magnitude * normal(random);
  return row;
}

TEST(WeightQuantizer, Q8IsWithinHalfAStep) {
  std::mt19937 random(1);
  for (const size_t size : {1, 2, 15, 16, 17, 768, 1000}) {
    for (const float magnitude : {1e-30F, 0.02F, 7.0F, 1e30F}) {
      const auto row = numbers(size, magnitude, random);
      std::vector<int8_t> stored(size);
      const float scale = quantize_q8(row, stored);
      float most = 0;
      for (const float each : row) most = std::max(most, std::abs(each));
      EXPECT_FLOAT_EQ(scale, most / 127);
      for (size_t i = 0; i < size; ++i) {
        EXPECT_LE(std::abs(static_cast<float>(stored[i]) * scale - row[i]), 0.50001F * scale);
        EXPECT_NE(stored[i], -128);
      }
    }
  }
}

TEST(WeightQuantizer, TheHeadersExamplesHold) {
  std::vector<int8_t> stored(2);
  EXPECT_EQ(quantize_q8(std::vector<float>{-1.0F, 0.5F}, stored), 1.0F / 127);
  EXPECT_EQ(stored, (std::vector<int8_t>{-127, 64}));
  std::vector<float> row(32);
  row[0] = -1;
  row[1] = 0.5F;
  std::vector<std::byte> packed(16);
  float scale[1];
  quantize_q4(row, packed, scale);
  EXPECT_EQ(scale[0], 0.125F);
  EXPECT_EQ(packed[0], std::byte{0xC0});  // 0 and 12
  EXPECT_EQ(packed[1], std::byte{0x88});
}

TEST(WeightQuantizer, NumbersNextToZeroAreZeros) {
  for (const float tiny : {0.0F, -0.0F, 1e-45F, -1e-40F, 1e-37F}) {
    std::vector<float> row(32, tiny);
    row[5] = 0;
    std::vector<int8_t> stored(32, 1);
    EXPECT_EQ(quantize_q8(row, stored), 0);
    EXPECT_EQ(stored, std::vector<int8_t>(32, 0));
    std::vector<std::byte> packed(16);
    float scale[1] = {1};
    quantize_q4(row, packed, scale);
    EXPECT_EQ(scale[0], 0);
    EXPECT_EQ(packed, std::vector<std::byte>(16, std::byte{0x88}));
  }
}

TEST(WeightQuantizer, Q4IsWithinAStepOfItsGroup) {
  std::mt19937 random(1);
  for (const float magnitude : {1e-3F, 0.02F, 30.0F}) {
    auto row = numbers(96, magnitude, random);
    for (size_t i = 32; i < 64; ++i) row[i] *= 1000;
    std::vector<std::byte> packed(48);
    std::vector<float> scales(3);
    quantize_q4(row, packed, scales);
    std::vector<float> read(96);
    unpack_q4(packed, scales, read);
    for (size_t group = 0; group < 3; ++group) {
      const auto begin = row.begin() + static_cast<ptrdiff_t>(32 * group);
      const float largest = *std::max_element(
          begin, begin + 32, [](float a, float b) { return std::abs(a) < std::abs(b); });
      EXPECT_NEAR(scales[group], largest / -8, std::abs(largest) / 16000);
      for (size_t i = 32 * group; i < 32 * (group + 1); ++i) {
        const auto pair = static_cast<int>(packed[i / 2]);
        const int stored = (i % 2 == 1 ? pair / 16 : pair % 16) - 8;
        EXPECT_EQ(read[i], static_cast<float>(stored) * scales[group]);
        // 7 steps on the other side: up to one more is cut off.
        const float allowed = stored == 7 ? 1.01F : 0.51F;
        EXPECT_LE(std::abs(read[i] - row[i]), allowed * std::abs(scales[group]));
        if (row[i] == largest) {
          EXPECT_EQ(stored, -8);
        }
      }
    }
  }
}

TEST(WeightQuantizer, Q4ScalesStayFinite) {
  std::vector<float> row(32, 1e6F);
  row[0] = -1e9F;
  std::vector<std::byte> packed(16);
  float scale[1];
  quantize_q4(row, packed, scale);
  EXPECT_EQ(scale[0], 65504);
  EXPECT_EQ(packed[0], std::byte{0xF0});  // as far as they go: -8 and 7 steps
}

}  // namespace
}  // namespace xlmr
