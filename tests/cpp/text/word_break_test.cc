// SPDX-License-Identifier: Apache-2.0
#include "text/word_break.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

// The words with | between them.
std::string split(const std::string& text) {
  std::string out;
  size_t next = 0;
  const auto boundaries = word_boundaries(text);
  for (size_t at = 0; at < text.size(); ++at) {
    if (next < boundaries.size() && boundaries[next] == at) {
      if (next++ > 0) out += '|';
    }
    out += text[at];
  }
  EXPECT_EQ(next, boundaries.size());
  return out;
}

TEST(WordBreak, SeparatesWordsSpacesAndPunctuation) {
  EXPECT_EQ(split("in Londen."), "in| |Londen|.");
  EXPECT_EQ(split("(Paris),\r\nLondon"), "(|Paris|)|,|\r\n|London");
  EXPECT_EQ(split("a  b"), "a|  |b");
  EXPECT_EQ(split(""), "");
}

TEST(WordBreak, KeepsMiddlesBetweenLettersOrNumbers) {
  EXPECT_EQ(split("can't U.N. 3.14, 1,000 a_b"), "can't| |U.N|.| |3.14|,| |1,000| |a_b");
  EXPECT_EQ(split("a..b a.1 'quoted'"), "a|.|.|b| |a|.|1| |'|quoted|'");
  EXPECT_EQ(split("צה\"ל ג'"), "צה\"ל| |ג'");
  EXPECT_EQ(split("end."), "end|.");
}

TEST(WordBreak, HyphensBetweenLettersOrNumbersDoNotBreak) {
  EXPECT_EQ(split("Jean-Pierre F-16 2010\u20112020"), "Jean-Pierre| |F-16| |2010\u20112020");
  EXPECT_EQ(split("a - b -c d-"), "a| |-| |b| |-|c| |d|-");
  EXPECT_EQ(split("a--b"), "a|-|-|b");
}

TEST(WordBreak, SplitsHanAndHiraganaIntoCharactersAndKeepsKatakana) {
  EXPECT_EQ(split("阿蘇山に登"), "阿|蘇|山|に|登");
  EXPECT_EQ(split("カタカナ"), "カタカナ");
  EXPECT_EQ(split("서울에서 살다"), "서울에서| |살다");
}

TEST(WordBreak, SplitsThaiBetweenClustersOnly) { EXPECT_EQ(split("กรุง"), "ก|รุ|ง"); }

TEST(WordBreak, KeepsMarksJoinersAndFlagsTogether) {
  EXPECT_EQ(split("Jose\u0301 x"), "Jose\u0301| |x");
  EXPECT_EQ(split("👩\u200d🚀!"), "👩\u200d🚀|!");
  EXPECT_EQ(split("🇳🇱🇧🇪🇫"), "🇳🇱|🇧🇪|🇫");
  EXPECT_EQ(split("\u0301a\n\u0301b"), "\u0301|a|\n|\u0301|b");
}

TEST(WordBreak, LongRunsOfAnyKindTakeLinearTime) {
  for (const std::string unit : {"a'", "\u0301", "a.", "-", "🇳", "\u200d", "ก"}) {
    std::string text;
    while (text.size() < (1U << 20)) text += unit;
    EXPECT_LE(word_boundaries(text).size(), text.size());
  }
}

}  // namespace
}  // namespace xlmr
