// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_panel.h"

#include <algorithm>
#include <cstring>

#include "formats/float16.h"

namespace xlmr {
namespace {

/// Inputs of a column side by side.
constexpr size_t kDepth = 4;

/// Four weights, two a byte, in the lower half of a byte each.
uint32_t spread(const std::byte* pairs) {
  const uint32_t all = std::to_integer<uint32_t>(pairs[0]) | std::to_integer<uint32_t>(pairs[1])
                                                                 << 8U;
  return (all & 0xFU) | (all & 0xF0U) << 4U | (all & 0xF00U) << 8U | (all & 0xF000U) << 12U;
}

}  // namespace

void pack_q4_panel(const Q4Weights& weights, size_t inputs, size_t first,
                   std::span<const float> bias, std::byte* panel) {
  std::memcpy(panel, bias.data(), bias.size_bytes());
  auto* groups = reinterpret_cast<Q4Group*>(panel + kQ4Columns * sizeof(float));
  const size_t count = inputs / kQ4Group;
  for (size_t column = 0; column < bias.size(); ++column) {
    const std::byte* pairs = &weights.nibbles[(first + column) * inputs / 2];
    const float* scale = &weights.scale[(first + column) * count];
    const size_t offset = column % 4 * kDepth;
    const size_t shift = column / 4 * 4;
    for (size_t group = 0; group < count; ++group) {
      groups[group].scale[column] = f16_from_f32(scale[group]);
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
