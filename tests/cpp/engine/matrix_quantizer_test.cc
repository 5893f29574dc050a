// SPDX-License-Identifier: Apache-2.0
#include "engine/matrix_quantizer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/counter_encoder.h"
#include "engine/stored_weights.h"

namespace xlmr {
namespace {

constexpr uint32_t kHidden = 32;
constexpr uint32_t kIntermediate = 64;

LoadedMatrix loaded(const std::string& name, uint32_t out, uint32_t in) {
  const Matrix matrix = counter_matrix(name, out, in);
  return {{out, in}, matrix.values, {}, {}, {}, {}, matrix.bias};
}

LayerNorm norm(const std::string& name) {
  const LayerNormWeights weights = counter_norm(name, kHidden);
  return {weights.gamma, weights.beta, 1e-5F};
}

TEST(MatrixQuantizer, StoresWhatTheMatrixWas) {
  MatrixQuantizer quantizer;
  quantizer.see(norm("norm"));
  const LoadedMatrix before = loaded("qkv", 3 * kHidden, kHidden);
  const LoadedMatrix after = quantizer.quantize(MatrixKind::qkv, before);
  EXPECT_TRUE(after.floats.empty());
  EXPECT_EQ(after.bias, before.bias);
  ASSERT_EQ(after.values.size(), before.floats.size());
  ASSERT_EQ(after.scale.size(), after.shape.out);
  ASSERT_EQ(after.input_scale.size(), after.shape.in);
  for (size_t i = 0; i < before.floats.size(); ++i) {
    const float input_scale = after.input_scale[i % kHidden];
    const float scale = after.scale[i / kHidden];
    const float stored = static_cast<float>(after.values[i]) * scale / input_scale;
    EXPECT_NEAR(stored, before.floats[i], 0.501F * scale / input_scale);
  }
}

/// The int8 of a layer's four matrices.
std::vector<decltype(LoadedMatrix::values)> quantize_layer(const LoadedMatrix& qkv,
                                                           const LoadedMatrix& output,
                                                           const LoadedMatrix& intermediate,
                                                           const LoadedMatrix& last) {
  MatrixQuantizer quantizer;
  quantizer.see(norm("embeddings"));
  std::vector<decltype(LoadedMatrix::values)> all;
  all.push_back(quantizer.quantize(MatrixKind::qkv, qkv).values);
  all.push_back(quantizer.quantize(MatrixKind::attention_output, output).values);
  quantizer.see(norm("attention"));
  all.push_back(quantizer.quantize(MatrixKind::intermediate, intermediate).values);
  all.push_back(quantizer.quantize(MatrixKind::output, last).values);
  return all;
}

// A value channel times 64, and its column of the next matrix divided by as much, is the same
// model.
TEST(MatrixQuantizer, AChangeThatKeepsTheFunctionKeepsTheRoundedWeights) {
  LoadedMatrix qkv = loaded("qkv", 3 * kHidden, kHidden);
  LoadedMatrix output = loaded("output", kHidden, kHidden);
  const LoadedMatrix intermediate = loaded("intermediate", kIntermediate, kHidden);
  const LoadedMatrix last = loaded("last", kHidden, kIntermediate);
  const auto before = quantize_layer(qkv, output, intermediate, last);
  const size_t channel = 7;
  const size_t row = 2 * kHidden + channel;
  for (size_t i = 0; i < kHidden; ++i) {
    qkv.floats[row * kHidden + i] *= 64;
    output.floats[i * kHidden + channel] /= 64;
  }
  qkv.bias[row] *= 64;
  const auto after = quantize_layer(qkv, output, intermediate, last);
  EXPECT_EQ(after[1], before[1]);  // the scale took all of it
  EXPECT_EQ(after[2], before[2]);
  EXPECT_EQ(after[3], before[3]);
}

TEST(MatrixQuantizer, AScaleThatIsThereStaysAndIsCounted) {
  // Weights times 2^k, inputs divided by it: the next matrix's inputs are as before.
  LoadedMatrix intermediate = loaded("intermediate", kIntermediate, kHidden);
  const LoadedMatrix last = loaded("last", kHidden, kIntermediate);
  MatrixQuantizer without;
  without.see(norm("attention"));
  (void)without.quantize(MatrixKind::intermediate, intermediate);
  const LoadedMatrix expected = without.quantize(MatrixKind::output, last);

  for (size_t i = 0; i < kHidden; ++i) {
    intermediate.input_scale.push_back(std::ldexp(1.0F, static_cast<int>(i % 7) - 3));
  }
  for (size_t i = 0; i < intermediate.floats.size(); ++i) {
    intermediate.floats[i] *= intermediate.input_scale[i % kHidden];
  }
  MatrixQuantizer with;
  with.see(norm("attention"));
  EXPECT_EQ(with.quantize(MatrixKind::intermediate, intermediate).input_scale,
            intermediate.input_scale);
  const LoadedMatrix found = with.quantize(MatrixKind::output, last);
  EXPECT_EQ(found.input_scale, expected.input_scale);
  EXPECT_EQ(found.values, expected.values);
}

TEST(MatrixQuantizer, WhatComesOutOfAMatrixThatIsPassedIsNotKnown) {
  const LoadedMatrix output = loaded("output", kHidden, kHidden);
  const LoadedMatrix last = loaded("last", kHidden, kIntermediate);
  MatrixQuantizer quantizer;
  quantizer.see(norm("embeddings"));
  quantizer.pass(MatrixKind::qkv);
  EXPECT_TRUE(quantizer.quantize(MatrixKind::attention_output, output).input_scale.empty());
  quantizer.see(norm("attention"));
  quantizer.pass(MatrixKind::intermediate);
  EXPECT_TRUE(quantizer.quantize(MatrixKind::output, last).input_scale.empty());
  quantizer.see(norm("output"));
  EXPECT_FALSE(
      quantizer.quantize(MatrixKind::qkv, loaded("qkv", 3 * kHidden, kHidden)).input_scale.empty());
}

// The file that once made the quantiser read past an end: scales for some matrices only.
TEST(MatrixQuantizer, AFileMayHaveScalesForSomeMatrices) {
  const EncoderConfig config = tiny_shape().config;
  auto weights = counter_encoder(config);
  StoredWeights file = q4_file(weights);
  for (const std::string part : {"attention.self.query", "attention.self.key",
                                 "attention.self.value", "intermediate.dense"}) {
    file.add("roberta.encoder.layer.1." + part + ".weight.input_scale", "F32", {config.hidden},
             std::vector<float>(config.hidden, 1));
  }
  Encoder plain = load_encoder(q4_file(weights), config, Precision::int8);
  Encoder encoder = load_encoder(file, config, Precision::int8);
  const ThreadPool pool(1);
  const std::vector<std::vector<int32_t>> windows = {counter_window(tiny_shape(), 3)};
  EXPECT_LT(
      largest_difference(run_encoder(encoder, windows, pool), run_encoder(plain, windows, pool)),
      0.1F);
}

}  // namespace
}  // namespace xlmr
