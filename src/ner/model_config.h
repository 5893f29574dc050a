// SPDX-License-Identifier: Apache-2.0
// ModelConfig: what a model's config.json says about its labels and its longest input.
//
// Invariant: at least one label, ids dense from 0; max_tokens >= 3, so a window holds a piece.
//
//   {"model_type": "xlm-roberta", "max_position_embeddings": 514, "pad_token_id": 1,
//    "id2label": {"0": "O", "1": "B-PER", "2": "I-PER"}}
//   -> labels O, B-PER, I-PER; max_tokens 512 (positions are counted from the padding id + 1)
//   {} -> labels LABEL_0, LABEL_1: transformers 5.24 leaves out two labels that have no names. A
//   num_labels says how many there are, and takes names of another number away, as it does there.
#ifndef XLMR_NER_MODEL_CONFIG_H_
#define XLMR_NER_MODEL_CONFIG_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "ner/label_map.h"
#include "ner/label_scheme.h"
#include "ner/transitions.h"

namespace xlmr {

struct ModelConfig {
  static constexpr uint32_t kMaxLabels = 1U << 16;
  static constexpr uint32_t kMaxPositions = 1U << 20;

  LabelMap labels;
  LabelScheme scheme = LabelScheme::none;  ///< what the labels suggest
  uint32_t max_tokens = 0;                 ///< pieces of one window, special tokens included
  std::optional<Transitions> crf;          ///< of a checkpoint that T-NER trained with one

  /// `json` is the text of a config.json. Errors: invalid_config, naming the field.
  [[nodiscard]] static Result<ModelConfig> parse(std::string_view json);
};

}  // namespace xlmr

#endif  // XLMR_NER_MODEL_CONFIG_H_
