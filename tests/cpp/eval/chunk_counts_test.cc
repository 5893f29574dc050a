// SPDX-License-Identifier: Apache-2.0
#include "eval/chunk_counts.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

// The plainest rules: every tag but O is a chunk of its own.
bool is_chunk(const ChunkTag& tag) { return tag.prefix != "O"; }

TEST(ChunkCounts, CountsByTypeWhatBothColumnsBeginAndEnd) {
  const ColumnsOf columns("B-A O B-A | B-B", "B-A B-B B-B | B-B", true);
  ASSERT_EQ(columns.view().names.size(), 3u);  // B-A, O, B-B
  const std::vector<ChunkTag> tags = {{"B", 0}, {"O", 2}, {"B", 1}};
  const ChunkScript script{tags,
                           {"O", 2},
                           3,
                           [](const ChunkTag& before, const ChunkTag&) { return is_chunk(before); },
                           [](const ChunkTag&, const ChunkTag& tag) { return is_chunk(tag); },
                           true};
  const ChunkCounts counts = count_chunks(columns.view(), script);
  EXPECT_EQ(counts.tokens, 4u);
  EXPECT_EQ(counts.correct_tokens, 2u);
  EXPECT_EQ(counts.all.gold, 3u);
  EXPECT_EQ(counts.all.found, 4u);
  EXPECT_EQ(counts.all.correct, 2u);  // the last one, too, which the file's end closes
  EXPECT_EQ(counts.types[0].gold, 2u);
  EXPECT_EQ(counts.types[1].found, 3u);
}

}  // namespace
}  // namespace xlmr
