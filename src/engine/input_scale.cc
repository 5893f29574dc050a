// SPDX-License-Identifier: Apache-2.0
#include "engine/input_scale.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace xlmr {
namespace {

/// Deviations from the mean that count as the size of an input.
constexpr float kDeviations = 3;

}  // namespace

ActivationStatistics statistics_of(const LayerNorm& norm) {
  ActivationStatistics statistics{norm.beta, norm.gamma};
  for (float& deviation : statistics.deviation) deviation = std::abs(deviation);
  return statistics;
}

ActivationStatistics statistics_after(const ActivationStatistics& inputs, MatrixShape shape,
                                      std::span<const float> weights, std::span<const float> bias) {
  ActivationStatistics outputs;
  outputs.mean.reserve(shape.out);
  outputs.deviation.reserve(shape.out);
  for (size_t row = 0; row < shape.out; ++row) {
    double mean = bias[row];
    double variance = 0;
    for (size_t i = 0; i < shape.in; ++i) {
      const double weight = weights[row * shape.in + i];
      mean += weight * inputs.mean[i];
      const double part = weight * inputs.deviation[i];
      variance += part * part;
    }
    outputs.mean.push_back(static_cast<float>(mean));
    outputs.deviation.push_back(static_cast<float>(std::sqrt(variance)));
  }
  return outputs;
}

ActivationStatistics statistics_after_gelu(ActivationStatistics inputs) {
  constexpr float kLowest = 0.17F;  // GELU's minimum is -0.16997
  for (size_t i = 0; i < inputs.mean.size(); ++i) {
    const float highest = inputs.mean[i] + kDeviations * inputs.deviation[i];
    inputs.mean[i] = std::max(highest, kLowest);
    inputs.deviation[i] = 0;
  }
  return inputs;
}

std::vector<float> choose_input_scale(const ActivationStatistics& inputs, MatrixShape shape,
                                      std::span<const float> weights) {
  std::vector<float> largest(shape.in, 0.0F);
  for (size_t row = 0; row < shape.out; ++row) {
    for (size_t i = 0; i < shape.in; ++i) {
      largest[i] = std::max(largest[i], std::abs(weights[row * shape.in + i]));
    }
  }
  std::vector<float> scale(shape.in, 1.0F);
  for (size_t i = 0; i < shape.in; ++i) {
    const float size = std::abs(inputs.mean[i]) + kDeviations * inputs.deviation[i];
    const float chosen = std::sqrt(size / largest[i]);
    if (std::isfinite(chosen) && chosen > 0) scale[i] = chosen;
  }
  return scale;
}

}  // namespace xlmr
