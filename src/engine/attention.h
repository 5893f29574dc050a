// SPDX-License-Identifier: Apache-2.0
// Attention: softmax(Q K^T / sqrt(d)) V for each window and head (Vaswani et al. 2017,
// arXiv:1706.03762), in float32.
//
// Invariant: a window attends to itself only; its result does not depend on the other windows or on
// the number of threads. Nothing is padded, so nothing is masked.
//
//   windows of 3 and 2 tokens, hidden 4, 2 heads: qkv [5, 12] -> out [5, 4]
#ifndef XLMR_ENGINE_ATTENTION_H_
#define XLMR_ENGINE_ATTENTION_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "engine/kernels.h"

namespace xlmr {

class Attention {
 public:
  Attention() = default;
  Attention(const Kernels& kernels, uint32_t heads, uint32_t head_size)
      : kernels_(kernels), heads_(heads), head_size_(head_size) {}

  /// `qkv` is [tokens, 3 * hidden], queries, keys and values of each token side by side; `out`
  /// [tokens, hidden]. `lengths` are the windows', in tokens.
  void run(const float* qkv, std::span<const uint32_t> lengths, float* out, const ThreadPool& pool);

 private:
  /// Floats of one head's packed keys and values, and of a tile's scores.
  struct Room {
    size_t keys = 0;
    size_t values = 0;
    size_t scores = 0;
    [[nodiscard]] size_t total() const { return keys + values + scores; }
  };

  [[nodiscard]] Room room_for(size_t tokens) const;
  void attend(const float* qkv, size_t tokens, size_t head, float* out,
              std::span<float> scratch) const;

  Kernels kernels_{};
  uint32_t heads_ = 0;
  uint32_t head_size_ = 0;
  std::vector<std::vector<float>> scratch_;  // of each thread
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_ATTENTION_H_
