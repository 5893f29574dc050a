// SPDX-License-Identifier: Apache-2.0
#include "engine/attention.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "engine/vector.h"

namespace xlmr {

void Attention::run(const float* qkv, std::span<const uint32_t> lengths, float* out,
                    const ThreadPool& pool) {
  const size_t hidden = size_t{heads_} * head_size_;
  std::vector<size_t> begins;
  begins.reserve(lengths.size());
  size_t tokens = 0;
  for (const uint32_t length : lengths) {
    begins.push_back(tokens);
    tokens += length;
  }
  // Here and not by the threads: one that runs out of memory would leave the others waiting.
  const uint32_t longest = lengths.empty() ? 0 : *std::ranges::max_element(lengths);
  scratch_.resize(pool.threads());
  for (std::vector<float>& scratch : scratch_) {
    scratch.resize(std::max(scratch.size(), room_for(longest).total()));
  }
  pool.for_each_with_thread(lengths.size() * heads_, [&](size_t thread, size_t i) {
    const size_t begin = begins[i / heads_];
    attend(qkv + begin * 3 * hidden, lengths[i / heads_], i % heads_, out + begin * hidden,
           scratch_[thread]);
  });
}

Attention::Room Attention::room_for(size_t tokens) const {
  const size_t columns = kernels_.floating.columns;
  const size_t packed_tokens = round_up(tokens, columns);
  return {.keys = packed_tokens * (size_t{head_size_} + 1),
          .values = round_up(head_size_, columns) * (tokens + 1),
          .scores = kernels_.floating.rows * packed_tokens};
}

void Attention::attend(const float* qkv, size_t tokens, size_t head, float* out,
                       std::span<float> scratch) const {
  const FloatKernel& gemm = kernels_.floating;
  assert(gemm.rows <= kMaxTileRows);
  const size_t hidden = size_t{heads_} * head_size_;
  const size_t stride = 3 * hidden;
  const float* queries = qkv + head * head_size_;
  const float* keys = queries + hidden;
  const float* values = keys + hidden;
  const size_t columns = gemm.columns;
  const size_t packed_tokens = round_up(tokens, columns);

  // Packed as Linear packs float32 panels, without biases: first the keys, scaled, then the values.
  const Room room = room_for(tokens);
  std::ranges::fill(scratch.first(room.total()), 0.0F);
  float* packed_keys = scratch.data();
  float* packed_values = packed_keys + room.keys;
  float* scores = packed_values + room.values;
  const float scale = 1.0F / std::sqrt(static_cast<float>(head_size_));
  for (size_t token = 0; token < tokens; ++token) {
    float* panel = packed_keys + token / columns * columns * (size_t{head_size_} + 1);
    const float* key = keys + token * stride;
    float* to = panel + columns + token % columns;
    for (size_t i = 0; i < head_size_; ++i) to[i * columns] = key[i] * scale;
  }
  for (size_t first = 0; first < head_size_; first += columns) {
    float* to = packed_values + first * (tokens + 1) + columns;
    const size_t count = std::min<size_t>(columns, head_size_ - first);
    for (size_t token = 0; token < tokens; ++token) {
      std::memcpy(to + token * columns, values + token * stride + first, count * sizeof(float));
    }
  }

  for (size_t row = 0; row < tokens; row += gemm.rows) {
    const size_t some = std::min<size_t>(gemm.rows, tokens - row);
    gemm.run(some, tokens, head_size_ * sizeof(float), queries + row * stride,
             stride * sizeof(float), packed_keys, scores, packed_tokens * sizeof(float),
             columns * sizeof(float), &kNoParams);
    float sums[kMaxTileRows];
    for (size_t i = 0; i < some; ++i) {
      float* line = scores + i * packed_tokens;
      float most = 0;
      kernels_.max(tokens * sizeof(float), line, &most, &kNoParams);
      kernels_.exp_minus_max(tokens * sizeof(float), line, &most, line, &sums[i], nullptr);
    }
    float* to = out + row * hidden + head * head_size_;
    gemm.run(some, head_size_, tokens * sizeof(float), scores, packed_tokens * sizeof(float),
             packed_values, to, hidden * sizeof(float), columns * sizeof(float), &kNoParams);
    for (size_t i = 0; i < some; ++i) {
      const float factor = 1.0F / sums[i];
      float* line = to + i * hidden;
      for (size_t at = 0; at < head_size_; ++at) line[at] *= factor;
    }
  }
}

}  // namespace xlmr
