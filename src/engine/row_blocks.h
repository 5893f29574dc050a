// SPDX-License-Identifier: Apache-2.0
// RowBlocks: the rows of a forward pass in blocks, each of which a thread takes through a whole layer.
//
// What a block's steps hand to each other then stays in the caches of one core, and threads wait for each
// other twice a layer. A block is whole tiles, as no kernel is faster with less, and the threads get equally
// many. Where there are too few rows for that there is one block: then the threads share each matrix, so
// that its weights are read once.
//
// Invariant: blocks follow each other, none is empty, and they are all rows.
//
//   RowBlocks::of(150, 2, 4)   ->   [0, 28) [28, 56) ... [140, 150)
//   RowBlocks::of(20, 2, 4)    ->   [0, 20)
#ifndef XLMR_ENGINE_ROW_BLOCKS_H_
#define XLMR_ENGINE_ROW_BLOCKS_H_

#include <algorithm>
#include <cstddef>

#include "engine/kernels.h"

namespace xlmr {

struct RowRange {
  size_t begin = 0;
  size_t end = 0;

  [[nodiscard]] size_t size() const { return end - begin; }
};

class RowBlocks {
 public:
  /// A block's results of the widest matrix of a base model take 400 KiB: less than a core's second cache.
  static constexpr size_t kMostRows = 32;
  /// With fewer the threads would read all weights for a few rows each.
  static constexpr size_t kFewestRows = 16;

  /// `rows`, `threads` and `tile_rows` are at least 1.
  static RowBlocks of(size_t rows, size_t threads, size_t tile_rows) {
    const size_t share = parts(rows, threads);
    if (share < kFewestRows) return {rows, rows};
    return {rows, std::min(rows, round_up(parts(share, parts(share, kMostRows)), tile_rows))};
  }

  [[nodiscard]] size_t count() const { return parts(rows_, block_); }
  /// Rows of the largest.
  [[nodiscard]] size_t size() const { return block_; }
  [[nodiscard]] RowRange operator[](size_t index) const {
    return {index * block_, std::min(rows_, (index + 1) * block_)};
  }

 private:
  RowBlocks(size_t rows, size_t block) : rows_(rows), block_(block) {}

  static size_t parts(size_t whole, size_t part) { return (whole + part - 1) / part; }

  size_t rows_;
  size_t block_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_ROW_BLOCKS_H_
