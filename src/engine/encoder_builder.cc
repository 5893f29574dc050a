// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder_builder.h"

#include <cstring>
#include <vector>

#include "engine/weight_quantizer.h"

namespace xlmr {
namespace {

/// What the weights of `matrix` are without its scales.
std::vector<float> plain_weights(const LoadedMatrix& matrix) {
  std::vector<float> weights = matrix.floats;
  weights.resize(matrix.shape.size());
  for (size_t row = 0; row < matrix.shape.out; ++row) {
    for (size_t i = 0; i < matrix.shape.in; ++i) {
      float& weight = weights[row * matrix.shape.in + i];
      if (!matrix.values.empty()) {
        weight = static_cast<float>(matrix.values[row * matrix.shape.in + i]) * matrix.scale[row];
      }
      if (!matrix.input_scale.empty()) weight /= matrix.input_scale[i];
    }
  }
  return weights;
}

}  // namespace

EncoderBuilder::EncoderBuilder(const Kernels& kernels, const EncoderConfig& config,
                               WeightFormat format)
    : kernels_(kernels), format_(format) {
  parts_.config = config;
  parts_.layers.resize(config.layers);
}

void EncoderBuilder::take_positions(std::vector<float> positions, std::vector<float> token_types) {
  const size_t hidden = parts_.config.hidden;
  for (size_t i = 0; i < positions.size(); ++i) positions[i] += token_types[i % hidden];
  parts_.positions = std::move(positions);
}

void EncoderBuilder::take_norm(NormPart part, uint32_t layer, LayerNorm norm) {
  quantizer_.see(norm);
  switch (part) {
    case NormPart::embeddings:
      parts_.embedding_norm = std::move(norm);
      break;
    case NormPart::attention:
      parts_.layers[layer].attention_norm = std::move(norm);
      break;
    case NormPart::output:
      parts_.layers[layer].output_norm = std::move(norm);
      break;
  }
}

void EncoderBuilder::take_matrix(MatrixPart part, uint32_t layer, LoadedMatrix matrix) {
  target_of(part, layer) = pack(part, std::move(matrix));
}

Linear& EncoderBuilder::target_of(MatrixPart part, uint32_t layer) {
  switch (part) {
    case MatrixPart::qkv:
      return parts_.layers[layer].qkv;
    case MatrixPart::attention_output:
      return parts_.layers[layer].attention_output;
    case MatrixPart::intermediate:
      return parts_.layers[layer].intermediate;
    case MatrixPart::output:
      return parts_.layers[layer].output;
    case MatrixPart::classifier:
      break;
  }
  return parts_.classifier;
}

Linear EncoderBuilder::pack(MatrixPart part, LoadedMatrix matrix) {
  if (format_ == WeightFormat::fp32 || part == MatrixPart::classifier) {
    return {kernels_, matrix.shape, plain_weights(matrix), matrix.bias};
  }
  if (matrix.values.empty()) matrix = quantizer_.quantize(part, std::move(matrix));
  std::vector<float> factors = matrix.input_scale;
  for (float& factor : factors) factor = 1 / factor;
  return {kernels_, matrix.shape, QuantizedWeights{matrix.values, matrix.scale, factors},
          matrix.bias};
}

WordStorage EncoderBuilder::storage_for_words(WeightFormat format, size_t shift) {
  const bool fits = (format == WeightFormat::fp32) == (format_ == WeightFormat::fp32);
  EmbeddingTable& words = parts_.words;
  words = EmbeddingTable(fits ? format : format_, parts_.config.vocab_size, parts_.config.hidden,
                         shift);
  return fits ? WordStorage{words.bytes(), words.scales()} : WordStorage();
}

void EncoderBuilder::take_words(uint32_t first, std::span<const float> rows) {
  EmbeddingTable& words = parts_.words;
  if (words.rows() == 0) (void)storage_for_words(format_, 0);
  const size_t columns = words.columns();
  for (size_t row = 0; row * columns < rows.size(); ++row) {
    const auto values = rows.subspan(row * columns, columns);
    const auto to = words.bytes().subspan((first + row) * words.row_bytes(), words.row_bytes());
    if (words.format() == WeightFormat::fp32) {
      std::memcpy(to.data(), values.data(), values.size_bytes());
    } else {
      words.scales()[first + row] =
          quantize_q8(values, {reinterpret_cast<int8_t*>(to.data()), to.size()});
    }
  }
}

}  // namespace xlmr
