// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace xlmr {
namespace {

TEST(Utf8, DecodesOneCodePointOfEachSize) {
  const std::string text = "aé語🙂";
  size_t at = 0;
  for (const char32_t expected : {U'a', U'é', U'語', U'🙂'}) {
    const auto [value, size] = decode_codepoint(text, at);
    EXPECT_EQ(value, expected);
    at += size;
  }
  EXPECT_EQ(at, text.size());
}

TEST(Utf8, FindsTheFirstMalformedByte) {
  EXPECT_EQ(first_invalid_utf8("plain é語🙂 \xEF\xBF\xBD"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("a\xFF"), 1U);             // never a lead byte
  EXPECT_EQ(first_invalid_utf8("ab\xC0\xAF"), 2U);        // overlong '/'
  EXPECT_EQ(first_invalid_utf8("\xE0\x80\xAF"), 0U);      // overlong, three bytes
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
  EXPECT_EQ(first_invalid_utf8("x\xE8\xAA"), 1U);         // cut
  for (size_t at = 0; at < 20; ++at) {
    std::string ascii(20, 'a');
    ascii[at] = '\xFF';
    EXPECT_EQ(first_invalid_utf8(ascii), at);
  }
}

TEST(Utf8, ConvertsEveryScalarValueFromUtf16AndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::u16string utf16;
    if (c < 0x10000) {
      utf16 += static_cast<char16_t>(c);
    } else {
      utf16 += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      utf16 += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
    const std::string utf8 = utf8_from_utf16(utf16);
    std::string appended;
    append_codepoint(c, appended);
    ASSERT_EQ(appended, utf8);
    ASSERT_EQ(decode_valid(utf8, 0).value, c);
    ASSERT_EQ(decode_valid(utf8, 0).size, utf8.size());
    const auto [value, size] = decode_codepoint(utf8, 0);
    ASSERT_EQ(value, c);
    ASSERT_EQ(size, utf8.size());
    ASSERT_EQ(first_invalid_utf8(utf8), std::nullopt);
  }
}

TEST(Utf8, ReplacesEachLoneSurrogate) {
  const std::string replacement = "\xEF\xBF\xBD";
  EXPECT_EQ(utf8_from_utf16(u"a\xD800"), "a" + replacement);
  EXPECT_EQ(utf8_from_utf16(u"\xDC00z"), replacement + "z");
  EXPECT_EQ(utf8_from_utf16(u"\xDC00\xD800"), replacement + replacement);
  EXPECT_EQ(utf8_from_utf16(u"\xD83D\xD83D\xDE42"), replacement + "🙂");
}

TEST(Utf8, KnowsTheTwentyFiveWhiteSpaceCharacters) {
  int count = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) count += is_whitespace(c);
  EXPECT_EQ(count, 25);  // PropList.txt, White_Space
  EXPECT_TRUE(is_whitespace(0x3000));
  EXPECT_FALSE(is_whitespace(0x200B));
}

}  // namespace
}  // namespace xlmr
