// SPDX-License-Identifier: Apache-2.0
#include "engine/tensor_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

#include "formats/float16.h"

namespace xlmr {

void to_floats(TensorType type, std::span<const std::byte> raw, std::span<float> out) {
  if (type == TensorType::f32) {
    std::memcpy(out.data(), raw.data(), out.size_bytes());
    return;
  }
  if (type == TensorType::f64) {
    for (size_t i = 0; i < out.size(); ++i) {
      double number = 0;
      std::memcpy(&number, &raw[i * sizeof(number)], sizeof(number));
      out[i] = static_cast<float>(number);
    }
    return;
  }
  for (size_t i = 0; i < out.size(); ++i) {
    uint16_t bits = 0;
    std::memcpy(&bits, &raw[i * sizeof(bits)], sizeof(bits));
    out[i] = type == TensorType::f16 ? f32_from_f16(bits) : f32_from_bf16(bits);
  }
}

Status wrong_number(const TensorEntry& entry, std::string_view what, size_t index, float found) {
  return invalid_checkpoint(expected(concat("checkpoint: ", entry.name), what,
                                     concat(std::to_string(found), " at element ", index)));
}

Status check_finite(const TensorEntry& entry, std::span<const float> values) {
  float sum = 0;  // NaN as soon as one value is not finite
  for (const float value : values) sum += value * 0;
  if (sum == 0) return {};
  const auto* found = std::find_if(values.data(), values.data() + values.size(),
                                   [](float value) { return !std::isfinite(value); });
  return wrong_number(entry, "finite numbers", static_cast<size_t>(found - values.data()), *found);
}

}  // namespace xlmr
