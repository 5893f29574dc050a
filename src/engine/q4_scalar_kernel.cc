// SPDX-License-Identifier: Apache-2.0
#include "engine/q4_scalar_kernel.h"

#include "engine/q4_panel.h"

namespace xlmr {
namespace {

int32_t weight_at(const Q4Group& group, size_t input, size_t column) {
  const uint32_t both = group.nibbles[input / 4 * 16 + column % 4 * 4 + input % 4];
  return static_cast<int32_t>(column < 4 ? both & 15U : both >> 4U) - 8;
}

void run(size_t rows, size_t columns, size_t inputs, const void* a, size_t a_stride,
         const std::byte* panel, float* y, size_t y_stride, const RowScale* scales) {
  const auto& of_columns = *reinterpret_cast<const Q4Columns*>(panel);
  const auto* groups = reinterpret_cast<const Q4Group*>(panel + sizeof(Q4Columns));
  for (size_t row = 0; row < rows; ++row) {
    const int8_t* x = static_cast<const int8_t*>(a) + row * a_stride;
    for (size_t column = 0; column < columns; ++column) {
      int32_t sum = 0;
      for (size_t first = 0; first < inputs; first += kQ4Group) {
        const Q4Group& group = groups[first / kQ4Group];
        int32_t products = 0;
        for (size_t i = 0; i < kQ4Group; ++i) {
          products += (x[first + i] - scales[row].zero_point) * weight_at(group, i, column);
        }
        sum += products * group.scale[column];
      }
      y[row * y_stride + column] =
          static_cast<float>(sum) * scales[row].inv_scale * of_columns.scale[column] +
          of_columns.bias[column];
    }
  }
}

}  // namespace

Q4Kernel q4_scalar_kernel() { return {"1x8 q4 scalar", run, 1}; }

}  // namespace xlmr
