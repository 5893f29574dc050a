// SPDX-License-Identifier: Apache-2.0
// Encoder: XLM-R with its token classifier, from ids to logits.
//
// Invariant: a window's logits are the same to the bit whatever else is in the batch, for any
// number of threads and in every run. Windows stand one after the other, nothing is padded; attention
// runs over each window by itself, all else over blocks of tokens, whichever window they are of.
//
//   ids [0, 28068, 2, 0, 23, 2], lengths [3, 3]   ->   logits [6, labels]
//
// Source: transformers, modeling_xlm_roberta.py (post-norm encoder, GELU in its exact form,
// position ids counted from the padding id + 1).
#ifndef XLMR_ENGINE_ENCODER_H_
#define XLMR_ENGINE_ENCODER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/attention.h"
#include "engine/embedding_table.h"
#include "engine/encoder_config.h"
#include "engine/kernels.h"
#include "engine/layer_norm.h"
#include "engine/linear.h"
#include "engine/quantized_rows.h"
#include "engine/row_blocks.h"

namespace xlmr {

struct EncoderLayer {
  Linear qkv;  ///< query, key and value side by side
  Linear attention_output;
  LayerNorm attention_norm;
  Linear intermediate;
  Linear output;
  LayerNorm output_norm;
};

struct EncoderWeights {
  EncoderConfig config;
  EmbeddingTable token_embeddings;
  std::vector<float> positions;  ///< [config.positions, hidden], the token type's row added
  LayerNorm embedding_norm;
  std::vector<EncoderLayer> layers;
  Linear classifier;
};

class Encoder {
 public:
  Encoder(const Kernels& kernels, EncoderWeights weights);

  [[nodiscard]] const EncoderConfig& config() const { return weights_.config; }

  /// `ids` of windows that are `lengths` tokens long; `logits` is [ids, labels]. Errors:
  /// invalid_argument where a length is 0 or more than the model's positions, the lengths do not
  /// add up, an id is not in the vocabulary or `logits` has another size.
  [[nodiscard]] Status forward(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                               std::span<float> logits, const ThreadPool& pool);

 private:
  [[nodiscard]] Status check(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                             std::span<const float> logits) const;

  /// Between the steps of a layer, for the rows of a block.
  struct Scratch {
    std::vector<float> projected;  // [rows, hidden]
    std::vector<float> inner;      // [rows, intermediate]
    QuantizedRows hidden_rows;
    QuantizedRows inner_rows;
  };
  void resize(Scratch& scratch, size_t rows) const;

  /// Calls work(rows, scratch, pool) for each block: on a thread of its own, or with all of them for one.
  template <typename Work>
  void for_each_block(const RowBlocks& blocks, const ThreadPool& pool, const Work& work);

  void embed(std::span<const int32_t> ids, std::span<const uint32_t> positions, RowRange rows,
             Scratch& scratch, const ThreadPool& pool);
  /// From attention's results to the states.
  void finish_layer(const EncoderLayer& layer, const Linear& next, RowRange rows, Scratch& scratch,
                    const ThreadPool& pool);
  /// From a block's states, which are prepared for it.
  void run_next(const Linear& next, float* to, RowRange rows, const Scratch& scratch,
                const ThreadPool& pool) const;
  /// The matrix that takes the states once the first `count` layers are done.
  [[nodiscard]] const Linear& next_after_layers(size_t count) const {
    return count < weights_.layers.size() ? weights_.layers[count].qkv : weights_.classifier;
  }

  Kernels kernels_;
  EncoderWeights weights_;
  Attention attention_;
  // Between the steps of one forward(), for all tokens.
  std::vector<float> states_;     // [tokens, hidden]
  std::vector<float> qkv_;        // [tokens, 3 * hidden]
  std::vector<float> context_;    // [tokens, hidden]
  std::vector<Scratch> scratch_;  // [threads]
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_ENCODER_H_
