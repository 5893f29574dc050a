// SPDX-License-Identifier: Apache-2.0
// Quantisation of weights, a row at a time: symmetric, so that zero stays zero.
//
// Invariant: a value and what is stored for it differ by at most half a step of its scale; a row of
// zeros, or of numbers too small for a scale, is stored as zeros of scale 0. Values are finite.
//
//   quantize_q8([-1.0, 0.5])  ->  int8 [-127, 64], scale 1 / 127
//   quantize_q4([-1.0, 0.5, 0, ...])  ->  4-bit [0, 12, 8, ...], scale 1 / 8 for these 32
#ifndef XLMR_ENGINE_WEIGHT_QUANTIZER_H_
#define XLMR_ENGINE_WEIGHT_QUANTIZER_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace xlmr {

/// `out` is as long as `row`. The result is the scale: row[i] is about out[i] * scale.
[[nodiscard]] float quantize_q8(std::span<const float> row, std::span<int8_t> out);

/// Two values a byte, the first in the low half, each plus 8. `row` is whole groups of kQ4Group;
/// `out` has half as many bytes, `scales` one for each group. A group's largest value, with its
/// sign, is -8 steps: the side that has one step more. Scales are float16's, as files have them.
void quantize_q4(std::span<const float> row, std::span<std::byte> out, std::span<float> scales);

/// The values that quantize_q4() stored.
void unpack_q4(std::span<const std::byte> packed, std::span<const float> scales,
               std::span<float> out);

}  // namespace xlmr

#endif  // XLMR_ENGINE_WEIGHT_QUANTIZER_H_
