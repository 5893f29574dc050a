// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/word_break.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "base/utf8.h"

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
  EXPECT_EQ(split("Coca\u2010Cola e\u20131"), "Coca\u2010Cola| |e|\u2013|1");
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

TEST(WordBreak, MarksDoNotHideWhatAHyphenIsBetween) {
  EXPECT_EQ(split("e\u0301-\u0301\u00ade"), "e\u0301-\u0301\u00ade");
  EXPECT_EQ(split("א-1 б\u2011в"), "א-1| |б\u2011в");
  EXPECT_EQ(split("a-_b a_-b カ-カ a-,b"), "a|-|_b| |a_|-|b| |カ|-|カ| |a|-|,|b");
  EXPECT_EQ(split("a-\nb"), "a|-|\n|b");
}

// A text is code points in hex with a space, or a / where a word begins, between them.
TEST(WordBreak, EqualsEveryCaseOfUnicodesWordBreakTest) {
  std::ifstream file(XLMR_NER_GOLDEN "/word_break.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::string text;
    std::vector<uint32_t> expected = {0};
    for (const char* at = line.c_str();; ++at) {
      char* end = nullptr;
      append_codepoint(static_cast<char32_t>(std::strtoul(at, &end, 16)), text);
      at = end;
      if (*at == '\0') break;
      if (*at == '/') expected.push_back(static_cast<uint32_t>(text.size()));
    }
    EXPECT_EQ(word_boundaries(text), expected) << line;
    ++cases;
  }
  EXPECT_EQ(cases, 1826);
}

// Each unit's number of boundaries in a text of `count` of them; the time is linear or this hangs.
TEST(WordBreak, LongRunsOfAnyKind) {
  constexpr size_t count = 1U << 20;
  const auto boundaries = [](const std::string& unit) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += unit;
    return word_boundaries(text).size();
  };
  for (const std::string unit : {"a", "\u0301", "\u200d", "a\u0301", " ", "👩\u200d"}) {
    EXPECT_EQ(boundaries(unit), 1U) << unit;
  }
  for (const std::string unit : {"a'", "a.", "a-", "1,"}) {
    EXPECT_EQ(boundaries(unit), 2U) << unit;  // the last middle has nothing to join
  }
  EXPECT_EQ(boundaries("-"), count);
  EXPECT_EQ(boundaries("ก"), count);
  EXPECT_EQ(boundaries("🇳"), count / 2);
  EXPECT_EQ(boundaries("a.\n"), 3 * count);
}

}  // namespace
}  // namespace xlmr
