// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/vector.h"

namespace xlmr {
namespace {

/// Rows of a piece of work in the passes over single rows.
constexpr size_t kPieceRows = 8;

template <typename Work>
void for_each_row(RowRange rows, const ThreadPool& pool, const Work& work) {
  pool.for_each((rows.size() + kPieceRows - 1) / kPieceRows, [&](size_t piece) {
    const size_t begin = rows.begin + piece * kPieceRows;
    const size_t end = std::min(rows.end, begin + kPieceRows);
    for (size_t row = begin; row < end; ++row) work(row);
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
  const std::vector<EncoderLayer>& layers = weights_.layers;
  states_.resize(tokens * hidden);
  qkv_.resize(tokens * 3 * hidden);
  context_.resize(tokens * hidden);
  const RowBlocks blocks = RowBlocks::of(tokens, pool.threads(), next_after_layers(0).tile_rows());
  // Here and not by the threads: one that runs out of memory would leave the others waiting.
  scratch_.resize(blocks.count() == 1 ? 1 : pool.threads());
  for (Scratch& scratch : scratch_) resize(scratch, blocks.size());

  const std::vector<uint32_t> positions =
      positions_of(ids, lengths, weights_.config.first_position);
  const auto to_after_layers = [&](size_t count) {
    return count < layers.size() ? qkv_.data() : logits.data();
  };
  for_each_block(blocks, pool, [&](RowRange rows, Scratch& scratch, const ThreadPool& some) {
    embed(ids, positions, rows, scratch, some);
    run_next(next_after_layers(0), to_after_layers(0), rows, scratch, some);
  });
  for (size_t i = 0; i < layers.size(); ++i) {
    attention_.run(qkv_.data(), lengths, context_.data(), pool);
    const Linear& next = next_after_layers(i + 1);
    for_each_block(blocks, pool, [&](RowRange rows, Scratch& scratch, const ThreadPool& some) {
      finish_layer(layers[i], next, rows, scratch, some);
      run_next(next, to_after_layers(i + 1), rows, scratch, some);
    });
  }
  return {};
}

void Encoder::resize(Scratch& scratch, size_t rows) const {
  const EncoderConfig& config = weights_.config;
  scratch.projected.resize(rows * config.hidden);
  scratch.inner.resize(rows * config.intermediate);
  scratch.hidden_rows.resize(rows, config.hidden, kernels_.quantized.activations);
  scratch.inner_rows.resize(rows, config.intermediate, kernels_.quantized.activations);
}

template <typename Work>
void Encoder::for_each_block(const RowBlocks& blocks, const ThreadPool& pool, const Work& work) {
  if (blocks.count() == 1) return work(blocks[0], scratch_[0], pool);
  const ThreadPool alone(1);
  pool.for_each_with_thread(blocks.count(), [&](size_t thread, size_t block) {
    resize(scratch_[thread], blocks[block].size());
    work(blocks[block], scratch_[thread], alone);
  });
}

void Encoder::embed(std::span<const int32_t> ids, std::span<const uint32_t> positions,
                    RowRange rows, Scratch& scratch, const ThreadPool& pool) {
  const size_t hidden = weights_.config.hidden;
  for_each_row(rows, pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    weights_.token_embeddings.read(static_cast<uint32_t>(ids[row]), state);
    const float* position = &weights_.positions[positions[row] * hidden];
    for (size_t i = 0; i < hidden; ++i) state[i] += position[i];
    weights_.embedding_norm.normalize(state);
    next_after_layers(0).prepare(state, row - rows.begin, scratch.hidden_rows);
  });
}

void Encoder::finish_layer(const EncoderLayer& layer, const Linear& next, RowRange rows,
                           Scratch& scratch, const ThreadPool& pool) {
  const size_t hidden = weights_.config.hidden;
  const size_t intermediate = weights_.config.intermediate;
  const size_t first = rows.begin;
  float* projected = scratch.projected.data();

  for_each_row(rows, pool, [&](size_t row) {
    layer.attention_output.prepare(row_of(context_, row, hidden), row - first, scratch.hidden_rows);
  });
  layer.attention_output.run(&context_[first * hidden], scratch.hidden_rows, rows.size(), projected,
                             pool);
  for_each_row(rows, pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    layer.attention_norm.add_and_normalize(state, row_of(scratch.projected, row - first, hidden));
    layer.intermediate.prepare(state, row - first, scratch.hidden_rows);
  });

  layer.intermediate.run(&states_[first * hidden], scratch.hidden_rows, rows.size(),
                         scratch.inner.data(), pool);
  for_each_row(rows, pool, [&](size_t row) {
    const auto inner = row_of(scratch.inner, row - first, intermediate);
    kernels_.gelu(intermediate * sizeof(float), inner.data(), inner.data(), &kNoParams);
    layer.output.prepare(inner, row - first, scratch.inner_rows);
  });
  layer.output.run(scratch.inner.data(), scratch.inner_rows, rows.size(), projected, pool);
  for_each_row(rows, pool, [&](size_t row) {
    const auto state = row_of(states_, row, hidden);
    layer.output_norm.add_and_normalize(state, row_of(scratch.projected, row - first, hidden));
    next.prepare(state, row - first, scratch.hidden_rows);
  });
}

void Encoder::run_next(const Linear& next, float* to, RowRange rows, const Scratch& scratch,
                       const ThreadPool& pool) const {
  next.run(&states_[rows.begin * weights_.config.hidden], scratch.hidden_rows, rows.size(),
           to + rows.begin * next.shape().out, pool);
}

}  // namespace xlmr
