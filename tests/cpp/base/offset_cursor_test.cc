// SPDX-License-Identifier: Apache-2.0
#include "base/offset_cursor.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/offset_map.h"

namespace xlmr {
namespace {

TEST(OffsetCursor, CountsUtf16UnitsAndCodePoints) {
  OffsetCursor utf16("é🙂x", OffsetUnit::utf16);
  EXPECT_EQ(utf16.at(2), 1U);
  EXPECT_EQ(utf16.at(6), 3U);
  EXPECT_EQ(utf16.at(7), 4U);
  OffsetCursor codepoints("é🙂x", OffsetUnit::codepoint);
  EXPECT_EQ(codepoints.at(6), 2U);
  EXPECT_EQ(codepoints.at(99), 3U);
}

TEST(OffsetCursor, GivesWhatOffsetMapGivesInAnyOrder) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += i % 3 == 0 ? "aé" : i % 3 == 1 ? "語🙂" : "\u0301 x";
  const OffsetMap map(text);
  OffsetCursor utf16(text, OffsetUnit::utf16);
  OffsetCursor codepoints(text, OffsetUnit::codepoint);
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    const auto at = static_cast<uint32_t>(random() % (text.size() + 2));
    ASSERT_EQ(utf16.at(at), map.utf16({at, at}).begin) << at;
    ASSERT_EQ(codepoints.at(at), map.codepoints({at, at}).begin) << at;
  }
}

}  // namespace
}  // namespace xlmr
