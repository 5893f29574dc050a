// SPDX-License-Identifier: Apache-2.0
#include "text/trim_offsets.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace xlmr {
namespace {

ByteRange trim(const std::string& text, ByteRange range, const std::string& token,
               bool is_first = false, bool keeps_first_space = false) {
  return trim_offsets(text, range, token, is_first, {.keeps_first_space = keeps_first_space});
}

// Expected values follow process_offsets of tokenizers 0.22.2.
TEST(TrimOffsets, LeavesWhiteSpaceOutAtBothEnds) {
  EXPECT_EQ(trim("a <x> b", {1, 6}, " <x> "), (ByteRange{2, 5}));
  EXPECT_EQ(trim("a\u3000<x>", {1, 7}, "\u3000<x>"), (ByteRange{4, 7}));
  EXPECT_EQ(trim("a <x>", {2, 5}, "<x>"), (ByteRange{2, 5}));
  EXPECT_EQ(trim("a \u0120b", {2, 5}, "\u0120b"), (ByteRange{4, 5}));
}

TEST(TrimOffsets, NeverLeavesTheRange) {
  EXPECT_EQ(trim("ab   ", {2, 5}, "   "), (ByteRange{5, 5}));
  EXPECT_EQ(trim("xab", {1, 2}, "  a"), (ByteRange{2, 2}));
  EXPECT_EQ(trim("ab", {0, 1}, "a  "), (ByteRange{0, 1}));
  EXPECT_EQ(trim("", {0, 0}, " "), (ByteRange{0, 0}));
}

TEST(TrimOffsets, KeepsOneSpaceAtTheStartWhereAskedTo) {
  EXPECT_EQ(trim(" <x>", {0, 4}, " <x>", true, true), (ByteRange{0, 4}));
  EXPECT_EQ(trim(" <x>", {0, 4}, " <x>", false, true), (ByteRange{0, 4}));
  EXPECT_EQ(trim("  <x>", {0, 5}, "  <x>", true, true), (ByteRange{2, 5}));
  EXPECT_EQ(trim("a <x>", {1, 5}, " <x>", true, true), (ByteRange{1, 5}));
  EXPECT_EQ(trim("a <x>", {1, 5}, " <x>", false, true), (ByteRange{2, 5}));
}

}  // namespace
}  // namespace xlmr
