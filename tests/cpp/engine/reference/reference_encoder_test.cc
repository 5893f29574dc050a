// SPDX-License-Identifier: Apache-2.0
// The whole of the reference encoder against PyTorch (tests/golden/make_engine.py made the logits).
#include "engine/reference/reference_encoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/counter_encoder.h"

namespace xlmr::reference {
namespace {

template <typename Weight>
std::vector<float> all_logits(const EncoderConfig& config,
                              const ReferenceWeights<Weight>& weights) {
  std::vector<float> all;
  for (uint32_t window = 0; window < kCounterWindows; ++window) {
    const auto found = logits(config, weights, counter_window(tiny_shape(), window));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

/// The largest difference of any two; a NaN is infinitely far from all.
float distance(const std::vector<float>& a, const std::vector<float>& b) {
  EXPECT_EQ(a.size(), b.size());
  float largest = 0;
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const float difference = std::abs(a[i] - b[i]);
    largest = std::max(largest, std::isnan(difference) ? INFINITY : difference);
  }
  return largest;
}

TEST(ReferenceEncoder, EqualsPyTorch) {
  const EncoderConfig config = tiny_shape().config;
  const auto expected = golden_logits("tiny");
  ASSERT_EQ(expected.size(), 6342U * 9);
  EXPECT_LT(distance(all_logits(config, counter_encoder(config)), expected), 1e-5F);
}

TEST(ReferenceEncoder, WrongModelsAreFurtherAway) {
  const auto expected = golden_logits("tiny");
  const auto weights = counter_encoder(tiny_shape().config);
  EncoderConfig config = tiny_shape().config;
  config.layer_norm_eps = 1e-12F;
  EXPECT_GT(distance(all_logits(config, weights), expected), 1e-3F);
  config = tiny_shape().config;
  config.first_position = 1;
  EXPECT_GT(distance(all_logits(config, weights), expected), 1e-1F);
}

TEST(ReferenceEncoder, QuantizedIsNearTheFloat) {
  const EncoderConfig config = tiny_shape().config;
  const auto weights = quantized(counter_encoder(config));
  const float off = distance(all_logits(config, weights), golden_logits("tiny"));
  EXPECT_GT(off, 1e-3F);  // it is quantised
  EXPECT_LT(off, 0.1F);
}

TEST(ReferenceEncoder, EmbeddingsCountFromTheFirstPositionAndUseTypeZero) {
  EncoderConfig config;
  config.hidden = 2;
  config.first_position = 2;
  ReferenceWeights<Matrix> weights;
  weights.token_embeddings = {3, 2, {10, 0, 0, 90, 0, 10}, {}};
  weights.position_embeddings = {4, 2, {90, 0, 0, 90, 1, 0, 0, 15}, {}};
  weights.token_type_embeddings = {2, 2, {4, 4, 0, 90}, {}};
  weights.embedding_norm = {{1, 2}, {0, 0.5F}};
  // (0, 10) + (1, 0) + (4, 4) is (5, 14); (10, 0) + (0, 15) + (4, 4) is (14, 19). Of two numbers
  // the norm is -1 for the lesser and 1 for the greater.
  const std::vector<int32_t> ids = {2, 0};
  EXPECT_EQ(embeddings(config, weights, ids), (std::vector<float>{-1, 2.5F, -1, 2.5F}));
  weights.position_embeddings.values[6] = 11;  // now (25, 19)
  EXPECT_EQ(embeddings(config, weights, ids), (std::vector<float>{-1, 2.5F, 1, -1.5F}));
}

// Matrices of nothing: what is left is what came in, normed twice.
TEST(ReferenceEncoder, ALayerAddsToWhatCameIn) {
  EncoderConfig config;
  config.hidden = 2;
  config.heads = 1;
  const Matrix nothing = {2, 2, {0, 0, 0, 0}, {0, 0}};
  LayerWeights<Matrix> weights{nothing,          nothing, nothing, nothing,
                               {{2, 2}, {0, 0}}, nothing, nothing, {{1, 3}, {1, 0}}};
  const std::vector<float> x = {1, 5, 8, 4};
  EXPECT_EQ(layer(config, weights, x), (std::vector<float>{0, 3, 2, -3}));
  weights.attention_output.bias = {9, 0};  // (10, 5), (17, 4)
  EXPECT_EQ(layer(config, weights, x), (std::vector<float>{2, -3, 2, -3}));
  weights.output.bias = {-9, 0};  // after the first norm: (2 - 9, -2)
  EXPECT_EQ(layer(config, weights, x), (std::vector<float>{0, 3, 0, 3}));
}

}  // namespace
}  // namespace xlmr::reference
