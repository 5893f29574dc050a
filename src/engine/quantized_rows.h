// SPDX-License-Identifier: Apache-2.0
// QuantizedRows: activations in seven bits, each row with a scale and a zero point of its own, found
// while it is quantised.
//
// Invariant: a row depends on its own values only, so never on what else is in the batch, nor on the
// kernel; zero is always represented exactly. Rounding is to nearest, ties to even. Values and zero
// points are 0 to 127, of int8's half without a sign, so XNNPACK's kernels take them as they are.
//
// Seven bits and not eight: then the sum of two products fits int16, and the fastest instruction that every
// CPU has (pmaddubsw) gives what the int8 dot products of newer ones do (madd7_kernel.h).
//
//   row [-1.0, 0.0, 1.54]   scale 0.02, zero point 50   [0, 50, 127]
#ifndef XLMR_ENGINE_QUANTIZED_ROWS_H_
#define XLMR_ENGINE_QUANTIZED_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/kernels.h"

namespace xlmr {

/// Quantises `row` times `factors` (empty for none) to `out`, which has as many values.
[[nodiscard]] RowScale quantize_row(std::span<const float> row, std::span<const float> factors,
                                    int8_t* out);

/// As above, with the zero point taken off each value.
[[nodiscard]] RowScale quantize_row(std::span<const float> row, std::span<const float> factors,
                                    int16_t* out);

class QuantizedRows {
 public:
  /// Room for `rows` of `columns`; what was there is lost.
  void resize(size_t rows, size_t columns, Activations form);

  /// As quantize_row(), to row `index`.
  void set(size_t index, std::span<const float> row, std::span<const float> factors);

  [[nodiscard]] const void* row(size_t index) const { return &values_[index * stride_]; }
  [[nodiscard]] const RowScale* scales(size_t index) const { return &scales_[index]; }
  /// Bytes from one row to the next.
  [[nodiscard]] size_t stride() const { return stride_; }

 private:
  Activations form_ = Activations::seven_bits;
  size_t stride_ = 0;
  size_t rows_ = 0;
  std::vector<std::byte> values_;
  std::vector<RowScale> scales_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_QUANTIZED_ROWS_H_
