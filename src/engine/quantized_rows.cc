// SPDX-License-Identifier: Apache-2.0
#include "engine/quantized_rows.h"

#include <algorithm>

#include "engine/vector.h"
#include "xnnpack/quantization.h"

namespace xlmr {
namespace {

constexpr size_t kStep = 4 * kLanes;

/// What the kernels may read past an end: one step of theirs.
constexpr size_t kSlack = 16;
/// Tiles at the end of a batch read the scales of a whole tile.
constexpr size_t kSpareScales = 8;

struct AsIs {
  explicit AsIs(std::span<const float> /*factors*/) {}
  [[nodiscard]] f32x4 operator()(const float* row, size_t at) const { return load(row + at); }
  [[nodiscard]] float one(const float* row, size_t at) const { return row[at]; }
};

struct Multiplied {
  explicit Multiplied(std::span<const float> by) : factors(by.data()) {}
  [[nodiscard]] f32x4 operator()(const float* row, size_t at) const {
    return load(row + at) * load(factors + at);
  }
  [[nodiscard]] float one(const float* row, size_t at) const { return row[at] * factors[at]; }
  const float* factors;
};

template <typename Values>
RowScale quantize(std::span<const float> row, const Values& values, int8_t* out) {
  const float* x = row.data();
  const size_t whole = row.size() - row.size() % kStep;
  f32x4 low[4] = {};
  f32x4 high[4] = {};
  for (size_t at = 0; at < whole; at += kStep) {
    for (size_t i = 0; i < 4; ++i) {
      const f32x4 value = values(x, at + i * kLanes);
      low[i] = minimum(low[i], value);
      high[i] = maximum(high[i], value);
    }
  }
  float least = min_of(minimum(minimum(low[0], low[1]), minimum(low[2], low[3])));
  float most = max_of(maximum(maximum(high[0], high[1]), maximum(high[2], high[3])));
  for (size_t at = whole; at < row.size(); ++at) {
    least = std::min(least, values.one(x, at));
    most = std::max(most, values.one(x, at));
  }

  const RowScale steps = xnn_qd8_asymmetric_quantization_params(least, most);
  const f32x4 per_unit = splat(steps.inv_scale);  // here still steps per unit
  const int32_t zero = steps.zero_point;
  const i32x4 zeros{zero, zero, zero, zero};
  for (size_t at = 0; at < whole; at += kStep) {
    i32x4 q[4];
    for (size_t i = 0; i < 4; ++i) {
      q[i] = round_to_int(values(x, at + i * kLanes) * per_unit) + zeros;
    }
    store_saturated(out + at, q[0], q[1], q[2], q[3]);
  }
  for (size_t at = whole; at < row.size(); ++at) {
    const int32_t q = round_to_int(splat(values.one(x, at)) * per_unit)[0] + zero;
    out[at] = static_cast<int8_t>(std::clamp(q, -128, 127));
  }
  return {.zero_point = zero, .inv_scale = 1.0F / steps.inv_scale};
}

}  // namespace

RowScale quantize_row(std::span<const float> row, std::span<const float> factors, int8_t* out) {
  return factors.empty() ? quantize(row, AsIs(factors), out)
                         : quantize(row, Multiplied(factors), out);
}

void QuantizedRows::resize(size_t rows, size_t columns) {
  columns_ = columns;
  values_.resize(rows * columns + kSlack);
  scales_.resize(rows + kSpareScales);
}

}  // namespace xlmr
