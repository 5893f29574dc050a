// SPDX-License-Identifier: Apache-2.0
// The whole engine, on files that CheckpointReader reads, against PyTorch's logits
// (tests/golden/make_engine.py) and the reference encoder.
#include "engine/encoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/counter_encoder.h"
#include "engine/reference/reference_encoder.h"
#include "engine/stored_weights.h"

namespace xlmr {
namespace {

using Windows = std::vector<std::vector<int32_t>>;

Windows all_windows() {
  Windows windows;
  for (uint32_t i = 0; i < kCounterWindows; ++i) windows.push_back(counter_window(tiny_shape(), i));
  return windows;
}

/// In calls of `some` windows.
std::vector<float> logits_of(Encoder& encoder, const Windows& windows, size_t some = 7,
                             size_t threads = 1) {
  const ThreadPool pool(threads);
  std::vector<float> all;
  for (size_t first = 0; first < windows.size(); first += some) {
    const size_t end = std::min(windows.size(), first + some);
    const auto logits = run_encoder(encoder,
                                    {windows.begin() + static_cast<ptrdiff_t>(first),
                                     windows.begin() + static_cast<ptrdiff_t>(end)},
                                    pool);
    all.insert(all.end(), logits.begin(), logits.end());
  }
  return all;
}

template <typename Weights>
std::vector<float> reference_logits(const Weights& weights) {
  std::vector<float> all;
  for (const auto& window : all_windows()) {
    const auto logits = reference::logits(tiny_shape().config, weights, window);
    all.insert(all.end(), logits.begin(), logits.end());
  }
  return all;
}

ReferenceWeights<Matrix> weights() { return counter_encoder(tiny_shape().config); }

Encoder load(const StoredWeights& file, Precision precision = Precision::fp32) {
  return load_encoder(file, tiny_shape().config, precision);
}

/// GELU's approximation, which other models have.
void gelu_by_tanh(size_t bytes, const float* in, float* out, const xnn_f32_default_params*) {
  for (size_t i = 0; i < bytes / sizeof(float); ++i) {
    const float x = in[i];
    const float inner = std::sqrt(2 / std::numbers::pi_v<float>) * (x + 0.044715F * x * x * x);
    out[i] = x / 2 * (1 + std::tanh(inner));
  }
}

TEST(Encoder, EqualsPyTorch) {
  Encoder encoder = load(published_file(weights()));
  const float off = largest_difference(logits_of(encoder, all_windows()), golden_logits("tiny"));
  RecordProperty("largest_difference", std::to_string(off));
  EXPECT_LT(off, 1e-5F);
}

TEST(Encoder, WrongModelsAreFurtherAway) {
  const StoredWeights file = published_file(weights());
  const auto expected = golden_logits("tiny");
  EncoderConfig config = tiny_shape().config;
  config.layer_norm_eps = 1e-12F;
  Encoder other_epsilon = load_encoder(file, config, Precision::fp32);
  EXPECT_GT(largest_difference(logits_of(other_epsilon, all_windows()), expected), 1e-4F);
  config = tiny_shape().config;
  config.first_position -= 1;
  Encoder one_off = load_encoder(file, config, Precision::fp32);
  EXPECT_GT(largest_difference(logits_of(one_off, all_windows()), expected), 1e-4F);

  Kernels kernels = choose_kernels();
  kernels.gelu = gelu_by_tanh;
  EncoderBuilder builder(kernels, tiny_shape().config, Precision::fp32);
  ASSERT_TRUE(read_checkpoint(file, tiny_shape().config, builder).ok());
  Encoder other_gelu = std::move(builder).build();
  EXPECT_GT(largest_difference(logits_of(other_gelu, all_windows()), expected), 1e-4F);
}

class EncoderRounding : public ::testing::TestWithParam<Rounding> {};

TEST_P(EncoderRounding, EqualsTheReference) {
  Encoder encoder = load(published_file(weights(), GetParam()));
  const auto expected = reference_logits(rounded(weights(), GetParam()));
  EXPECT_LT(largest_difference(logits_of(encoder, all_windows()), expected), 1e-5F);
  // And the rounding is there.
  if (GetParam() != Rounding::none) {
    EXPECT_GT(largest_difference(expected, golden_logits("tiny")), 1e-4F);
  }
}

INSTANTIATE_TEST_SUITE_P(Encoder, EncoderRounding,
                         ::testing::Values(Rounding::none, Rounding::f16, Rounding::bf16));

TEST(Encoder, Q8InFloatEqualsTheReferenceOfWhatItStandsFor) {
  const auto stored = quantized(weights());
  Encoder encoder = load(q8_file(stored));
  EXPECT_LT(
      largest_difference(logits_of(encoder, all_windows()), reference_logits(dequantized(stored))),
      1e-5F);
}

/// Numbers that differ in their last bits are now and then quantised to neighbours, and all of a
/// window's logits follow. Most windows are not touched.
void expect_near_but_for_rounding(const std::vector<float>& found,
                                  const std::vector<float>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  EXPECT_LT(largest_difference(found, expected), 0.06F);
  size_t far = 0;
  for (size_t i = 0; i < found.size(); ++i) far += std::abs(found[i] - expected[i]) > 1e-5F;
  ::testing::Test::RecordProperty("far", static_cast<int>(far));
  EXPECT_LT(far, found.size() / 10);
}

TEST(Encoder, Q8EqualsTheQuantizedReference) {
  const auto stored = quantized(weights());
  Encoder encoder = load(q8_file(stored), Precision::int8);
  const auto found = logits_of(encoder, all_windows());
  expect_near_but_for_rounding(found, reference_logits(stored));
  EXPECT_GT(largest_difference(found, golden_logits("tiny")), 0.02F);  // it is quantised
}

TEST(Encoder, Q8WithInputScalesEqualsTheQuantizedReference) {
  auto stored = quantized(weights());
  // Powers of two, so that dividing and multiplying by the reciprocal are the same.
  const auto scale_inputs = [](QuantizedMatrix& matrix, uint32_t salt) {
    for (uint32_t i = 0; i < matrix.columns; ++i) {
      matrix.input_scale.push_back(std::ldexp(1.0F, static_cast<int>((i * salt + 1) % 3) - 1));
    }
  };
  for (auto& layer : stored.layers) {
    for (auto* matrix : {&layer.query, &layer.key, &layer.value}) scale_inputs(*matrix, 1);
    scale_inputs(layer.intermediate, 5);
    scale_inputs(layer.output, 7);
  }
  Encoder encoder = load(q8_file(stored), Precision::int8);
  const auto expected = reference_logits(stored);
  expect_near_but_for_rounding(logits_of(encoder, all_windows()), expected);
  EXPECT_GT(largest_difference(expected, golden_logits("tiny")), 0.1F);  // they do scale
  Encoder in_float = load(q8_file(stored));
  EXPECT_LT(
      largest_difference(logits_of(in_float, all_windows()), reference_logits(dequantized(stored))),
      2e-5F);
}

TEST(Encoder, Q4InFloatEqualsTheReferenceOfWhatItStandsFor) {
  for (const Rounding scales : {Rounding::none, Rounding::f16}) {
    auto stored = weights();
    Encoder encoder = load(q4_file(stored, scales));
    EXPECT_LT(largest_difference(logits_of(encoder, all_windows()), reference_logits(stored)),
              1e-5F);
  }
}

// int8 on top of the 4 bits costs no more than int8 costs the original.
TEST(Encoder, Q4IsNearWhatItStandsFor) {
  auto stored = weights();
  Encoder encoder = load(q4_file(stored), Precision::int8);
  const auto expected = reference_logits(stored);
  const float off = largest_difference(logits_of(encoder, all_windows()), expected);
  RecordProperty("largest_difference", std::to_string(off));
  EXPECT_LT(off, 0.1F);
  EXPECT_GT(largest_difference(expected, golden_logits("tiny")), 2 * off);  // 4 bits are coarser
}

/// A q4 file as `convert` writes them, which stays in 4 bits; the scales are all 1.
StoredWeights q4_file_with_input_scales(ReferenceWeights<Matrix>& weights) {
  StoredWeights file = q4_file(weights, Rounding::f16);
  std::map<std::string, uint64_t> inputs;
  for (const auto& [name, tensor] : file.tensors) {
    const bool is_scale = name.ends_with(".weight.scale") && name.find(".layer.") != name.npos;
    if (is_scale) inputs[name.substr(0, name.size() - 6)] = tensor.shape[1] * 32;
  }
  for (const auto& [name, count] : inputs) {
    file.add(name + ".input_scale", "F32", {count}, std::vector<float>(count, 1));
  }
  return file;
}

TEST(Encoder, Q4InFourBitsIsNearWhatItStandsFor) {
  auto stored = weights();
  const StoredWeights file = q4_file_with_input_scales(stored);
  Encoder encoder = load(file, Precision::int8);
  const auto expected = reference_logits(stored);
  const float off = largest_difference(logits_of(encoder, all_windows()), expected);
  RecordProperty("largest_difference", std::to_string(off));
  EXPECT_GT(off, 1e-3F);
  EXPECT_LT(off, 0.1F);
  EXPECT_GT(largest_difference(expected, golden_logits("tiny")), 2 * off);
  Encoder in_float = load(file);
  EXPECT_LT(largest_difference(logits_of(in_float, all_windows()), expected), 1e-5F);
}

TEST(Encoder, Q4InFourBitsIsTheSameForAnyThreadsAndCompany) {
  auto stored = weights();
  Encoder encoder = load(q4_file_with_input_scales(stored), Precision::int8);
  const auto expected = logits_of(encoder, all_windows(), 1);
  for (const size_t threads : {1, 2, 3}) {
    for (const size_t some : {2, 7, 50}) {
      EXPECT_EQ(logits_of(encoder, all_windows(), some, threads), expected);
    }
  }
}

TEST(Encoder, QuantizingOnTheWayInIsNearTheFloat) {
  for (const Rounding rounding : {Rounding::none, Rounding::f16, Rounding::bf16}) {
    Encoder encoder = load(published_file(weights(), rounding), Precision::int8);
    const auto expected = reference_logits(rounded(weights(), rounding));
    const float off = largest_difference(logits_of(encoder, all_windows()), expected);
    EXPECT_GT(off, 1e-3F);
    EXPECT_LT(off, 0.1F);
  }
}

class EncoderPrecision : public ::testing::TestWithParam<Precision> {};

TEST_P(EncoderPrecision, ThreadsAndRunsChangeNoBit) {
  Encoder encoder = load(published_file(weights()), GetParam());
  const Windows windows = {counter_window(tiny_shape(), 0), counter_window(tiny_shape(), 1),
                           counter_window(tiny_shape(), 2)};
  const auto expected = logits_of(encoder, windows);
  for (const size_t threads : {1, 2, 3}) {
    for (int run = 0; run < 3; ++run) {
      EXPECT_EQ(logits_of(encoder, windows, 3, threads), expected);
    }
  }
  Encoder again = load(published_file(weights()), GetParam());
  EXPECT_EQ(logits_of(again, windows), expected);
}

TEST_P(EncoderPrecision, CompanyAndOrderChangeNoBit) {
  Encoder encoder = load(published_file(weights()), GetParam());
  const Windows windows = all_windows();
  std::vector<std::vector<float>> alone;
  for (const auto& window : windows) alone.push_back(logits_of(encoder, {window}, 1));
  std::mt19937 random(4);
  for (int round = 0; round < 40; ++round) {
    Windows company;
    std::vector<float> expected;
    for (uint32_t i = 0; i < 1 + random() % 12; ++i) {
      const size_t which = random() % windows.size();
      company.push_back(windows[which]);
      expected.insert(expected.end(), alone[which].begin(), alone[which].end());
    }
    EXPECT_EQ(logits_of(encoder, company, company.size()), expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Encoder, EncoderPrecision,
                         ::testing::Values(Precision::fp32, Precision::int8));

TEST(Encoder, TheLongestWindowFits) {
  Encoder encoder = load(published_file(weights()));
  std::vector<int32_t> longest(tiny_shape().config.max_tokens(), 17);
  EXPECT_LT(
      largest_difference(logits_of(encoder, {longest, {5}}, 2),
                         [&] {
                           auto both = reference::logits(tiny_shape().config, weights(), longest);
                           const std::vector<int32_t> one = {5};
                           const auto last = reference::logits(tiny_shape().config, weights(), one);
                           both.insert(both.end(), last.begin(), last.end());
                           return both;
                         }()),
      1e-5F);
}

// What PyTorch says of ids with the padding's id among them: the logits of label 0 (torch 2.15.0,
// transformers 4.57.6, an attention mask of ones).
TEST(Encoder, ThePaddingsIdIsNotCounted) {
  Encoder encoder = load(published_file(weights()));
  const std::vector<int32_t> ids = {0, 5, 1, 77, 1, 1, 300, 2};
  const auto found = logits_of(encoder, {ids});
  EXPECT_LT(largest_difference(found, reference::logits(tiny_shape().config, weights(), ids)),
            1e-5F);
  const std::vector<float> expected = {-0.4243793F, -0.2506431F, 0.3662164F, 0.6858331F,
                                       0.3662164F,  0.3662164F,  0.5017923F, 0.9054610F};
  for (size_t token = 0; token < ids.size(); ++token) {
    EXPECT_NEAR(found[token * 9], expected[token], 1e-5F) << token;
  }
}

// As tests/js/engine.test.js has it of the WebAssembly binaries, which have other kernels: windows
// of one token and a classifier that selects leave nothing that depends on the order of float sums.
TEST(Encoder, Int8ProductsAreTheSameBitsAsInWebAssembly) {
  EncoderConfig config = tiny_shape().config;
  config.hidden = 36;
  config.heads = 9;
  config.intermediate = 50;
  auto odd = counter_encoder(config);
  std::ranges::fill(odd.classifier.values, 0.0F);
  std::ranges::fill(odd.classifier.bias, 0.0F);
  for (uint32_t i = 0; i < config.labels; ++i) odd.classifier.values[i * (config.hidden + 4)] = 1;
  Encoder encoder = load_encoder(published_file(odd), config, Precision::int8);
  Windows windows;
  for (int32_t i = 0; i < 61; ++i) windows.push_back({4 + 7 * i});
  const auto logits = logits_of(encoder, windows, windows.size());
  uint32_t sum = 0;
  for (uint32_t i = 0; i < logits.size(); ++i) {
    sum += std::bit_cast<uint32_t>(logits[i]) * (2 * i + 1);
  }
  EXPECT_EQ(sum, 4158548082U);
}

// Finite weights whose products are not: no number comes out, and nothing else happens.
TEST(Encoder, OverflowIsNoCrash) {
  for (const float value : {3e38F, -3e38F, 1e-44F}) {
    for (const std::string name : {"roberta.embeddings.LayerNorm.weight",
                                   "roberta.encoder.layer.0.attention.self.query.weight",
                                   "roberta.encoder.layer.0.output.dense.weight"}) {
      for (const Precision precision : {Precision::fp32, Precision::int8}) {
        StoredWeights file = published_file(weights());
        const size_t count = file.tensors.at(name).bytes.size() / sizeof(float);
        for (size_t i = 0; i < count; ++i) file.set(name, i, value);
        Encoder encoder = load(file, precision);
        EXPECT_EQ(logits_of(encoder, {{0, 7, 8, 2}}).size(), 36U);
      }
    }
  }
}

TEST(Encoder, RefusesArgumentsThatDoNotFit) {
  Encoder encoder = load(published_file(weights()));
  const ThreadPool pool(1);
  const auto message = [&](std::vector<int32_t> ids, std::vector<uint32_t> lengths, size_t logits) {
    std::vector<float> room(logits);
    const Status status = encoder.forward(ids, lengths, room, pool);
    EXPECT_EQ(status.code(), StatusCode::invalid_argument);
    return status.message();
  };
  EXPECT_EQ(message({0, 2}, {2, 0}, 18), "lengths: expected windows of 1 to 64 tokens, found 0");
  EXPECT_EQ(message(std::vector<int32_t>(65, 4), {65}, 65 * 9),
            "lengths: expected windows of 1 to 64 tokens, found 65");
  EXPECT_EQ(message({0, 2}, {4294967295}, 18),
            "lengths: expected windows of 1 to 64 tokens, found 4294967295");
  EXPECT_EQ(message({0, 2}, {1}, 18), "lengths: expected them to add up to the 2 ids, found 1");
  EXPECT_EQ(message({0, 2}, {2, 1}, 18), "lengths: expected them to add up to the 2 ids, found 3");
  EXPECT_EQ(message({}, {1}, 0), "lengths: expected them to add up to the 0 ids, found 1");
  EXPECT_EQ(message({0, -1}, {2}, 18),
            "ids: expected 0 to 499 (vocab_size of config.json), found -1 at token 1");
  EXPECT_EQ(message({500, 2}, {2}, 18),
            "ids: expected 0 to 499 (vocab_size of config.json), found 500 at token 0");
  EXPECT_EQ(message({0, 2}, {2}, 17), "logits: expected room for 18, found 17");
  // And works as before.
  EXPECT_EQ(run_encoder(encoder, {{0, 2}}, pool).size(), 18U);
  EXPECT_TRUE(encoder.forward({}, {}, {}, pool).ok());
}

}  // namespace
}  // namespace xlmr
