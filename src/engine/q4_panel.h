// SPDX-License-Identifier: Apache-2.0
// Q4 panels: weights in 4 bits for 8 columns, as the 4-bit kernels read them.
//
// Invariant: a weight takes half a byte, a group of 32 two bytes more. A weight's four bits are those of
// the file; the scales of a column's groups become whole numbers times one float, as precise as allows
// every sum of products to fit int32 (a two-thousandth of the largest, say), so sums are exact.
//
// In a group, input i of column c is in byte i / 4 * 16 + c % 4 * 4 + i % 4, in the lower half where
// c < 4, else in the upper:
//
//   byte 0: columns 0 and 4 of input 0   byte 4: columns 1 and 5 of input 0   byte 16: 0 and 4 of input 4
#ifndef XLMR_ENGINE_Q4_PANEL_H_
#define XLMR_ENGINE_Q4_PANEL_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/checkpoint_form.h"

namespace xlmr {

inline constexpr size_t kQ4Columns = 8;

/// What is at a panel's begin; its groups follow.
struct Q4Columns {
  int32_t minus[kQ4Columns];  ///< the sum of the weights times their groups' scales, negative
  float scale[kQ4Columns];
  float bias[kQ4Columns];
};

/// 32 inputs of 8 columns.
struct Q4Group {
  uint8_t nibbles[kQ4Columns * kQ4Group / 2];  ///< each weight plus 8
  int16_t scale[kQ4Columns];                   ///< in units of the column's
};

/// Rows of 4-bit weights as quantize_q4() makes them. Views.
struct Q4Weights {
  std::span<const std::byte> nibbles;   ///< [out, in / 2]
  std::span<const float> scale;         ///< [out, in / kQ4Group], finite
  std::span<const float> input_factor;  ///< [in] what x is multiplied by before it is quantised
};

/// `inputs` is whole groups.
[[nodiscard]] constexpr size_t q4_panel_bytes(size_t inputs) {
  return sizeof(Q4Columns) + inputs / kQ4Group * sizeof(Q4Group);
}

/// Packs the columns of `bias`, at most 8, which are rows `first` and after of `weights`. `panel` is
/// zeros.
void pack_q4_panel(const Q4Weights& weights, size_t inputs, size_t first,
                   std::span<const float> bias, std::byte* panel);

}  // namespace xlmr

#endif  // XLMR_ENGINE_Q4_PANEL_H_
