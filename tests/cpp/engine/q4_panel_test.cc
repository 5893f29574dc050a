// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_panel.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

namespace xlmr {
namespace {

constexpr size_t kInputs = 96;
constexpr size_t kGroups = kInputs / kQ4Group;

/// Weights of -8 to 7 as files have them.
std::vector<std::byte> pairs_of(const std::vector<int>& weights) {
  std::vector<std::byte> pairs;
  for (size_t i = 0; i < weights.size(); i += 2) {
    pairs.push_back(static_cast<std::byte>((weights[i] + 8) | (weights[i + 1] + 8) << 4));
  }
  return pairs;
}

/// A panel, and what it says of its columns.
struct Panel {
  std::vector<std::byte> bytes;

  Panel(const Q4Weights& weights, size_t inputs, size_t first, std::vector<float> bias)
      : bytes(q4_panel_bytes(inputs)) {
    pack_q4_panel(weights, inputs, first, bias, bytes.data());
  }
  [[nodiscard]] const Q4Columns& columns() const {
    return *reinterpret_cast<const Q4Columns*>(bytes.data());
  }
  [[nodiscard]] const Q4Group& group(size_t index) const {
    return reinterpret_cast<const Q4Group*>(bytes.data() + sizeof(Q4Columns))[index];
  }
  [[nodiscard]] int weight(size_t input, size_t column) const {
    const uint8_t both =
        group(input / kQ4Group).nibbles[input % kQ4Group / 4 * 16 + column % 4 * 4 + input % 4];
    return (column < 4 ? both & 15 : both >> 4) - 8;
  }
};

TEST(Q4Panel, HasTheFilesWeightsWhereTheHeaderSays) {
  std::mt19937 random(1);
  std::vector<int> weights(11 * kInputs);
  for (int& each : weights) each = static_cast<int>(random() % 16) - 8;
  const auto pairs = pairs_of(weights);
  std::vector<float> scale(11 * kGroups);
  for (float& each : scale) each = static_cast<float>(random() % 2000) / 1000.0F - 1;
  const Q4Weights given{pairs, scale, {}};
  for (const size_t first : {0, 3, 8}) {
    const size_t count = std::min<size_t>(kQ4Columns, 11 - first);
    std::vector<float> bias(count);
    for (size_t i = 0; i < count; ++i) bias[i] = static_cast<float>(i) - 2;
    const Panel panel(given, kInputs, first, bias);
    for (size_t column = 0; column < count; ++column) {
      EXPECT_EQ(panel.columns().bias[column], bias[column]);
      int minus = 0;
      for (size_t i = 0; i < kInputs; ++i) {
        const int weight = weights[(first + column) * kInputs + i];
        EXPECT_EQ(panel.weight(i, column), weight);
        minus -= weight * panel.group(i / kQ4Group).scale[column];
      }
      EXPECT_EQ(panel.columns().minus[column], minus);
      const float unit = panel.columns().scale[column];
      for (size_t group = 0; group < kGroups; ++group) {
        const float stored = static_cast<float>(panel.group(group).scale[column]) * unit;
        EXPECT_NEAR(stored, scale[(first + column) * kGroups + group], 0.501F * unit);
      }
      EXPECT_LT(unit, 1.0F / 10'000);  // precise where inputs are few
    }
  }
}

/// The largest sum of products that activations can make of a column, and its largest group's scale.
void expect_fits(const Panel& panel, size_t inputs, int least_scale) {
  int64_t most = 0;
  int largest = 0;
  for (size_t i = 0; i < inputs; ++i) {
    const int scale = panel.group(i / kQ4Group).scale[0];
    most += int64_t{127} * std::abs(panel.weight(i, 0)) * std::abs(scale);
    largest = std::max(largest, std::abs(scale));
  }
  EXPECT_LE(most, INT32_MAX);
  EXPECT_GE(largest, least_scale);
}

TEST(Q4Panel, NoSumIsBeyondInt32) {
  for (const size_t inputs : {32, 768, 3072, 4096, 65536}) {
    // All as large as can be: as many steps as there is room for.
    const std::vector<std::byte> largest(inputs / 2);
    const std::vector<float> alike(inputs / kQ4Group, -3.0F);
    const auto room = static_cast<int>(INT32_MAX / (127.0 * 8 * static_cast<double>(inputs)));
    expect_fits(Panel({largest, alike, {}}, inputs, 0, {0}), inputs, std::min(room, 32767) - 1);
    // Scales that are apart, each rounded up.
    std::mt19937 random(2);
    std::vector<float> apart(inputs / kQ4Group);
    for (float& each : apart) each = std::ldexp(1.0F, static_cast<int>(random() % 20));
    expect_fits(Panel({largest, apart, {}}, inputs, 0, {0}), inputs, std::min(room, 32767) - 1);
  }
}

TEST(Q4Panel, TakesAnyFiniteScale) {
  std::mt19937 random(3);
  std::vector<std::byte> pairs(kInputs / 2);
  for (std::byte& each : pairs) each = static_cast<std::byte>(random());
  for (const float value : {0.0F, -0.0F, 1e-45F, -1e-38F, 65504.0F, -3.4e38F}) {
    for (const float other : {0.0F, value, value / 3, 1e-45F}) {
      const std::vector<float> scale = {value, other, value};
      const Panel panel({pairs, scale, {}}, kInputs, 0, {1});
      expect_fits(panel, kInputs, 0);
      EXPECT_TRUE(std::isfinite(panel.columns().scale[0]));
      if (value == 0) {
        EXPECT_LE(std::abs(panel.columns().scale[0]), std::abs(other));
      }
    }
  }
}

}  // namespace
}  // namespace xlmr
