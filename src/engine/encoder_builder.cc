// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder_builder.h"

#include <cstring>
#include <utility>
#include <vector>

#include "engine/weight_quantizer.h"

namespace xlmr {
namespace {

/// A matrix in 4 bits, in floats.
LoadedMatrix widened(LoadedMatrix matrix) {
  if (matrix.nibbles.empty()) return matrix;
  matrix.floats.resize(matrix.shape.size());
  unpack_q4(std::exchange(matrix.nibbles, {}), std::exchange(matrix.scale, {}), matrix.floats);
  return matrix;
}

/// Whether products are computed in the 4 bits of the file. Without input scales, as our `convert`
/// writes them, these are chosen from the weights, which are quantised anew then.
bool stays_q4(const LoadedMatrix& matrix) {
  return !matrix.nibbles.empty() && !matrix.input_scale.empty();
}

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
                               Precision precision)
    : kernels_(kernels), precision_(precision) {
  weights_.config = config;
  weights_.layers.resize(config.layers);
}

void EncoderBuilder::take_positions(std::vector<float> positions, std::vector<float> token_types) {
  const size_t hidden = weights_.config.hidden;
  for (size_t i = 0; i < positions.size(); ++i) positions[i] += token_types[i % hidden];
  weights_.positions = std::move(positions);
}

void EncoderBuilder::take_norm(NormKind kind, uint32_t layer, LayerNorm norm) {
  quantizer_.see(norm);
  switch (kind) {
    case NormKind::embeddings:
      weights_.embedding_norm = std::move(norm);
      break;
    case NormKind::attention:
      weights_.layers[layer].attention_norm = std::move(norm);
      break;
    case NormKind::output:
      weights_.layers[layer].output_norm = std::move(norm);
      break;
  }
}

void EncoderBuilder::take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) {
  target_of(kind, layer) = pack(kind, std::move(matrix));
}

Linear& EncoderBuilder::target_of(MatrixKind kind, uint32_t layer) {
  switch (kind) {
    case MatrixKind::qkv:
      return weights_.layers[layer].qkv;
    case MatrixKind::attention_output:
      return weights_.layers[layer].attention_output;
    case MatrixKind::intermediate:
      return weights_.layers[layer].intermediate;
    case MatrixKind::output:
      return weights_.layers[layer].output;
    case MatrixKind::classifier:
      break;
  }
  return weights_.classifier;
}

Linear EncoderBuilder::pack(MatrixKind kind, LoadedMatrix matrix) {
  if (precision_ == Precision::fp32 || kind == MatrixKind::classifier) {
    matrix = widened(std::move(matrix));
    return {kernels_, matrix.shape, plain_weights(matrix), matrix.bias};
  }
  const bool is_q4 = stays_q4(matrix);
  if (is_q4) {
    quantizer_.pass(kind);
  } else if (matrix.values.empty()) {
    matrix = quantizer_.quantize(kind, widened(std::move(matrix)));
  }
  std::vector<float> factors = matrix.input_scale;
  for (float& factor : factors) factor = 1 / factor;
  if (is_q4) {
    return {kernels_, matrix.shape, Q4Weights{matrix.nibbles, matrix.scale, factors}, matrix.bias};
  }
  return {kernels_, matrix.shape, QuantizedWeights{matrix.values, matrix.scale, factors},
          matrix.bias};
}

EmbeddingRows EncoderBuilder::rows_for_embeddings(WeightFormat format, size_t shift) {
  const bool fits = (format == WeightFormat::fp32) == (precision_ == Precision::fp32);
  EmbeddingTable& table = weights_.token_embeddings;
  table = EmbeddingTable(fits ? format : own_format(), weights_.config.vocab_size,
                         weights_.config.hidden, shift);
  return fits ? EmbeddingRows{table.bytes(), table.scales(), table.half_scales()} : EmbeddingRows();
}

void EncoderBuilder::take_token_embeddings(uint32_t first, std::span<const float> rows) {
  EmbeddingTable& table = weights_.token_embeddings;
  if (table.rows() == 0) (void)rows_for_embeddings(own_format(), 0);
  const size_t columns = table.columns();
  for (size_t row = 0; row * columns < rows.size(); ++row) {
    const auto values = rows.subspan(row * columns, columns);
    const auto to = table.bytes().subspan((first + row) * table.row_bytes(), table.row_bytes());
    if (table.format() == WeightFormat::fp32) {
      std::memcpy(to.data(), values.data(), values.size_bytes());
    } else {
      table.scales()[first + row] =
          quantize_q8(values, {reinterpret_cast<int8_t*>(to.data()), to.size()});
    }
  }
}

}  // namespace xlmr
