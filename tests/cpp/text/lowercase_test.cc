// SPDX-License-Identifier: Apache-2.0
#include "text/lowercase.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace xlmr {
namespace {

std::string lower(std::string_view text) {
  AlignedText out;
  lowercase(text, 0, out);
  return std::string(out.text());
}

// Expected values are those of tokenizers 0.22.2 and 0.23.3, normalizers.Lowercase.
TEST(Lowercase, MapsEachCodePointByItself) {
  EXPECT_EQ(lower("ANGELA Merkel 7 ß"), "angela merkel 7 ß");
  EXPECT_EQ(lower("ÀÉŁŽ ΟΔΟΣ МОСКВА ԱԲ"), "àéłž οδοσ москва աբ");
  EXPECT_EQ(lower("ǅ ẞ Ⅷ Ⓐ Ａ 𐐀 Ꭰ Ⴀ"), "ǆ ß ⅷ ⓐ ａ 𐐨 ꭰ ⴀ");
  EXPECT_EQ(lower("東京 שלום"), "東京 שלום");
  EXPECT_EQ(lower("ĀāĂă"), "āāăă");
}

TEST(Lowercase, ADottedIBecomesTwoCodePointsOfOneRange) {
  AlignedText out;
  lowercase("İx", 5, out);
  EXPECT_EQ(out.text(), "i\u0307x");
  EXPECT_EQ(out.origin(0, 1), (ByteRange{5, 7}));
  EXPECT_EQ(out.origin(1, 3), (ByteRange{5, 7}));
  EXPECT_EQ(out.origin(3, 4), (ByteRange{7, 8}));
}

}  // namespace
}  // namespace xlmr
