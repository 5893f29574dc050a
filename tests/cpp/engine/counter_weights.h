// SPDX-License-Identifier: Apache-2.0
// Weights and windows that depend on nothing but a name and a number, the same here, in
// tests/js/counter_weights.js and in tests/golden/counter_weights.py, which says how they are made.
//
//   counter_values("classifier.bias", 9, 9)    // in [-0.1, 0.1)
//   counter_window(tiny_shape(), 4)            // <s>, ten pieces, </s>
#ifndef XLMR_TESTS_ENGINE_COUNTER_WEIGHTS_H_
#define XLMR_TESTS_ENGINE_COUNTER_WEIGHTS_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/encoder_config.h"

namespace xlmr {

inline constexpr uint32_t kCounterWindows = 200;

struct CounterShape {
  EncoderConfig config;
  uint32_t spread;                ///< windows have 3 tokens up to this many more, less one
  std::vector<uint32_t> lengths;  ///< of the first windows, instead
};

inline CounterShape counter_shape(EncoderConfig config, uint32_t spread,
                                  std::vector<uint32_t> lengths) {
  config.type_vocab = 1;
  config.first_position = 2;
  config.labels = 9;
  config.layer_norm_eps = 1e-5F;
  return {config, spread, std::move(lengths)};
}

inline CounterShape tiny_shape() {
  return counter_shape({.vocab_size = 500,
                        .hidden = 32,
                        .layers = 2,
                        .heads = 4,
                        .intermediate = 64,
                        .positions = 66},
                       60, {});
}
inline CounterShape base_shape() {
  return counter_shape({.vocab_size = 4000,
                        .hidden = 768,
                        .layers = 12,
                        .heads = 12,
                        .intermediate = 3072,
                        .positions = 514},
                       16, {512, 300, 128, 64});
}
inline CounterShape large_shape() {
  return counter_shape({.vocab_size = 4000,
                        .hidden = 1024,
                        .layers = 24,
                        .heads = 16,
                        .intermediate = 4096,
                        .positions = 514},
                       16, {128, 64, 32, 2});
}

/// FNV-1a, 32 bits.
inline uint32_t counter_seed(std::string_view name) {
  uint32_t seed = 2166136261U;
  for (const char c : name) seed = (seed ^ static_cast<uint8_t>(c)) * 16777619U;
  return seed;
}

inline uint32_t counter_hash(uint32_t seed, uint32_t index) {
  uint32_t h = index * 0x9E3779B1U + seed;
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  return h ^ (h >> 16);
}

/// A tensor's values; `columns` is its last dimension.
inline std::vector<float> counter_values(std::string_view name, size_t count, uint32_t columns) {
  float centre = 0;
  auto amplitude = static_cast<float>(1.5 / std::sqrt(static_cast<double>(columns)));
  if (name.ends_with("LayerNorm.weight")) {
    centre = 1;
    amplitude = 0.2F;
  } else if (name.ends_with("LayerNorm.bias")) {
    amplitude = 0.2F;
  } else if (name.ends_with(".bias")) {
    amplitude = 0.1F;
  } else if (name.ends_with("word_embeddings.weight")) {
    amplitude = 0.06F;
  } else if (name.ends_with("position_embeddings.weight") ||
             name.ends_with("token_type_embeddings.weight")) {
    amplitude = 0.03F;
  }
  const uint32_t seed = counter_seed(name);
  std::vector<float> values(count);
  for (size_t i = 0; i < count; ++i) {
    const auto top = static_cast<float>(counter_hash(seed, static_cast<uint32_t>(i)) >> 8);
    // Both results are exact in double, so each is rounded once and never fused.
    const auto offset = static_cast<float>(double{amplitude} * double{top / 8388608.0F - 1.0F});
    values[i] = static_cast<float>(double{centre} + double{offset});
  }
  return values;
}

/// The ids of a window.
inline std::vector<int32_t> counter_window(const CounterShape& shape, uint32_t index) {
  const uint32_t seed = counter_seed("windows/" + std::to_string(index));
  const uint32_t length = index < shape.lengths.size() ? shape.lengths[index]
                                                       : 3 + counter_hash(seed, 0) % shape.spread;
  std::vector<int32_t> ids = {0};
  for (uint32_t k = 0; k + 2 < length; ++k) {
    const uint32_t piece = counter_hash(seed, 1 + k) % (shape.config.vocab_size - 5);
    ids.push_back(static_cast<int32_t>(4 + piece));
  }
  ids.push_back(2);
  return ids;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_COUNTER_WEIGHTS_H_
