// SPDX-License-Identifier: Apache-2.0
#include "engine/embedding_table.h"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "formats/float16.h"

namespace xlmr {
namespace {

std::vector<float> read(const EmbeddingTable& table, uint32_t row) {
  std::vector<float> out(table.columns());
  table.read(row, out);
  return out;
}

TEST(EmbeddingTable, FloatsAreKept) {
  EmbeddingTable table(WeightFormat::fp32, 2, 3);
  const std::vector<float> values = {1, 2, 3, -4, 1e-40F, 1e38F};
  ASSERT_EQ(table.bytes().size(), 24U);
  EXPECT_TRUE(table.scales().empty());
  std::memcpy(table.bytes().data(), values.data(), 24);
  EXPECT_EQ(read(table, 0), (std::vector<float>{1, 2, 3}));
  EXPECT_EQ(read(table, 1), (std::vector<float>{-4, 1e-40F, 1e38F}));
}

TEST(EmbeddingTable, Int8IsTimesTheRowsScale) {
  EmbeddingTable table(WeightFormat::q8, 2, 3);
  const std::vector<int8_t> values = {1, 2, 3, -127, 64, -128};
  ASSERT_EQ(table.bytes().size(), 6U);
  ASSERT_EQ(table.scales().size(), 2U);
  std::memcpy(table.bytes().data(), values.data(), 6);
  table.scales()[0] = 10;
  table.scales()[1] = 0.5F;
  EXPECT_EQ(read(table, 0), (std::vector<float>{10, 20, 30}));
  EXPECT_EQ(read(table, 1), (std::vector<float>{-63.5F, 32, -64}));
}

TEST(EmbeddingTable, FourBitsAreTimesTheGroupsScale) {
  EmbeddingTable table(WeightFormat::q4, 2, 64);
  ASSERT_EQ(table.bytes().size(), 64U);
  EXPECT_TRUE(table.scales().empty());
  ASSERT_EQ(table.half_scales().size(), 4U);
  for (size_t i = 0; i < 64; ++i) table.bytes()[i] = static_cast<std::byte>(i * 5);
  for (size_t i = 0; i < 4; ++i)
    table.half_scales()[i] = f16_from_f32(static_cast<float>(i) - 1.5F);
  for (uint32_t row = 0; row < 2; ++row) {
    const auto found = read(table, row);
    for (uint32_t i = 0; i < 64; ++i) {
      const uint32_t byte = (row * 32 + i / 2) * 5 % 256;
      const auto stored = static_cast<float>(i % 2 == 0 ? byte % 16 : byte / 16);
      EXPECT_EQ(found[i], (stored - 8) * (static_cast<float>(row * 2 + i / 32) - 1.5F));
    }
  }
}

}  // namespace
}  // namespace xlmr
