// SPDX-License-Identifier: Apache-2.0
// The whole encoder of reference blocks: from the ids of one window to its logits.
//
// Invariant: a window's logits depend on nothing but its ids; they are PyTorch's up to the order of
// its float32 sums.
//
//   reference::logits(config, weights, {{0, 2673, 83, 2}})  ->  [4, labels]
//
// Ids must be in [0, vocab_size), at least one and at most config.max_tokens(); `weights` must fit
// `config`. Source: transformers, models/xlm_roberta/modeling_xlm_roberta.py, evaluation mode.
#ifndef XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_ENCODER_H_
#define XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_ENCODER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "engine/encoder_config.h"
#include "engine/reference/reference_blocks.h"
#include "engine/reference/reference_weights.h"

namespace xlmr::reference {

/// The norm of word + position + token type embeddings, [tokens, hidden]. Positions count from
/// first_position on; the padding's id, first_position - 1, has its own number as position, and is
/// not counted. All tokens are of type 0.
template <typename Weight>
[[nodiscard]] std::vector<float> embeddings(const EncoderConfig& config,
                                            const ReferenceWeights<Weight>& weights,
                                            std::span<const int32_t> ids);

/// Attention, then the two matrices with GELU between; each adds to what came in, and the sum is
/// normed. [tokens, hidden] to the same.
template <typename Weight>
[[nodiscard]] std::vector<float> layer(const EncoderConfig& config,
                                       const LayerWeights<Weight>& weights,
                                       std::span<const float> x);

/// [tokens, labels]
template <typename Weight>
[[nodiscard]] std::vector<float> logits(const EncoderConfig& config,
                                        const ReferenceWeights<Weight>& weights,
                                        std::span<const int32_t> ids);

}  // namespace xlmr::reference

#endif  // XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_ENCODER_H_
