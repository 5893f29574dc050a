// SPDX-License-Identifier: Apache-2.0
#include "engine/weight_quantizer.h"

#include <algorithm>
#include <cmath>

#include "engine/checkpoint_form.h"
#include "engine/vector.h"
#include "formats/float16.h"

namespace xlmr {
namespace {

constexpr float kMostF16 = 65504;

float max_magnitude(std::span<const float> row) {
  const size_t whole = row.size() - row.size() % kLanes;
  f32x4 most{};
  for (size_t at = 0; at < whole; at += kLanes) {
    const f32x4 value = load(&row[at]);
    most = maximum(most, maximum(value, -value));
  }
  float result = max_of(most);
  for (size_t at = whole; at < row.size(); ++at) result = std::max(result, std::abs(row[at]));
  return result;
}

}  // namespace

float quantize_q8(std::span<const float> row, std::span<int8_t> out) {
  constexpr float kMost = 127;
  const float magnitude = max_magnitude(row);
  // 0, or so small that its reciprocal is no number.
  if (std::isinf(kMost / magnitude)) {
    std::fill(out.begin(), out.end(), int8_t{0});
    return 0;
  }
  const f32x4 per_unit = splat(kMost / magnitude);
  constexpr size_t kStep = 4 * kLanes;
  const size_t whole = row.size() - row.size() % kStep;
  for (size_t at = 0; at < whole; at += kStep) {
    i32x4 q[4];
    for (size_t i = 0; i < 4; ++i) q[i] = round_to_int(load(&row[at + i * kLanes]) * per_unit);
    store_saturated(&out[at], q[0], q[1], q[2], q[3]);
  }
  for (size_t at = whole; at < row.size(); ++at) {
    out[at] = static_cast<int8_t>(round_to_int(splat(row[at]) * per_unit)[0]);
  }
  return magnitude / kMost;
}

void quantize_q4(std::span<const float> row, std::span<std::byte> out, std::span<float> scales) {
  for (size_t first = 0; first < row.size(); first += kQ4Group) {
    const auto values = row.subspan(first, kQ4Group);
    const float largest = *std::max_element(
        values.begin(), values.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
    const float scale = f32_from_f16(f16_from_f32(std::clamp(largest / -8, -kMostF16, kMostF16)));
    const float per_unit = scale == 0 ? 0 : 1 / scale;  // 2^24 at most
    scales[first / kQ4Group] = scale;
    for (size_t i = 0; i < kQ4Group; i += 2) {
      const auto stored = [&](size_t at) {
        const float steps = std::clamp(values[at] * per_unit, -8.0F, 7.0F);
        return static_cast<uint32_t>(round_to_int(splat(steps))[0] + 8);
      };
      out[(first + i) / 2] = static_cast<std::byte>(stored(i) | stored(i + 1) << 4);
    }
  }
}

void unpack_q4(std::span<const std::byte> packed, std::span<const float> scales,
               std::span<float> out) {
  for (size_t i = 0; i < out.size(); ++i) {
    const auto pair = static_cast<uint32_t>(packed[i / 2]);
    const auto value = static_cast<int32_t>(i % 2 == 0 ? pair & 15U : pair >> 4);
    out[i] = static_cast<float>(value - 8) * scales[i / kQ4Group];
  }
}

}  // namespace xlmr
