// SPDX-License-Identifier: Apache-2.0
#include "engine/reference/reference_blocks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace xlmr::reference {
namespace {

double dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
  return sum;
}

}  // namespace

std::vector<float> layer_norm(std::span<const float> x, const LayerNormWeights& weights,
                              float eps) {
  const size_t columns = weights.gamma.size();
  const auto count = static_cast<double>(columns);
  std::vector<float> normed;
  normed.reserve(x.size());
  for (size_t at = 0; at < x.size(); at += columns) {
    const auto row = x.subspan(at, columns);
    double sum = 0;
    for (const float each : row) sum += double{each};
    const double mean = sum / count;
    double squares = 0;
    for (const float each : row) squares += (double{each} - mean) * (double{each} - mean);
    const double deviation = std::sqrt(squares / count + double{eps});
    for (size_t i = 0; i < columns; ++i) {
      const double unit = (double{row[i]} - mean) / deviation;
      normed.push_back(
          static_cast<float>(unit * double{weights.gamma[i]} + double{weights.beta[i]}));
    }
  }
  return normed;
}

std::vector<float> linear(std::span<const float> x, const Matrix& weights) {
  const std::span<const float> values = weights.values;
  const size_t columns = weights.columns;
  std::vector<float> product;
  product.reserve(x.size() / columns * weights.rows);
  for (size_t at = 0; at < x.size(); at += columns) {
    for (size_t row = 0; row < weights.rows; ++row) {
      const double sum = dot(x.subspan(at, columns), values.subspan(row * columns, columns));
      product.push_back(static_cast<float>(sum + double{weights.bias[row]}));
    }
  }
  return product;
}

QuantizedRow quantize_row(std::span<const float> row, Range range) {
  const auto least = static_cast<float>(range.least);
  const auto greatest = static_cast<float>(range.greatest);
  float low = 0;
  float high = 0;
  for (const float each : row) {
    low = std::min(low, each);
    high = std::max(high, each);
  }
  const float steps_per_unit = low == high ? 1.0F : (greatest - least) / (high - low);
  const float low_step = low * steps_per_unit;
  const float high_step = high * steps_per_unit;
  // The two are one number but for rounding.
  const float zero =
      (least + low_step) + (greatest + high_step) > 0 ? least - low_step : greatest - high_step;
  QuantizedRow quantized;
  quantized.zero_point =
      static_cast<int32_t>(std::lrintf(std::min(std::max(zero, least), greatest)));
  quantized.scale = 1.0F / steps_per_unit;

  const float factor = 1.0F / quantized.scale;  // rounding has made it another than steps_per_unit
  const auto zero_point = static_cast<float>(quantized.zero_point);
  quantized.values.reserve(row.size());
  for (const float each : row) {
    const float step = std::min(std::max(each * factor, least - zero_point), greatest - zero_point);
    quantized.values.push_back(static_cast<int8_t>(std::lrintf(step) + quantized.zero_point));
  }
  return quantized;
}

std::vector<float> linear(std::span<const float> x, const QuantizedMatrix& weights, Range range) {
  const size_t columns = weights.columns;
  std::vector<float> product;
  product.reserve(x.size() / columns * weights.rows);
  for (size_t at = 0; at < x.size(); at += columns) {
    const auto given = x.subspan(at, columns);
    std::vector<float> scaled(given.begin(), given.end());
    for (size_t i = 0; i < weights.input_scale.size(); ++i) scaled[i] /= weights.input_scale[i];
    const QuantizedRow input = quantize_row(scaled, range);
    for (size_t row = 0; row < weights.rows; ++row) {
      const int8_t* const values = weights.values.data() + row * columns;
      int32_t sum = 0;
      for (size_t i = 0; i < columns; ++i) sum += (input.values[i] - input.zero_point) * values[i];
      product.push_back(static_cast<float>(sum) * input.scale * weights.scale[row] +
                        weights.bias[row]);
    }
  }
  return product;
}

std::vector<float> gelu(std::span<const float> x) {
  std::vector<float> result;
  result.reserve(x.size());
  for (const float each : x) {
    const double both = 1 + std::erf(double{each} / std::numbers::sqrt2);
    result.push_back(static_cast<float>(double{each} / 2 * both));
  }
  return result;
}

std::vector<float> softmax(std::span<const float> x) {
  const float greatest = *std::max_element(x.begin(), x.end());
  std::vector<double> powers;
  powers.reserve(x.size());
  double sum = 0;
  for (const float each : x) {
    powers.push_back(std::exp(double{each} - double{greatest}));
    sum += powers.back();
  }
  std::vector<float> result;
  result.reserve(x.size());
  for (const double power : powers) result.push_back(static_cast<float>(power / sum));
  return result;
}

std::vector<float> attention(std::span<const float> query, std::span<const float> key,
                             std::span<const float> value, uint32_t hidden, uint32_t heads) {
  const size_t size = hidden / heads;
  const size_t tokens = query.size() / hidden;
  const double scale = 1 / std::sqrt(static_cast<double>(size));
  std::vector<float> context(query.size());
  std::vector<float> scores(tokens);
  for (size_t begin = 0; begin < hidden; begin += size) {
    for (size_t token = 0; token < tokens; ++token) {
      const size_t at = token * hidden + begin;
      for (size_t other = 0; other < tokens; ++other) {
        const double product =
            dot(query.subspan(at, size), key.subspan(other * hidden + begin, size));
        scores[other] = static_cast<float>(product * scale);
      }
      const std::vector<float> weights = softmax(scores);
      for (size_t i = 0; i < size; ++i) {
        double sum = 0;
        for (size_t other = 0; other < tokens; ++other) {
          sum += double{weights[other]} * double{value[other * hidden + begin + i]};
        }
        context[at + i] = static_cast<float>(sum);
      }
    }
  }
  return context;
}

}  // namespace xlmr::reference
