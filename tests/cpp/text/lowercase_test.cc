// SPDX-License-Identifier: Apache-2.0
#include "text/lowercase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

std::string lower(std::string_view text) {
  AlignedText out;
  lowercase(text, 0, out);
  return out.text;
}

// Expected values are those of tokenizers 0.22.2, normalizers.Lowercase.
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
  EXPECT_EQ(out.text, "i\u0307x");
  EXPECT_THAT(out.begins, ElementsAre(5, 5, 5, 7));
  EXPECT_THAT(out.ends, ElementsAre(7, 7, 7, 8));
}

}  // namespace
}  // namespace xlmr
