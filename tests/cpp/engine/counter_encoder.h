// SPDX-License-Identifier: Apache-2.0
// Whole encoders of generated weights (counter_weights.h), and what PyTorch says of them.
//
//   counter_encoder(tiny_shape().config).layers[1].query.values    // [hidden, hidden]
//   golden_logits("tiny")                                          // [sum of tokens, labels]
#ifndef XLMR_TESTS_ENGINE_COUNTER_ENCODER_H_
#define XLMR_TESTS_ENGINE_COUNTER_ENCODER_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/counter_weights.h"
#include "engine/reference/reference_weights.h"

namespace xlmr {

inline Matrix counter_table(const std::string& name, uint32_t rows, uint32_t columns) {
  return {rows,
          columns,
          counter_values(name + ".weight", static_cast<size_t>(rows) * columns, columns),
          {}};
}

inline Matrix counter_matrix(const std::string& name, uint32_t rows, uint32_t columns) {
  Matrix matrix = counter_table(name, rows, columns);
  matrix.bias = counter_values(name + ".bias", rows, rows);
  return matrix;
}

inline LayerNormWeights counter_norm(const std::string& name, uint32_t columns) {
  return {counter_values(name + ".LayerNorm.weight", columns, columns),
          counter_values(name + ".LayerNorm.bias", columns, columns)};
}

inline ReferenceWeights<Matrix> counter_encoder(const EncoderConfig& config) {
  const uint32_t hidden = config.hidden;
  const std::string embeddings = "roberta.embeddings";
  ReferenceWeights<Matrix> weights{
      counter_table(embeddings + ".word_embeddings", config.vocab_size, hidden),
      counter_table(embeddings + ".position_embeddings", config.positions, hidden),
      counter_table(embeddings + ".token_type_embeddings", config.type_vocab, hidden),
      counter_norm(embeddings, hidden),
      {},
      counter_matrix("classifier", config.labels, hidden)};
  for (uint32_t i = 0; i < config.layers; ++i) {
    const std::string name = "roberta.encoder.layer." + std::to_string(i);
    weights.layers.push_back(
        {counter_matrix(name + ".attention.self.query", hidden, hidden),
         counter_matrix(name + ".attention.self.key", hidden, hidden),
         counter_matrix(name + ".attention.self.value", hidden, hidden),
         counter_matrix(name + ".attention.output.dense", hidden, hidden),
         counter_norm(name + ".attention.output", hidden),
         counter_matrix(name + ".intermediate.dense", config.intermediate, hidden),
         counter_matrix(name + ".output.dense", hidden, config.intermediate),
         counter_norm(name + ".output", hidden)});
  }
  return weights;
}

/// int8 with a scale for each row, from its greatest number.
inline QuantizedMatrix quantized(const Matrix& matrix) {
  QuantizedMatrix result{matrix.rows, matrix.columns, {}, {}, {}, matrix.bias};
  for (auto row = matrix.values.begin(); row != matrix.values.end(); row += matrix.columns) {
    float greatest = 0;
    for (auto at = row; at != row + matrix.columns; ++at) {
      greatest = std::max(greatest, std::abs(*at));
    }
    result.scale.push_back(greatest / 127);
    for (auto at = row; at != row + matrix.columns; ++at) {
      result.values.push_back(static_cast<int8_t>(std::lrintf(*at / result.scale.back())));
    }
  }
  return result;
}

inline ReferenceWeights<QuantizedMatrix> quantized(const ReferenceWeights<Matrix>& weights) {
  ReferenceWeights<QuantizedMatrix> result{quantized(weights.token_embeddings),
                                           weights.position_embeddings,
                                           weights.token_type_embeddings,
                                           weights.embedding_norm,
                                           {},
                                           weights.classifier};
  for (const auto& layer : weights.layers) {
    result.layers.push_back({quantized(layer.query), quantized(layer.key), quantized(layer.value),
                             quantized(layer.attention_output), layer.attention_norm,
                             quantized(layer.intermediate), quantized(layer.output),
                             layer.output_norm});
  }
  return result;
}

/// The logits of all windows, one after the other; empty where the file is missing.
inline std::vector<float> golden_logits(const std::string& shape) {
  std::ifstream file(XLMR_NER_GOLDEN "/engine_" + shape + ".bin", std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<float> logits(bytes.size() / sizeof(float));
  std::memcpy(logits.data(), bytes.data(), logits.size() * sizeof(float));
  return logits;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_COUNTER_ENCODER_H_
