// SPDX-License-Identifier: Apache-2.0
#include "engine/row_blocks.h"

#include <gtest/gtest.h>

namespace xlmr {
namespace {

TEST(RowBlocks, AreAllRowsOnce) {
  for (const size_t tile : {1U, 4U, 6U}) {
    for (const size_t threads : {1U, 2U, 3U, 16U}) {
      for (size_t rows = 1; rows < 600; ++rows) {
        const RowBlocks blocks = RowBlocks::of(rows, threads, tile);
        size_t next = 0;
        for (size_t i = 0; i < blocks.count(); ++i) {
          ASSERT_EQ(blocks[i].begin, next);
          ASSERT_GT(blocks[i].end, next);
          ASSERT_LE(blocks[i].size(), blocks.size());
          next = blocks[i].end;
        }
        ASSERT_EQ(next, rows);
        ASSERT_LE(blocks.size(), rows);  // or a kernel would look for rows that are not there
      }
    }
  }
}

TEST(RowBlocks, AreWholeTilesAndAsManyForEachThread) {
  const RowBlocks blocks = RowBlocks::of(150, 2, 4);
  EXPECT_EQ(blocks.count(), 6U);
  EXPECT_EQ(blocks.size(), 28U);
  EXPECT_EQ(blocks[5].begin, 140U);
  EXPECT_EQ(blocks[5].end, 150U);
  EXPECT_EQ(RowBlocks::of(512, 1, 4).size(), RowBlocks::kMostRows);
}

TEST(RowBlocks, AreOneWhereRowsAreFew) {
  EXPECT_EQ(RowBlocks::of(20, 2, 4).count(), 1U);
  EXPECT_EQ(RowBlocks::of(2 * RowBlocks::kFewestRows, 2, 4).count(), 2U);
}

}  // namespace
}  // namespace xlmr
