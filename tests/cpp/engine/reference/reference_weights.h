// SPDX-License-Identifier: Apache-2.0
// ReferenceWeights: all numbers of a model as plain vectors, for the reference encoder.
//
// Invariant: of the makers of these: sizes agree with each other and with one EncoderConfig; a
// matrix is row-major, one row an output.
//
//   Matrix{.rows = 2, .columns = 3, .values = {1, 2, 3, 4, 5, 6}, .bias = {0, 1}}
//   -> (x, y, z) becomes (x + 2y + 3z, 4x + 5y + 6z + 1)
//
// `Weight` is Matrix, or QuantizedMatrix for the q8 form; what that form keeps in float32 is a
// Matrix in both.
#ifndef XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_WEIGHTS_H_
#define XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_WEIGHTS_H_

#include <cstdint>
#include <vector>

namespace xlmr {

struct Matrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::vector<float> values;  ///< [rows, columns]
  std::vector<float> bias;    ///< [rows]; empty for embeddings
};

/// Stands for values[row, column] * scale[row] / input_scale[column].
struct QuantizedMatrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::vector<int8_t> values;      ///< [rows, columns]
  std::vector<float> scale;        ///< [rows]
  std::vector<float> input_scale;  ///< [columns]; empty means all 1
  std::vector<float> bias;         ///< [rows]; empty for embeddings
};

struct LayerNormWeights {
  std::vector<float> gamma;  ///< [hidden]
  std::vector<float> beta;   ///< [hidden]
};

template <typename Weight>
struct LayerWeights {
  Weight query;             ///< [hidden, hidden]
  Weight key;               ///< [hidden, hidden]
  Weight value;             ///< [hidden, hidden]
  Weight attention_output;  ///< [hidden, hidden]
  LayerNormWeights attention_norm;
  Weight intermediate;  ///< [intermediate, hidden]
  Weight output;        ///< [hidden, intermediate]
  LayerNormWeights output_norm;
};

template <typename Weight>
struct ReferenceWeights {
  Weight token_embeddings;       ///< [vocab_size, hidden]
  Matrix position_embeddings;    ///< [positions, hidden]
  Matrix token_type_embeddings;  ///< [type_vocab, hidden]
  LayerNormWeights embedding_norm;
  std::vector<LayerWeights<Weight>> layers;
  Matrix classifier;  ///< [labels, hidden]
};

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_WEIGHTS_H_
