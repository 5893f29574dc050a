// SPDX-License-Identifier: Apache-2.0
#include "engine/linear.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "engine/vector.h"

namespace xlmr {
namespace {

/// Products of a piece of work, some 20 us: enough to be worth taking, few enough that no thread waits
/// long for another at the end.
constexpr size_t kBlockProducts = 500'000;
/// Columns of a piece of work: threads that write to the same cache line wait for each other.
constexpr size_t kBlockColumns = 64 / sizeof(float);

constexpr xnn_f32_minmax_params kNoLimits = {
    .scalar = {-std::numeric_limits<float>::infinity(), std::numeric_limits<float>::infinity()}};

/// Weights of some columns, blocks of sizeof(Block) inputs, column by column within a block.
template <typename Block>
void interleave(const int8_t* weights, size_t columns, size_t in, size_t panel_columns,
                int8_t* out) {
  const size_t blocks = in / sizeof(Block);
  for (size_t column = 0; column < columns; ++column) {
    const int8_t* row = weights + column * in;
    int8_t* to = out + column * sizeof(Block);
    for (size_t block = 0; block < blocks; ++block) {
      Block values;
      std::memcpy(&values, row + block * sizeof(Block), sizeof(Block));
      std::memcpy(to + block * panel_columns * sizeof(Block), &values, sizeof(Block));
    }
    std::memcpy(to + blocks * panel_columns * sizeof(Block), row + blocks * sizeof(Block),
                in % sizeof(Block));
  }
}

/// As above with as many columns and blocks at a time as a vector has blocks, since this is most of
/// what loading a model does: rows of vectors, zipped with those half-way down until they stand the
/// other way round.
template <typename Blocks, typename Block>
void interleave_vectors(const int8_t* weights, size_t columns, size_t in, size_t panel_columns,
                        int8_t* out) {
  constexpr size_t kBlocks = sizeof(Blocks) / sizeof(Block);
  if (columns % kBlocks != 0 || in % sizeof(Blocks) != 0) {
    return interleave<Block>(weights, columns, in, panel_columns, out);
  }
  const size_t stride = panel_columns * sizeof(Block);
  for (size_t column = 0; column < columns; column += kBlocks) {
    const int8_t* from = weights + column * in;
    int8_t* to = out + column * sizeof(Block);
    for (size_t k = 0; k < in; k += sizeof(Blocks)) {
      Blocks rows[kBlocks];
      for (size_t i = 0; i < kBlocks; ++i) std::memcpy(&rows[i], from + i * in + k, sizeof(Blocks));
      for (size_t zipped = 1; zipped < kBlocks; zipped *= 2) {
        Blocks next[kBlocks];
        for (size_t i = 0; i < kBlocks / 2; ++i) {
          next[2 * i] = zip_low(rows[i], rows[i + kBlocks / 2]);
          next[2 * i + 1] = zip_high(rows[i], rows[i + kBlocks / 2]);
        }
        std::copy(next, next + kBlocks, rows);
      }
      for (const Blocks& each : rows) {
        std::memcpy(to, &each, sizeof(each));
        to += stride;
      }
    }
  }
}

void interleave(const QuantizedKernel& kernel, const int8_t* weights, size_t columns, size_t in,
                int8_t* out) {
  switch (kernel.depth) {
    case 1:
      return interleave<uint8_t>(weights, columns, in, kernel.columns, out);
    case 2:
      return interleave_vectors<u16x8, uint16_t>(weights, columns, in, kernel.columns, out);
    case 4:
      return interleave_vectors<u32x4, uint32_t>(weights, columns, in, kernel.columns, out);
    default:
      return interleave_vectors<u64x2, uint64_t>(weights, columns, in, kernel.columns, out);
  }
}

int32_t sum_of_row(const int8_t* row, size_t size) {
  int32_t sum = 0;
  for (size_t i = 0; i < size; ++i) sum += row[i];
  return sum;
}

/// A panel: the columns' -sums of weights, blocks of `depth` inputs column by column, scales, biases,
/// and what the kernel needs to know of the weights.
void pack_panel(const QuantizedKernel& kernel, MatrixShape shape, const QuantizedWeights& weights,
                std::span<const float> bias, size_t first, std::byte* out) {
  const size_t columns = std::min<size_t>(kernel.columns, shape.out - first);
  const size_t depth = round_up(shape.in, kernel.step);
  auto* sums = reinterpret_cast<int32_t*>(out);
  auto* values = reinterpret_cast<int8_t*>(sums + kernel.columns);
  auto* scales = reinterpret_cast<float*>(values + depth * kernel.columns);
  float* biases = scales + kernel.columns;
  const int8_t* rows = &weights.values[first * shape.in];
  const bool wants_sums = kernel.activations == Activations::seven_bits;
  interleave(kernel, rows, columns, shape.in, values);
  for (size_t column = 0; column < columns; ++column) {
    sums[column] = wants_sums ? -sum_of_row(rows + column * shape.in, shape.in) : 0;
    scales[column] = weights.scale[first + column];
    biases[column] = bias[first + column];
  }
  if (kernel.fit == nullptr) return;
  kernel.fit(depth, values, reinterpret_cast<std::byte*>(biases + kernel.columns));
}

/// A panel: biases, then for each input the columns' weights.
void pack_panel(const FloatKernel& kernel, MatrixShape shape, std::span<const float> weights,
                std::span<const float> bias, size_t first, std::byte* out) {
  const size_t columns = std::min<size_t>(kernel.columns, shape.out - first);
  auto* biases = reinterpret_cast<float*>(out);
  float* values = biases + kernel.columns;
  for (size_t column = 0; column < columns; ++column) {
    const float* row = &weights[(first + column) * shape.in];
    biases[column] = bias[first + column];
    for (size_t k = 0; k < shape.in; ++k) values[k * kernel.columns + column] = row[k];
  }
}

}  // namespace

Linear::Linear(const Kernels& kernels, MatrixShape shape, std::span<const float> weights,
               std::span<const float> bias)
    : shape_(shape), floating_(kernels.floating), panel_columns_(kernels.floating.columns) {
  panel_bytes_ = (size_t{shape.in} + 1) * panel_columns_ * sizeof(float);
  const size_t panels = round_up(shape.out, panel_columns_) / panel_columns_;
  panels_ = std::make_unique<std::byte[]>(panels * panel_bytes_);
  for (size_t panel = 0; panel < panels; ++panel) {
    pack_panel(floating_, shape, weights, bias, panel * panel_columns_,
               &panels_[panel * panel_bytes_]);
  }
}

Linear::Linear(const Kernels& kernels, MatrixShape shape, const QuantizedWeights& weights,
               std::span<const float> bias)
    : shape_(shape),
      form_(Form::int8),
      quantized_(kernels.quantized),
      panel_columns_(kernels.quantized.columns),
      input_factor_(weights.input_factor.begin(), weights.input_factor.end()) {
  const size_t depth = round_up(shape.in, quantized_.step);
  panel_bytes_ = (depth + sizeof(int32_t) + 2 * sizeof(float)) * panel_columns_;
  if (quantized_.extra_bytes != nullptr) panel_bytes_ += quantized_.extra_bytes(depth);
  const size_t panels = round_up(shape.out, panel_columns_) / panel_columns_;
  // What is not written has to be zero: columns and inputs that only fill up a panel.
  const bool is_full = shape.out % panel_columns_ == 0 && shape.in % quantized_.step == 0;
  panels_ = is_full ? std::make_unique_for_overwrite<std::byte[]>(panels * panel_bytes_)
                    : std::make_unique<std::byte[]>(panels * panel_bytes_);
  for (size_t panel = 0; panel < panels; ++panel) {
    pack_panel(quantized_, shape, weights, bias, panel * panel_columns_,
               &panels_[panel * panel_bytes_]);
  }
}

Linear::Linear(const Kernels& kernels, MatrixShape shape, const Q4Weights& weights,
               std::span<const float> bias)
    : shape_(shape),
      form_(Form::q4),
      q4_(kernels.q4),
      panel_columns_(kQ4Columns),
      panel_bytes_(q4_panel_bytes(shape.in)),
      input_factor_(weights.input_factor.begin(), weights.input_factor.end()) {
  const size_t panels = round_up(shape.out, kQ4Columns) / kQ4Columns;
  panels_ = std::make_unique<std::byte[]>(panels * panel_bytes_);
  for (size_t panel = 0; panel < panels; ++panel) {
    const size_t first = panel * kQ4Columns;
    pack_q4_panel(weights, shape.in, first,
                  bias.subspan(first, std::min<size_t>(kQ4Columns, shape.out - first)),
                  &panels_[panel * panel_bytes_]);
  }
}

size_t Linear::tile_rows() const {
  switch (form_) {
    case Form::int8:
      return quantized_.rows;
    case Form::q4:
      return q4_.rows;
    case Form::floats:
      return floating_.rows;
  }
  return 1;
}

template <typename Tile>
void Linear::for_each_panel(size_t rows, const ThreadPool& pool, const Tile& tile) const {
  const size_t panels = round_up(shape_.out, panel_columns_) / panel_columns_;
  const size_t products = std::max<size_t>(1, rows * shape_.in * panel_columns_);
  const size_t per_block =
      std::max<size_t>({1, kBlockProducts / products, kBlockColumns / panel_columns_});
  pool.for_each((panels + per_block - 1) / per_block, [&](size_t block) {
    const size_t end = std::min(panels, (block + 1) * per_block);
    for (size_t panel = block * per_block; panel < end; ++panel) {
      const size_t first = panel * panel_columns_;
      tile(&panels_[panel * panel_bytes_], first,
           std::min<size_t>(panel_columns_, shape_.out - first));
    }
  });
}

void Linear::run(const float* x, const QuantizedRows& rows, size_t count, float* y,
                 const ThreadPool& pool) const {
  const size_t y_stride = shape_.out * sizeof(float);
  for_each_panel(count, pool, [&](const std::byte* panel, size_t first, size_t columns) {
    if (form_ == Form::q4) {
      return q4_.run(count, columns, shape_.in, rows.row(0), rows.stride(), panel, y + first,
                     shape_.out, rows.scales(0));
    }
    for (size_t row = 0; row < count; row += tile_rows()) {
      const size_t some = std::min(tile_rows(), count - row);
      float* out = y + row * shape_.out + first;
      if (form_ == Form::int8) {
        quantized_.run(some, columns, shape_.in, rows.row(row), rows.stride(), panel, out, y_stride,
                       0, &kNoLimits, rows.scales(row));
      } else {
        floating_.run(some, columns, shape_.in * sizeof(float), x + row * shape_.in,
                      shape_.in * sizeof(float), reinterpret_cast<const float*>(panel), out,
                      y_stride, 0, &kNoParams);
      }
    }
  });
}

}  // namespace xlmr
