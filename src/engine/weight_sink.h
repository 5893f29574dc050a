// SPDX-License-Identifier: Apache-2.0
// WeightSink: who takes a checkpoint's weights, part by part, in the order in which the network
// uses them: an encoder that packs them, a writer that quantises them.
//
// Invariant: parts come in this order: the three embedding parts, the token embeddings last; then
// for each layer qkv, attention output and norm, intermediate, output and norm; then the
// classifier. All numbers are finite.
#ifndef XLMR_ENGINE_WEIGHT_SINK_H_
#define XLMR_ENGINE_WEIGHT_SINK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/status.h"
#include "base/uninitialized.h"
#include "engine/layer_norm.h"
#include "engine/linear.h"
#include "engine/weight_format.h"

namespace xlmr {

enum class NormKind { embeddings, attention, output };
enum class MatrixKind { qkv, attention_output, intermediate, output, classifier };

/// A linear layer as the checkpoint has it. Of `floats`, `values` and `nibbles` one is there.
struct LoadedMatrix {
  MatrixShape shape;
  std::vector<float> floats;                                   ///< [out, in], times input_scale
  std::vector<int8_t, UninitializedAllocator<int8_t>> values;  ///< [out, in] in q8
  std::vector<std::byte, UninitializedAllocator<std::byte>> nibbles;  ///< [out, in / 2] in q4
  std::vector<float> scale;        ///< [out] of `values`, [out, in / kQ4Group] of `nibbles`
  std::vector<float> input_scale;  ///< [in] what the input is divided by; empty for 1
  std::vector<float> bias;         ///< [out]
};

/// Where the token embeddings go, row by row as the file has them, and their scales: floats in q8,
/// float16 in q4.
struct EmbeddingRows {
  std::span<std::byte> bytes;
  std::span<float> scales;
  std::span<uint16_t> half_scales;
};

class WeightSink {
 public:
  virtual ~WeightSink() = default;

  /// [positions, hidden] and [type_vocab, hidden].
  virtual void take_positions(std::vector<float> positions, std::vector<float> token_types) = 0;
  /// `layer` is 0 where there is but one such part.
  virtual void take_norm(NormKind kind, uint32_t layer, LayerNorm norm) = 0;
  virtual void take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) = 0;

  /// Room for all rows, if they are wanted in `format`; else take_token_embeddings() gets them as
  /// floats. Best `shift` bytes behind an aligned address, as the rows are in the file.
  virtual EmbeddingRows rows_for_embeddings(WeightFormat format, size_t shift) = 0;
  /// Rows from `first` on, [some, hidden].
  virtual void take_token_embeddings(uint32_t first, std::span<const float> rows) = 0;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_WEIGHT_SINK_H_
