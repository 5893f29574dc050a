// SPDX-License-Identifier: Apache-2.0
// EncoderConfig: what a model's config.json says about its network.
//
// Invariant: the network is one that the engine computes exactly, and its numbers are within limits
// that published XLM-Rs do not come near and that keep all arithmetic on sizes in range: every
// tensor but the token embeddings has at most 2^28 elements (1 GiB as float32), every intermediate
// result of one window fewer than 2^29, and the token embeddings fewer than 2^30, so that 32 bits
// can count the bytes of each.
//
//   {"model_type": "xlm-roberta", "vocab_size": 250002, "hidden_size": 768,
//    "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072,
//    "hidden_act": "gelu", "max_position_embeddings": 514, "type_vocab_size": 1,
//    "pad_token_id": 1, "layer_norm_eps": 1e-05}
//   -> head_size() 64; first_position 2: token i of a window has the position embedding i + 2
//
// A field that is not there has the default of XLMRobertaConfig in transformers 4.57 (so the
// epsilon's is 1e-12, though published models say 1e-5). Fields that would make another network of
// it (a decoder, another activation, relative positions, pruned heads) are refused by name; those
// that matter to training alone (dropout, initialisation) are not read.
// Source: transformers, models/xlm_roberta/{configuration,modeling}_xlm_roberta.py.
#ifndef XLMR_ENGINE_ENCODER_CONFIG_H_
#define XLMR_ENGINE_ENCODER_CONFIG_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace xlmr {

struct EncoderConfig {
  static constexpr uint32_t kMaxVocabulary = 1U << 22;
  static constexpr uint32_t kMaxTokenEmbeddings = (1U << 30) - 1;  ///< numbers: vocab_size x hidden
  static constexpr uint32_t kMaxHidden = 1U << 12;
  static constexpr uint32_t kMaxLayers = 1U << 8;
  static constexpr uint32_t kMaxIntermediate = 1U << 15;
  static constexpr uint32_t kMaxPositions = 1U << 14;
  static constexpr uint32_t kMaxTokenTypes = 1U << 10;
  static constexpr uint32_t kMaxLabels = 1U << 16;
  /// A head is whole vectors of four floats, and a row of it fits a few registers' worth of sums.
  static constexpr uint32_t kHeadMultiple = 4;
  static constexpr uint32_t kMaxHeadSize = 256;

  uint32_t vocab_size = 0;      ///< rows of the token embeddings
  uint32_t hidden = 0;          ///< numbers of a token between layers; heads x head_size()
  uint32_t layers = 0;          ///< at least 1
  uint32_t heads = 0;           ///< at least 1
  uint32_t intermediate = 0;    ///< numbers of a token between a layer's two last matrices
  uint32_t positions = 0;       ///< rows of the position embeddings; > first_position
  uint32_t type_vocab = 0;      ///< rows of the token type embeddings; only row 0 is used
  uint32_t first_position = 0;  ///< row of a window's first token: the padding's id + 1
  uint32_t labels = 0;          ///< outputs of the classifier
  float layer_norm_eps = 0;     ///< > 0

  /// `labels` is how many labels the same file names. Errors: invalid_config, naming the field.
  [[nodiscard]] static Result<EncoderConfig> parse(std::string_view config_json, uint32_t labels);

  [[nodiscard]] uint32_t head_size() const { return hidden / heads; }
  /// Tokens of the longest window, special tokens included.
  [[nodiscard]] uint32_t max_tokens() const { return positions - first_position; }

  /// Multiplications of one token's numbers with the matrices of all layers.
  [[nodiscard]] uint64_t products_per_token() const {
    return uint64_t{layers} * hidden * (4 * uint64_t{hidden} + 2 * uint64_t{intermediate});
  }

  friend bool operator==(const EncoderConfig&, const EncoderConfig&) = default;
};

/// The class that "architectures" names where it is none of those whose network this is, such as a
/// subclass of one of them; else empty. Errors: invalid_config, where that is no list of names.
[[nodiscard]] Result<std::string> other_architecture(std::string_view config_json);

}  // namespace xlmr

#endif  // XLMR_ENGINE_ENCODER_CONFIG_H_
