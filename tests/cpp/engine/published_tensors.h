// SPDX-License-Identifier: Apache-2.0
// published_tensors: what a published checkpoint has, written down apart from the engine's layout.
//
// Invariant: names and shapes in the order of the network, weights before biases; those of
// transformers' XLMRobertaForTokenClassification.
//
//   published_tensors(config)[0]   -> {"roberta.embeddings.word_embeddings.weight", {250002, 768}}
#ifndef XLMR_TESTS_ENGINE_PUBLISHED_TENSORS_H_
#define XLMR_TESTS_ENGINE_PUBLISHED_TENSORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/encoder_config.h"

namespace xlmr {

struct TensorSpec {
  std::string name;
  std::vector<uint64_t> shape;
};

[[nodiscard]] inline std::vector<TensorSpec> published_tensors(const EncoderConfig& config) {
  std::vector<TensorSpec> specs;
  const auto table = [&](const std::string& name, uint32_t rows) {
    specs.push_back({name + ".weight", {rows, config.hidden}});
  };
  const auto linear = [&](const std::string& name, uint32_t out, uint32_t in) {
    specs.push_back({name + ".weight", {out, in}});
    specs.push_back({name + ".bias", {out}});
  };
  const auto norm = [&](const std::string& name) {
    specs.push_back({name + ".weight", {config.hidden}});
    specs.push_back({name + ".bias", {config.hidden}});
  };
  table("roberta.embeddings.word_embeddings", config.vocab_size);
  table("roberta.embeddings.position_embeddings", config.positions);
  table("roberta.embeddings.token_type_embeddings", config.type_vocab);
  norm("roberta.embeddings.LayerNorm");
  for (uint32_t i = 0; i < config.layers; ++i) {
    const std::string layer = "roberta.encoder.layer." + std::to_string(i);
    for (const char* part : {".attention.self.query", ".attention.self.key",
                             ".attention.self.value", ".attention.output.dense"}) {
      linear(layer + part, config.hidden, config.hidden);
    }
    norm(layer + ".attention.output.LayerNorm");
    linear(layer + ".intermediate.dense", config.intermediate, config.hidden);
    linear(layer + ".output.dense", config.hidden, config.intermediate);
    norm(layer + ".output.LayerNorm");
  }
  linear("classifier", config.labels, config.hidden);
  return specs;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_PUBLISHED_TENSORS_H_
