// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/vector.h"

namespace xlmr {
namespace {

/// Rows of a piece of work in the passes over single rows.
constexpr size_t kBlockRows = 8;

template <typename Work>
void for_each_row(size_t rows, const ThreadPool& pool, const Work& work) {
  pool.for_each((rows + kBlockRows - 1) / kBlockRows, [&](size_t block) {
    const size_t end = std::min(rows, (block + 1) * kBlockRows);
    for (size_t row = block * kBlockRows; row < end; ++row) work(row);
  });
}

std::span<float> row_of(std::vector<float>& matrix, size_t row, size_t columns) {
  return std::span(matrix).subspan(row * columns, columns);
}

/// The row of the position embeddings for each token. The padding's id, which a text may spell out,
/// has a position of its own, and the others count on as if it were not there
/// (create_position_ids_from_input_ids in transformers).
std::vector<uint32_t> positions_of(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                                   uint32_t first_position) {
  const uint32_t padding = first_position - 1;
  std::vector<uint32_t> positions;
  positions.reserve(ids.size());
  for (const uint32_t length : lengths) {
    uint32_t next = first_position;
    for (uint32_t i = 0; i < length; ++i) {
      const bool is_padding = static_cast<uint32_t>(ids[positions.size()]) == padding;
      positions.push_back(is_padding ? padding : next++);
    }
  }
  return positions;
}

}  // namespace

Encoder::Encoder(const Kernels& kernels, EncoderWeights weights)
    : kernels_(kernels),
      weights_(std::move(weights)),
      attention_(kernels, weights_.config.heads, weights_.config.head_size()) {}

Status Encoder::check(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                      std::span<const float> logits) const {
  const EncoderConfig& config = weights_.config;
  uint64_t tokens = 0;
  for (const uint32_t length : lengths) {
    if (length == 0 || length > config.max_tokens()) {
      return invalid_argument(
          expected("lengths", concat("windows of 1 to ", config.max_tokens(), " tokens"), length));
    }
    tokens += length;
  }
  if (tokens != ids.size()) {
    return invalid_argument(
        expected("lengths", concat("them to add up to the ", ids.size(), " ids"), tokens));
  }
  for (size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] < 0 || static_cast<uint32_t>(ids[i]) >= config.vocab_size) {
      return invalid_argument(
          expected("ids", concat("0 to ", config.vocab_size - 1, " (vocab_size of config.json)"),
                   concat(ids[i], " at token ", i)));
    }
  }
  if (logits.size() != tokens * config.labels) {
    return invalid_argument(
        expected("logits", concat("room for ", tokens * config.labels), logits.size()));
  }
  return {};
}

Status Encoder::forward(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                        std::span<float> logits, const ThreadPool& pool) {
  XLMR_RETURN_IF_ERROR(check(ids, lengths, logits));
  const size_t tokens = ids.size();
  if (tokens == 0) return {};
  const size_t hidden = weights_.config.hidden;
  const size_t intermediate = weights_.config.intermediate;
  states_.resize(tokens * hidden);
  qkv_.resize(tokens * 3 * hidden);
  context_.resize(tokens * hidden);
  projected_.resize(tokens * hidden);
  inner_.resize(tokens * intermediate);
  hidden_rows_.resize(tokens, hidden, kernels_.quantized.activations);
  inner_rows_.resize(tokens, intermediate, kernels_.quantized.activations);

  embed(ids, lengths, pool);
  for (size_t i = 0; i < weights_.layers.size(); ++i) run_layer(i, lengths, tokens, pool);
  weights_.classifier.run(states_.data(), hidden_rows_, tokens, logits.data(), pool);
  return {};
}

void Encoder::embed(std::span<const int32_t> ids, std::span<const uint32_t> lengths,
                    const ThreadPool& pool) {
  const size_t hidden = weights_.config.hidden;
  const std::vector<uint32_t> positions =
      positions_of(ids, lengths, weights_.config.first_position);
  for_each_row(ids.size(), pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    weights_.token_embeddings.read(static_cast<uint32_t>(ids[row]), state);
    const float* position = &weights_.positions[positions[row] * hidden];
    for (size_t i = 0; i < hidden; ++i) state[i] += position[i];
    weights_.embedding_norm.normalize(state);
    next_after_layers(0).prepare(state, row, hidden_rows_);
  });
}

void Encoder::run_layer(size_t index, std::span<const uint32_t> lengths, size_t tokens,
                        const ThreadPool& pool) {
  const EncoderLayer& layer = weights_.layers[index];
  const size_t hidden = weights_.config.hidden;
  const size_t intermediate = weights_.config.intermediate;

  layer.qkv.run(states_.data(), hidden_rows_, tokens, qkv_.data(), pool);
  attention_.run(qkv_.data(), lengths, context_.data(), pool);
  for_each_row(tokens, pool, [&](size_t row) {
    layer.attention_output.prepare(row_of(context_, row, hidden), row, hidden_rows_);
  });
  layer.attention_output.run(context_.data(), hidden_rows_, tokens, projected_.data(), pool);
  for_each_row(tokens, pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    layer.attention_norm.add_and_normalize(state, row_of(projected_, row, hidden));
    layer.intermediate.prepare(state, row, hidden_rows_);
  });

  layer.intermediate.run(states_.data(), hidden_rows_, tokens, inner_.data(), pool);
  for_each_row(tokens, pool, [&](size_t row) {
    const auto inner = row_of(inner_, row, intermediate);
    kernels_.gelu(intermediate * sizeof(float), inner.data(), inner.data(), &kNoParams);
    layer.output.prepare(inner, row, inner_rows_);
  });
  layer.output.run(inner_.data(), inner_rows_, tokens, projected_.data(), pool);
  for_each_row(tokens, pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    layer.output_norm.add_and_normalize(state, row_of(projected_, row, hidden));
    next_after_layers(index + 1).prepare(state, row, hidden_rows_);
  });
}

}  // namespace xlmr
