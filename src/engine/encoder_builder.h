// SPDX-License-Identifier: Apache-2.0
// EncoderBuilder: packs a checkpoint's weights for the kernels as they come in.
//
// Invariant: a matrix is packed at once and its unpacked form dropped; the words are kept in the
// form the file has them in, where that is the form asked for.
//
//   EncoderBuilder builder(kernels, config, WeightFormat::q8);
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

class EncoderBuilder final : public WeightSink {
 public:
  /// With `format` fp32 all products are in float32, whatever the file holds; else in int8, and
  /// float32 weights are quantised. q4 is no form to compute in: it only keeps words packed.
  EncoderBuilder(const Kernels& kernels, const EncoderConfig& config, WeightFormat format);

  /// After all parts were taken.
  [[nodiscard]] Encoder build() && { return {kernels_, std::move(parts_)}; }

  void take_positions(std::vector<float> positions, std::vector<float> token_types) override;
  void take_norm(NormPart part, uint32_t layer, LayerNorm norm) override;
  void take_matrix(MatrixPart part, uint32_t layer, LoadedMatrix matrix) override;
  WordStorage storage_for_words(WeightFormat format, size_t shift) override;
  void take_words(uint32_t first, std::span<const float> rows) override;

 private:
  [[nodiscard]] Linear pack(MatrixPart part, LoadedMatrix matrix);
  [[nodiscard]] Linear& target_of(MatrixPart part, uint32_t layer);

  Kernels kernels_;
  WeightFormat format_;
  EncoderParts parts_;
  MatrixQuantizer quantizer_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_ENCODER_BUILDER_H_
