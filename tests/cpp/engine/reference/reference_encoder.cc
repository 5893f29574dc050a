// SPDX-License-Identifier: Apache-2.0
#include "engine/reference/reference_encoder.h"

#include <cstddef>

namespace xlmr::reference {
namespace {

float value_at(const Matrix& matrix, size_t row, size_t column) {
  return matrix.values[row * matrix.columns + column];
}

float value_at(const QuantizedMatrix& matrix, size_t row, size_t column) {
  return static_cast<float>(matrix.values[row * matrix.columns + column]) * matrix.scale[row];
}

std::vector<float> sum_of(std::span<const float> a, std::span<const float> b) {
  std::vector<float> sum;
  sum.reserve(a.size());
  for (size_t i = 0; i < a.size(); ++i) sum.push_back(a[i] + b[i]);
  return sum;
}

}  // namespace

template <typename Weight>
std::vector<float> embeddings(const EncoderConfig& config, const ReferenceWeights<Weight>& weights,
                              std::span<const int32_t> ids) {
  std::vector<float> sums;
  sums.reserve(ids.size() * config.hidden);
  const uint32_t padding = config.first_position - 1;
  uint32_t next = config.first_position;
  for (const int32_t id : ids) {
    const auto row = static_cast<uint32_t>(id);
    const uint32_t position = row == padding ? padding : next++;
    for (size_t i = 0; i < config.hidden; ++i) {
      const float word = value_at(weights.token_embeddings, row, i);
      sums.push_back(word + value_at(weights.token_type_embeddings, 0, i) +
                     value_at(weights.position_embeddings, position, i));
    }
  }
  return layer_norm(sums, weights.embedding_norm, config.layer_norm_eps);
}

template <typename Weight>
std::vector<float> layer(const EncoderConfig& config, const LayerWeights<Weight>& weights,
                         std::span<const float> x) {
  const auto context = attention(linear(x, weights.query), linear(x, weights.key),
                                 linear(x, weights.value), config.hidden, config.heads);
  const auto attended = layer_norm(sum_of(linear(context, weights.attention_output), x),
                                   weights.attention_norm, config.layer_norm_eps);
  const auto inner = gelu(linear(attended, weights.intermediate));
  return layer_norm(sum_of(linear(inner, weights.output), attended), weights.output_norm,
                    config.layer_norm_eps);
}

template <typename Weight>
std::vector<float> logits(const EncoderConfig& config, const ReferenceWeights<Weight>& weights,
                          std::span<const int32_t> ids) {
  std::vector<float> x = embeddings(config, weights, ids);
  for (const LayerWeights<Weight>& each : weights.layers) x = layer(config, each, x);
  return linear(x, weights.classifier);
}

template std::vector<float> embeddings(const EncoderConfig&, const ReferenceWeights<Matrix>&,
                                       std::span<const int32_t>);
template std::vector<float> embeddings(const EncoderConfig&,
                                       const ReferenceWeights<QuantizedMatrix>&,
                                       std::span<const int32_t>);
template std::vector<float> layer(const EncoderConfig&, const LayerWeights<Matrix>&,
                                  std::span<const float>);
template std::vector<float> layer(const EncoderConfig&, const LayerWeights<QuantizedMatrix>&,
                                  std::span<const float>);
template std::vector<float> logits(const EncoderConfig&, const ReferenceWeights<Matrix>&,
                                   std::span<const int32_t>);
template std::vector<float> logits(const EncoderConfig&, const ReferenceWeights<QuantizedMatrix>&,
                                   std::span<const int32_t>);

}  // namespace xlmr::reference
