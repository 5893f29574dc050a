// SPDX-License-Identifier: Apache-2.0
#include "engine/quantized_rows.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "engine/reference/reference_blocks.h"

namespace xlmr {
namespace {

/// Rows of one size of each kind that there is, with what they are multiplied by.
std::vector<std::vector<float>> rows_of(size_t size, std::mt19937& random) {
  std::normal_distribution<float> normal;
  std::uniform_real_distribution<float> unit;
  std::vector<std::vector<float>> rows = {
      std::vector<float>(size, 0.0F), std::vector<float>(size, -0.0F),
      std::vector<float>(size, 3.7F), std::vector<float>(size, -1e-5F)};
  for (const float magnitude : {1.0F, 50.0F, 1e30F, 1e-30F, 1e-34F}) {
    std::vector<float> both;
    std::vector<float> above;
    std::vector<float> below;
    std::vector<float> outlier;
    for (size_t i = 0; i < size; ++i) {
      both.push_back(magnitude * normal(random));
      above.push_back(magnitude * (1 + unit(random)));
      below.push_back(-magnitude * unit(random));
      outlier.push_back(magnitude * normal(random) * (i == size / 2 ? 1000 : 1));
    }
    rows.insert(rows.end(), {both, above, below, outlier});
  }
  // Values half-way between two steps: 127 steps of 2 from -2 to 252.
  std::vector<float> halves;
  for (size_t i = 0; i < size; ++i) halves.push_back(static_cast<float>(i % 126 * 2 + 1));
  halves[0] = -2;
  halves[size - 1] = 252;
  rows.push_back(halves);
  return rows;
}

void expect_equal(const std::vector<float>& row, const std::vector<float>& factors) {
  std::vector<float> product = row;
  for (size_t i = 0; i < factors.size(); ++i) product[i] *= factors[i];
  const reference::QuantizedRow expected = reference::quantize_row(product);

  std::vector<int8_t> values(row.size());
  const RowScale scale = quantize_row(row, factors, values.data());
  EXPECT_EQ(std::bit_cast<uint32_t>(scale.inv_scale), std::bit_cast<uint32_t>(expected.scale));
  EXPECT_EQ(scale.zero_point, expected.zero_point);
  EXPECT_EQ(values, expected.values);

  std::vector<int16_t> centred(row.size());
  const RowScale same = quantize_row(row, factors, centred.data());
  EXPECT_EQ(same.inv_scale, scale.inv_scale);
  EXPECT_EQ(same.zero_point, scale.zero_point);
  for (size_t i = 0; i < row.size(); ++i) {
    ASSERT_EQ(centred[i], expected.values[i] - expected.zero_point) << i;
  }
}

TEST(QuantizedRows, RowsEqualTheReferenceBitForBit) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> unit(0.01F, 3);
  for (int round = 0; round < 10; ++round) {
    for (const size_t size : {1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 64, 100, 768, 1023}) {
      std::vector<float> factors(size);
      for (float& each : factors) each = unit(random);
      for (const auto& row : rows_of(size, random)) {
        SCOPED_TRACE(std::to_string(size) + " values from " + std::to_string(row[0]));
        expect_equal(row, {});
        expect_equal(row, factors);
      }
    }
  }
}

TEST(QuantizedRows, TheHeadersExampleHolds) {
  int8_t values[3];
  const std::vector<float> row = {-1.0F, 0.0F, 1.54F};
  const RowScale scale = quantize_row(row, {}, values);
  EXPECT_FLOAT_EQ(scale.inv_scale, 0.02F);
  EXPECT_EQ(scale.zero_point, 50);
  EXPECT_EQ((std::vector<int8_t>{values, values + 3}), (std::vector<int8_t>{0, 50, 127}));
}

// Too small for a scale: whatever is stored stands for 0.
TEST(QuantizedRows, NumbersNextToZeroStandForZero) {
  const std::vector<float> row = {1e-40F, -1e-41F, 0, 1e-45F, 0, 0, 0, 0,     0,
                                  0,      0,       0, 0,      0, 0, 0, 1e-40F};
  std::vector<int8_t> values(row.size());
  const RowScale scale = quantize_row(row, {}, values.data());
  for (const int8_t each : values) {
    EXPECT_EQ(static_cast<float>(each - scale.zero_point) * scale.inv_scale, 0);
  }
}

TEST(QuantizedRows, RowsStandApart) {
  const std::vector<float> first = {1, 2, 3, 4, 5};
  const std::vector<float> second = {-1, 0, 9, 0, 1};
  for (const Activations form : {Activations::seven_bits, Activations::centred_int16}) {
    QuantizedRows rows;
    rows.resize(2, 5, form);
    rows.set(1, second, {});
    rows.set(0, first, {});
    EXPECT_EQ(
        static_cast<const std::byte*>(rows.row(1)) - static_cast<const std::byte*>(rows.row(0)),
        static_cast<ptrdiff_t>(rows.stride()));
    for (size_t i = 0; i < 2; ++i) {
      const auto expected = reference::quantize_row(i == 0 ? first : second);
      EXPECT_EQ(rows.scales(i)->inv_scale, expected.scale);
      EXPECT_EQ(rows.scales(i)->zero_point, expected.zero_point);
      for (size_t at = 0; at < 5; ++at) {
        const int value = form == Activations::seven_bits
                              ? static_cast<const int8_t*>(rows.row(i))[at] - expected.zero_point
                              : static_cast<const int16_t*>(rows.row(i))[at];
        EXPECT_EQ(value, expected.values[at] - expected.zero_point);
      }
    }
  }
}

}  // namespace
}  // namespace xlmr
