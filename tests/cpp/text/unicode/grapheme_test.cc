// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/grapheme.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace xlmr {
namespace {

// Clusters of `text`, separated by "|".
std::string clusters(const std::string& text) {
  static const GraphemeClasses classes;
  GraphemeBreaker breaker;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto [value, size] = decode_codepoint(text, at);
    if (breaker.starts_cluster(classes[value]) && at > 0) out += "|";
    out += text.substr(at, size);
    at += size;
  }
  return out;
}

// Expected values follow the samples of Unicode's GraphemeBreakTest.txt, rule by rule.
TEST(Grapheme, BreaksAroundControlsButNotInsideCrLf) {
  EXPECT_EQ(clusters("a\r\nb\n\u0308"), "a|\r\n|b|\n|\u0308");
}

TEST(Grapheme, KeepsMarksJoinersAndPrependsTogether) {
  EXPECT_EQ(clusters("e\u0301x\u0301\u0302"), "e\u0301|x\u0301\u0302");
  EXPECT_EQ(clusters("a\u0903b"), "a\u0903|b");
  EXPECT_EQ(clusters("\u0600ab"), "\u0600a|b");
}

TEST(Grapheme, KeepsHangulSyllablesTogether) {
  EXPECT_EQ(clusters("\u1100\u1161\u11A8\u1100"), "\u1100\u1161\u11A8|\u1100");
  EXPECT_EQ(clusters("\uAC00\u11A8\uAC01\u1160"), "\uAC00\u11A8|\uAC01|\u1160");
}

TEST(Grapheme, PairsRegionalIndicators) {
  EXPECT_EQ(clusters("🇩🇪🇫🇷🇯"), "🇩🇪|🇫🇷|🇯");
  EXPECT_EQ(clusters("a🇩🇪b"), "a|🇩🇪|b");
}

TEST(Grapheme, JoinsEmojiOnlyAfterAPictographic) {
  EXPECT_EQ(clusters("👩\u200D👩"), "👩\u200D👩");
  EXPECT_EQ(clusters("👩\u0308\u200D👩"), "👩\u0308\u200D👩");
  EXPECT_EQ(clusters("a\u200D👩"), "a\u200D|👩");
  EXPECT_EQ(clusters("👩\u200D\u200D👩"), "👩\u200D\u200D|👩");
}

TEST(Grapheme, KeepsIndicConjunctsTogether) {
  EXPECT_EQ(clusters("\u0915\u094D\u0924"), "\u0915\u094D\u0924");
  EXPECT_EQ(clusters("\u0915\u094D\u200D\u0924"), "\u0915\u094D\u200D\u0924");
  EXPECT_EQ(clusters("\u0915\u0924"), "\u0915|\u0924");
  EXPECT_EQ(clusters("a\u094D\u0924"), "a\u094D|\u0924");
}

}  // namespace
}  // namespace xlmr
