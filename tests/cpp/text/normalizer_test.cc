// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.h"

#include <gtest/gtest.h>

#include <string>

#include "charsmap_builder.h"

namespace xlmr {
namespace {

// The normalised text and, for each of its bytes, the original range.
std::string normalized(const std::string& text, Alignment alignment = Alignment::reference) {
  const std::string blob = charsmap_blob({{"\xEF\xAC\x81", "fi"},  // U+FB01
                                          {"\xC2\xBD",
                                           "1\xE2\x81\x84"
                                           "2"},                      // ½
                                          {"e\xCC\x81", "\xC3\xA9"},  // e U+0301
                                          {"\x01", ""},
                                          {"\t", " "}});
  const Normalizer normalizer(Charsmap::read(blob).value());
  AlignedText out;
  normalizer.normalize(text, 0, alignment, out);
  std::string shown(out.text());
  for (size_t i = 0; i < out.size(); ++i) {
    shown += " " + std::to_string(out.origin(i, i + 1).begin) + "-" +
             std::to_string(out.origin(i, i + 1).end);
  }
  return shown;
}

// Expected values: what the algorithm of tokenizers 0.22.2 gives, worked out by hand for each rule;
// tests/golden/hf_tokenizer.json holds its real output for random texts.
TEST(Normalizer, KeepsTextThatNoRuleTouches) { EXPECT_EQ(normalized("ab"), "ab 0-1 1-2"); }

TEST(Normalizer, GivesEveryByteOfAnExpansionItsCharacter) {
  EXPECT_EQ(normalized("ﬁ"), "fi 0-3 0-3");
  EXPECT_EQ(normalized("x½"), "x1⁄2 0-1 1-3 1-3 1-3 1-3 1-3");
}

TEST(Normalizer, BooksRemovedCharactersOnTheOneBefore) {
  EXPECT_EQ(normalized("e\u0301x"), "éx 0-1 0-1 3-4");
  EXPECT_EQ(normalized("a\x01"
                       "b"),
            "ab 0-1 2-3");
}

TEST(Normalizer, ShiftsRangesAfterACharacterRemovedAtTheStartAsTheReferenceDoes) {
  EXPECT_EQ(normalized("\x01"
                       "ab"),
            "ab 0-1 1-2");
}

TEST(Normalizer, DropsTheRestOfAShortGraphemeWhoseStartIsAKey) {
  EXPECT_EQ(normalized("ﬁ\u0301"), "fi 0-3 3-5");
}

TEST(Normalizer, CoversAllThatWentInWhenAlignedExactly) {
  EXPECT_EQ(normalized("e\u0301x", Alignment::exact), "éx 0-3 0-3 3-4");
  EXPECT_EQ(normalized("\x01"
                       "ab",
                       Alignment::exact),
            "ab 1-2 2-3");
  EXPECT_EQ(normalized("ﬁ\u0301", Alignment::exact), "fi 0-5 0-5");
}

TEST(Normalizer, LooksUpLongGraphemesByCharacter) {
  EXPECT_EQ(normalized("e\u0301\u0302\u0303"), "e\u0301\u0302\u0303 0-1 1-3 1-3 3-5 3-5 5-7 5-7");
}

}  // namespace
}  // namespace xlmr
