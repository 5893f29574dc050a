// SPDX-License-Identifier: Apache-2.0
#include "engine/quantized_rows.h"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "engine/vector.h"

namespace xlmr {
namespace {

constexpr size_t kStep = 4 * kLanes;

/// What the kernels may read past an end: one step of theirs.
constexpr size_t kSlack = 16;
/// A tile that has fewer rows than the kernel computes the last one again in place of those that
/// are missing, with the scales behind it (as XNNPACK's operators do:
/// XNN_EXTRA_QUANTIZATION_PARAMS).
constexpr size_t kSpareScales = kMaxTileRows;

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

constexpr int32_t kMost = 127;

/// Where the quantised values go: as int8, or as int16 less the zero point. Both stand for the same
/// number.
struct Int8Out {
  void four(size_t at, i32x4 a, i32x4 b, i32x4 c, i32x4 d) const {
    store_seven_bits(to + at, a, b, c, d);
  }
  void one(size_t at, int32_t q) const { to[at] = static_cast<int8_t>(std::clamp(q, 0, kMost)); }
  int8_t* to;
};

struct CentredOut {
  void four(size_t at, i32x4 a, i32x4 b, i32x4 c, i32x4 d) const {
    store_centred(to + at, a, b, zero);
    store_centred(to + at + 2 * kLanes, c, d, zero);
  }
  void one(size_t at, int32_t q) const {
    to[at] = static_cast<int16_t>(std::clamp(q, 0, kMost) - zero);
  }
  int16_t* to;
  int32_t zero = 0;
};

/// Such that 0, the least and the greatest number are within reach. The zero point is rounded from the end
/// whose distance from it is the greater (as XNNPACK's is: xnn_f32_qd8_asymmetric_quantization_params).
RowScale scale_for(float least, float most) {
  const float per_unit = static_cast<float>(kMost) / (most - least);
  // A row of zeros, or of numbers so small that they have no scale.
  if (!(per_unit <= std::numeric_limits<float>::max())) return {.zero_point = 0, .inv_scale = 1};
  const float low = least * per_unit;
  const float high = most * per_unit;
  const float zero = low + (static_cast<float>(kMost) + high) > 0 ? -low : kMost - high;
  return {.zero_point = std::clamp(round_to_int(splat(zero))[0], 0, kMost),
          .inv_scale = 1 / per_unit};
}

template <typename Values, typename Out>
RowScale quantize(std::span<const float> row, const Values& values, Out out) {
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

  const RowScale scale = scale_for(least, most);
  const f32x4 per_unit = splat(1.0F / scale.inv_scale);
  const int32_t zero = scale.zero_point;
  const i32x4 zeros{zero, zero, zero, zero};
  if constexpr (std::is_same_v<Out, CentredOut>) out.zero = zero;
  for (size_t at = 0; at < whole; at += kStep) {
    i32x4 q[4];
    for (size_t i = 0; i < 4; ++i) {
      q[i] = round_to_int(values(x, at + i * kLanes) * per_unit) + zeros;
    }
    out.four(at, q[0], q[1], q[2], q[3]);
  }
  for (size_t at = whole; at < row.size(); ++at) {
    const int32_t q = round_to_int(splat(values.one(x, at)) * per_unit)[0] + zero;
    out.one(at, q);
  }
  return scale;
}

}  // namespace

RowScale quantize_row(std::span<const float> row, std::span<const float> factors, int8_t* out) {
  return factors.empty() ? quantize(row, AsIs(factors), Int8Out{out})
                         : quantize(row, Multiplied(factors), Int8Out{out});
}

RowScale quantize_row(std::span<const float> row, std::span<const float> factors, int16_t* out) {
  return factors.empty() ? quantize(row, AsIs(factors), CentredOut{out})
                         : quantize(row, Multiplied(factors), CentredOut{out});
}

void QuantizedRows::resize(size_t rows, size_t columns, Activations form) {
  form_ = form;
  rows_ = rows;
  stride_ = columns * (form == Activations::seven_bits ? sizeof(int8_t) : sizeof(int16_t));
  values_.resize(rows * stride_ + kSlack);
  scales_.resize(rows + kSpareScales);
}

void QuantizedRows::set(size_t index, std::span<const float> row, std::span<const float> factors) {
  std::byte* to = &values_[index * stride_];
  scales_[index] = form_ == Activations::seven_bits
                       ? quantize_row(row, factors, reinterpret_cast<int8_t*>(to))
                       : quantize_row(row, factors, reinterpret_cast<int16_t*>(to));
  if (index + 1 == rows_) {
    std::fill_n(scales_.begin() + static_cast<std::ptrdiff_t>(rows_), kSpareScales, scales_[index]);
  }
}

}  // namespace xlmr
