// SPDX-License-Identifier: Apache-2.0
#include "engine/reference/reference_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <vector>

#include "engine/counter_encoder.h"

namespace xlmr::reference {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatEq;
using ::testing::FloatNear;

uint32_t checksum(const std::vector<float>& values) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < values.size(); ++i) {
    sum += std::bit_cast<uint32_t>(values[i]) * (2 * i + 1);
  }
  return sum;
}

TEST(ReferenceBlocks, LayerNormIsOfEachRowAlone) {
  // Mean 5, variance 5; mean 0, variance 0.
  EXPECT_THAT(
      layer_norm(std::vector<float>{2, 4, 6, 8, 0, 0, 0, 0}, {{1, 1, 1, 2}, {0, 0, 0, 10}}, 0.5F),
      ElementsAre(FloatEq(-3 / std::sqrt(5.5F)), FloatEq(-1 / std::sqrt(5.5F)),
                  FloatEq(1 / std::sqrt(5.5F)), FloatEq(10 + 6 / std::sqrt(5.5F)), 0, 0, 0, 10));
}

TEST(ReferenceBlocks, LinearIsRowsByRowsOfWeights) {
  const Matrix weights = {2, 3, {1, 2, 3, 4, 5, 6}, {0, 1}};
  EXPECT_THAT(linear(std::vector<float>{1, 0, 0, 0, 10, 100}, weights),
              ElementsAre(1, 5, 320, 651));
}

// GELU is x P(X < x), X being of the standard normal distribution: P(X < 1) = 0.841344746,
// P(X < 3) = 0.998650102.
TEST(ReferenceBlocks, GeluIsTheExactForm) {
  EXPECT_THAT(gelu(std::vector<float>{0, 1, -1, 3, -3, 20, -20}),
              ElementsAre(0, FloatNear(0.841344746F, 1e-7F), FloatNear(-0.158655254F, 1e-7F),
                          FloatNear(2.995950306F, 1e-6F), FloatNear(-0.004049694F, 1e-8F), 20,
                          FloatNear(0, 1e-30F)));
}

TEST(ReferenceBlocks, SoftmaxOfLargeNumbersIsFinite) {
  const float log3 = std::log(3.0F);
  EXPECT_THAT(softmax(std::vector<float>{0, log3}), ElementsAre(FloatEq(0.25F), FloatEq(0.75F)));
  EXPECT_THAT(softmax(std::vector<float>{1e4F, 1e4F, -1e4F}), ElementsAre(0.5F, 0.5F, 0));
  EXPECT_THAT(softmax(std::vector<float>{-7}), ElementsAre(1));
}

TEST(ReferenceBlocks, AttentionIsWithinHeads) {
  // Two tokens, two heads of two. In the first head the keys are alike, in the second the first
  // token's query times the second key is log(3) * sqrt(2) more than times the first.
  const float more = std::log(3.0F) * std::sqrt(2.0F);
  const std::vector<float> query = {5, 7, 1, 0, 0, 0, 0, 0};
  const std::vector<float> key = {1, 1, 0, 2, 1, 1, more, 3};
  const std::vector<float> value = {1, 2, 4, 8, 3, 4, 8, 0};
  EXPECT_THAT(attention(query, key, value, 4, 2),
              ElementsAre(2, 3, FloatNear(7, 1e-6F), FloatNear(2, 1e-6F), 2, 3, 6, 4));
}

TEST(ReferenceBlocks, ARowIsQuantizedFromItsLeastToItsGreatest) {
  // 127 steps for 4: 31.75 a unit, and 0 is 31.75 steps from the least.
  const QuantizedRow row = quantize_row(std::vector<float>{-1, 0, 1, 3});
  EXPECT_EQ(row.zero_point, 32);
  EXPECT_FLOAT_EQ(row.scale, 1 / 31.75F);
  EXPECT_THAT(row.values, ElementsAre(0, 32, 64, 127));
  // 255 steps: 63.75 a unit, and 0 is 63.75 steps from the least.
  const QuantizedRow eight = quantize_row(std::vector<float>{-1, 0, 1, 3}, kEightBits);
  EXPECT_EQ(eight.zero_point, -64);
  EXPECT_FLOAT_EQ(eight.scale, 1 / 63.75F);
  EXPECT_THAT(eight.values, ElementsAre(-128, -64, 0, 127));
}

TEST(ReferenceBlocks, ZeroIsAlwaysWithinReach) {
  const QuantizedRow above = quantize_row(std::vector<float>{5, 10}, kEightBits);
  EXPECT_EQ(above.zero_point, -128);
  EXPECT_THAT(above.values, ElementsAre(0, 127));  // 127.5 steps: the nearest even number
  const QuantizedRow below = quantize_row(std::vector<float>{-10, -2}, kEightBits);
  EXPECT_EQ(below.zero_point, 127);
  EXPECT_THAT(below.values, ElementsAre(-128, 76));
  EXPECT_THAT(quantize_row(std::vector<float>{5, 10}).values, ElementsAre(64, 127));
  EXPECT_THAT(quantize_row(std::vector<float>{-10, -2}).values, ElementsAre(0, 102));
  const QuantizedRow zeros = quantize_row(std::vector<float>{0, 0});
  EXPECT_EQ(zeros.scale, 1);
  EXPECT_THAT(zeros.values, ElementsAre(zeros.zero_point, zeros.zero_point));
}

TEST(ReferenceBlocks, QuantizedLinearDividesByTheScaleOfTheInput) {
  // 2 and 254 / 127 are the greatest numbers of the two columns, of equal rows when divided.
  QuantizedMatrix weights = {2, 2, {1, 2, 3, -4}, {0.5F, 2}, {1, 127}, {10, 20}};
  EXPECT_THAT(linear(std::vector<float>{2, 254}, weights),
              ElementsAre(FloatNear(13, 1e-5F), FloatNear(16, 1e-5F)));
  weights.input_scale.clear();
  EXPECT_THAT(linear(std::vector<float>{2, 254}, weights),
              ElementsAre(FloatNear(265, 1e-3F), FloatNear(20 + 12 - 2032, 1e-3F)));
}

// What XNNPACK's own scalar kernels make of generated numbers (snapshot 4ea82e5: f32_rminmax,
// xnn_f32_qd8_asymmetric_quantization_params, f32_qs8_vcvt lrintf, qd8_f32_qc8w_gemm 1x2).
TEST(ReferenceBlocks, QuantizedLinearEqualsXnnpackBitForBit) {
  const Matrix weights = {16, 48, counter_values("xnnpack.weight", 16 * 48, 48),
                          counter_values("xnnpack.bias", 16, 16)};
  std::vector<float> x;
  for (int row = 0; row < 500; ++row) {
    const auto values = counter_values("xnnpack/" + std::to_string(row), 48, 48);
    const float shift = static_cast<float>(row % 7 - 3) / 16;
    for (const float value : values) x.push_back(value * static_cast<float>(1 + row) + shift);
    // Numbers half-way between two steps, where the last bit of the scale tells.
    const float low = values[0] - 1;
    const float high = values[1] + 1;
    x.insert(x.end(), {low, high});
    for (int i = 2; i < 48; ++i) x.push_back(static_cast<float>(2 * i - 49) * (high - low) / 510);
  }
  EXPECT_EQ(checksum(linear(x, quantized(weights), kEightBits)), 1170486625U);
}

}  // namespace
}  // namespace xlmr::reference
