// SPDX-License-Identifier: Apache-2.0
#include "engine/warm_up.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "engine/encoder.h"
#include "engine/encoder_builder.h"
#include "engine/encoder_config.h"
#include "engine/weight_sink.h"

namespace xlmr {
namespace {

/// Large enough that each kernel runs as long as V8 wants to see it run before it optimises.
constexpr EncoderConfig kConfig = {.vocab_size = 16,
                                   .hidden = 128,
                                   .layers = 1,
                                   .heads = 4,
                                   .intermediate = 256,
                                   .positions = 34,
                                   .type_vocab = 1,
                                   .first_position = 2,
                                   .labels = 4,
                                   .layer_norm_eps = 1e-5F};
constexpr uint32_t kTokens = 32;
/// V8 optimises in the background, and what runs meanwhile is for nothing.
constexpr int kRuns = 2;

/// As normal as weights need to be here: the sum of two digits of a counter.
int8_t weight(size_t i) { return static_cast<int8_t>(i * 37 % 61 + i * 11 % 31) - 45; }

LoadedMatrix matrix(uint32_t out, uint32_t in) {
  LoadedMatrix result;
  result.shape = {out, in};
  result.values.resize(result.shape.size());
  for (size_t i = 0; i < result.values.size(); ++i) result.values[i] = weight(i);
  result.scale.assign(out, 0.002F);
  result.input_scale.assign(in, 1.0F);
  result.bias.assign(out, 0.1F);
  return result;
}

LayerNorm norm() {
  return {.gamma = std::vector<float>(kConfig.hidden, 1.0F),
          .beta = std::vector<float>(kConfig.hidden, 0.0F),
          .eps = kConfig.layer_norm_eps};
}

}  // namespace

void warm_up(const Kernels& kernels) {
  const uint32_t hidden = kConfig.hidden;
  EncoderBuilder builder(kernels, kConfig, Precision::int8);
  builder.take_positions(std::vector<float>(size_t{kConfig.positions} * hidden, 0.01F),
                         std::vector<float>(hidden, 0.01F));
  builder.take_norm(NormKind::embeddings, 0, norm());
  const EmbeddingRows rows = builder.rows_for_embeddings(WeightFormat::q8, 0);
  for (size_t i = 0; i < rows.bytes.size(); ++i) rows.bytes[i] = static_cast<std::byte>(weight(i));
  for (float& scale : rows.scales) scale = 0.01F;
  builder.take_matrix(MatrixKind::qkv, 0, matrix(3 * hidden, hidden));
  builder.take_matrix(MatrixKind::attention_output, 0, matrix(hidden, hidden));
  builder.take_norm(NormKind::attention, 0, norm());
  builder.take_matrix(MatrixKind::intermediate, 0, matrix(kConfig.intermediate, hidden));
  builder.take_matrix(MatrixKind::output, 0, matrix(hidden, kConfig.intermediate));
  builder.take_norm(NormKind::output, 0, norm());
  builder.take_matrix(MatrixKind::classifier, 0, matrix(kConfig.labels, hidden));

  Encoder encoder = std::move(builder).build();
  std::vector<int32_t> ids(kTokens);
  for (uint32_t i = 0; i < kTokens; ++i) ids[i] = static_cast<int32_t>(i % kConfig.vocab_size);
  const std::vector<uint32_t> lengths = {kTokens};
  std::vector<float> logits(size_t{kTokens} * kConfig.labels);
  const ThreadPool alone(1);
  for (int run = 0; run < kRuns; ++run) (void)encoder.forward(ids, lengths, logits, alone);
}

}  // namespace xlmr
