// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_panel.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace xlmr {
namespace {

/// Inputs of a column side by side.
constexpr size_t kDepth = 4;
/// The most that an activation differs from its zero point.
constexpr double kMostInput = 127;

/// Four weights, two a byte, in the lower half of a byte each.
uint32_t spread(const std::byte* pairs) {
  const uint32_t all = std::to_integer<uint32_t>(pairs[0]) | std::to_integer<uint32_t>(pairs[1])
                                                                 << 8U;
  return (all & 0xFU) | (all & 0xF0U) << 4U | (all & 0xF00U) << 8U | (all & 0xF000U) << 12U;
}

struct GroupSums {
  int32_t plain = 0;
  int32_t magnitudes = 0;
};

GroupSums sums_of(const std::byte* pairs) {
  GroupSums sums;
  for (size_t i = 0; i < kQ4Group; ++i) {
    const auto pair = std::to_integer<uint32_t>(pairs[i / 2]);
    const int32_t weight = static_cast<int32_t>(i % 2 == 0 ? pair & 15U : pair >> 4U) - 8;
    sums.plain += weight;
    sums.magnitudes += std::abs(weight);
  }
  return sums;
}

/// The scale's unit of a column: no sum of its products is beyond int32, and no group's scale beyond int16.
/// The largest is a multiple of it, so that scales that are alike are exact. 0 where all are.
double unit_of(const std::byte* pairs, std::span<const float> scale) {
  double largest = 0;
  double weighed = 0;
  double rounding = 0;
  for (size_t group = 0; group < scale.size(); ++group) {
    const double size = std::abs(double{scale[group]});
    const double magnitudes = sums_of(pairs + group * kQ4Group / 2).magnitudes;
    largest = std::max(largest, size);
    weighed += size * magnitudes;
    rounding += magnitudes / 2;
  }
  const double room = std::numeric_limits<int32_t>::max() / kMostInput - rounding;
  const double least = std::max(largest / std::numeric_limits<int16_t>::max(), weighed / room);
  return largest == 0 ? 0 : largest / std::max(std::floor(largest / least), 1.0);
}

}  // namespace

void pack_q4_panel(const Q4Weights& weights, size_t inputs, size_t first,
                   std::span<const float> bias, std::byte* panel) {
  auto* columns = reinterpret_cast<Q4Columns*>(panel);
  auto* groups = reinterpret_cast<Q4Group*>(columns + 1);
  std::ranges::copy(bias, columns->bias);
  const size_t count = inputs / kQ4Group;
  for (size_t column = 0; column < bias.size(); ++column) {
    const std::byte* pairs = &weights.nibbles[(first + column) * inputs / 2];
    const auto scale = weights.scale.subspan((first + column) * count, count);
    const double unit = unit_of(pairs, scale);
    columns->scale[column] = static_cast<float>(unit);
    const size_t offset = column % 4 * kDepth;
    const size_t shift = column / 4 * 4;
    for (size_t group = 0; group < count; ++group) {
      const auto steps = static_cast<int16_t>(unit > 0 ? std::lround(scale[group] / unit) : 0);
      groups[group].scale[column] = steps;
      columns->minus[column] -= steps * sums_of(pairs).plain;
      for (size_t step = 0; step < kQ4Group / kDepth; ++step) {
        uint8_t* to = &groups[group].nibbles[step * 4 * kDepth + offset];
        uint32_t word;
        std::memcpy(&word, to, sizeof(word));
        word |= spread(pairs) << shift;
        std::memcpy(to, &word, sizeof(word));
        pairs += kDepth / 2;
      }
    }
  }
}

}  // namespace xlmr
