// SPDX-License-Identifier: Apache-2.0
#include "base/offset_map.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>

#include "base/utf8.h"

namespace xlmr {
namespace {

TEST(OffsetMap, CountsAnEmojiAsTwoUnitsAndOneCodePoint) {
  const std::string text = "é🙂x";
  const OffsetMap map(text);
  EXPECT_EQ(map.utf16({2, 6}), (Utf16Range{1, 3}));
  EXPECT_EQ(map.codepoints({2, 6}), (CodepointRange{1, 2}));
  EXPECT_EQ(map.utf16_size(), 4U);
  EXPECT_EQ(map.codepoint_size(), 3U);
}

TEST(OffsetMap, PutsAnOffsetInsideACodePointBeforeIt) {
  const std::string text = "🙂";
  const OffsetMap map(text);
  EXPECT_EQ(map.utf16({1, 3}), (Utf16Range{0, 0}));
  EXPECT_EQ(map.utf16({0, 4}), (Utf16Range{0, 2}));
}

TEST(OffsetMap, HandlesAnEmptyText) {
  const OffsetMap map("");
  EXPECT_EQ(map.utf16_size(), 0U);
  EXPECT_EQ(map.codepoints({0, 0}), (CodepointRange{0, 0}));
}

TEST(OffsetMap, AgreesWithCountingFromTheStartAtEveryBoundary) {
  const unsigned seed = 20261121;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::u16string_view alphabet[] = {u"a", u"é", u"語", u"🙂", u"\u0301"};
  for (size_t length : {1U, 16U, 63U, 64U, 65U, 128U, 1000U}) {
    std::u16string utf16;
    for (size_t i = 0; i < length; ++i) utf16 += alphabet[random() % std::size(alphabet)];
    const std::string text = utf8_from_utf16(utf16);
    const OffsetMap map(text);
    uint32_t units = 0;
    uint32_t codepoints = 0;
    for (size_t at = 0; at < text.size();) {
      const auto byte = static_cast<uint32_t>(at);
      ASSERT_EQ(map.utf16({byte, byte}).begin, units);
      ASSERT_EQ(map.codepoints({byte, byte}).begin, codepoints);
      const auto [value, size] = decode_codepoint(text, at);
      units += value > 0xFFFF ? 2 : 1;
      codepoints += 1;
      at += size;
    }
    ASSERT_EQ(map.utf16_size(), utf16.size());
  }
}

TEST(OffsetMap, FindsTheBytesOfUnitsAndCodePoints) {
  const std::string text = "é🙂x";
  const OffsetMap map(text);
  EXPECT_EQ(map.bytes(Utf16Range{1, 3}), (ByteRange{2, 6}));
  EXPECT_EQ(map.bytes(CodepointRange{1, 2}), (ByteRange{2, 6}));
  EXPECT_EQ(map.bytes(Utf16Range{4, 4}), (ByteRange{7, 7}));
  EXPECT_EQ(map.bytes(Utf16Range{2, 3}), std::nullopt) << "inside a surrogate pair";
  EXPECT_EQ(map.bytes(Utf16Range{0, 5}), std::nullopt) << "behind the end";
  EXPECT_EQ(map.bytes(CodepointRange{3, 4}), std::nullopt);
  EXPECT_EQ(map.bytes(CodepointRange{2, 1}), std::nullopt) << "begins after its end";
  EXPECT_EQ(OffsetMap("").bytes(Utf16Range{0, 0}), (ByteRange{0, 0}));
}

TEST(OffsetMap, FindsEveryBoundaryOfALongText) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "🙂" : i % 3 == 1 ? "é" : "a";
  const OffsetMap map(text);
  for (uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(map.bytes(map.utf16({byte, byte})), (ByteRange{byte, byte}));
    EXPECT_EQ(map.bytes(map.codepoints({byte, byte})), (ByteRange{byte, byte}));
  }
}

}  // namespace
}  // namespace xlmr
