// SPDX-License-Identifier: Apache-2.0
// EmbeddingTable: rows of token embeddings, in float32, int8 with a scale a row, or 4 bits with a
// float16 scale a group, which stay packed: most of a multilingual model is this table.
//
// Invariant: a row reads as the same floats however often and by however many threads it is read.
//
//   int8 row [-127, 64], scale 0.5                    ->   [-63.5, 32]
//   4-bit row, bytes [0x80, ...], scales [0.5, ...]   ->   [-4, 0, ...]: each is (value - 8) * 0.5
#ifndef XLMR_ENGINE_EMBEDDING_TABLE_H_
#define XLMR_ENGINE_EMBEDDING_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/weight_format.h"

namespace xlmr {

class EmbeddingTable {
 public:
  EmbeddingTable() = default;
  /// Its rows are still to be filled. They begin `shift` bytes behind an aligned address, where
  /// that suits the format: bytes of a file that begins there are copied eight at a time.
  EmbeddingTable(WeightFormat format, uint32_t rows, uint32_t columns, size_t shift = 0);

  [[nodiscard]] WeightFormat format() const { return format_; }
  [[nodiscard]] uint32_t rows() const { return rows_; }
  [[nodiscard]] uint32_t columns() const { return columns_; }

  /// All rows' values, for a reader to fill: float32, int8, or two 4-bit values a byte.
  [[nodiscard]] std::span<std::byte> bytes() {
    return {bytes_.get() + shift_, rows_ * row_bytes()};
  }
  [[nodiscard]] size_t row_bytes() const;
  /// [rows] of int8, else none.
  [[nodiscard]] std::span<float> scales() { return scales_; }
  /// float16, [rows, columns / kQ4Group] of 4 bits, else none.
  [[nodiscard]] std::span<uint16_t> half_scales() { return half_scales_; }

  /// `row` < rows(); `out` is [columns].
  void read(uint32_t row, std::span<float> out) const;

 private:
  WeightFormat format_ = WeightFormat::fp32;
  uint32_t rows_ = 0;
  uint32_t columns_ = 0;
  size_t shift_ = 0;
  std::unique_ptr<std::byte[]> bytes_;
  std::vector<float> scales_;
  std::vector<uint16_t> half_scales_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_EMBEDDING_TABLE_H_
