// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/word_character.h"

#include <gtest/gtest.h>

namespace xlmr {
namespace {

TEST(WordCharacter, IsALetterMarkDigitConnectorOrJoiner) {
  for (const char32_t c : U"azAZ09_éßЖ語カ\u0301٣‿\u200d\U00010400") {
    if (c != 0) {
      EXPECT_TRUE(is_word_character(c)) << static_cast<uint32_t>(c);
    }
  }
  for (const char32_t c : U" -.'<>§½™▁\u00a0\u3000\U0001F642") {
    EXPECT_FALSE(is_word_character(c)) << static_cast<uint32_t>(c);
  }
  EXPECT_FALSE(is_word_character(0));
  EXPECT_FALSE(is_word_character(0x10FFFF));
}

}  // namespace
}  // namespace xlmr
