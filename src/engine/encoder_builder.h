// SPDX-License-Identifier: Apache-2.0
// EncoderBuilder: packs a checkpoint's weights for the kernels as they come in.
//
// Invariant: a matrix is packed at once and its unpacked form dropped; the token embeddings, of
// which a text needs few, are kept in the form the file has them in where they are quantised there.
//
//   EncoderBuilder builder(kernels, config, Precision::int8);
//   ... a CheckpointReader gives it all parts ...
//   Encoder encoder = std::move(builder).build();
#ifndef XLMR_ENGINE_ENCODER_BUILDER_H_
#define XLMR_ENGINE_ENCODER_BUILDER_H_

#include <cstdint>
#include <utility>

#include "engine/encoder.h"
#include "engine/encoder_config.h"
#include "engine/kernels.h"
#include "engine/matrix_quantizer.h"
#include "engine/weight_sink.h"

namespace xlmr {

/// What products are computed in, whatever the file holds (WeightFormat says that).
enum class Precision : uint8_t {
  fp32,  ///< quantised weights are widened
  int8,  ///< float32 weights are quantised, 4 bits stay; the classifier is float32
};

class EncoderBuilder final : public WeightSink {
 public:
  EncoderBuilder(const Kernels& kernels, const EncoderConfig& config, Precision precision);

  /// After all parts were taken.
  [[nodiscard]] Encoder build() && { return {kernels_, std::move(weights_)}; }

  void take_positions(std::vector<float> positions, std::vector<float> token_types) override;
  void take_norm(NormKind kind, uint32_t layer, LayerNorm norm) override;
  void take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) override;
  EmbeddingRows rows_for_embeddings(WeightFormat format, size_t shift) override;
  void take_token_embeddings(uint32_t first, std::span<const float> rows) override;

 private:
  /// The form of token embeddings that are not kept as the file has them.
  [[nodiscard]] WeightFormat own_format() const {
    return precision_ == Precision::fp32 ? WeightFormat::fp32 : WeightFormat::q8;
  }
  [[nodiscard]] Linear pack(MatrixKind kind, LoadedMatrix matrix);
  [[nodiscard]] Linear& target_of(MatrixKind kind, uint32_t layer);

  Kernels kernels_;
  Precision precision_;
  EncoderWeights weights_;
  MatrixQuantizer quantizer_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_ENCODER_BUILDER_H_
