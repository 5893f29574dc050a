// SPDX-License-Identifier: Apache-2.0
#include "text/added_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> spans(const std::string& text) {
  const AddedTokens tokens({{.content = "<s>", .id = 0},
                            {.content = "<mask>", .id = 9, .strip_left = true},
                            {.content = "<sep>", .id = 7, .strip_right = true},
                            {.content = "<s><s>", .id = 5}});
  std::vector<AddedTokenSpan> found;
  tokens.split(text, found);
  std::vector<std::string> out;
  for (const auto& [range, id] : found) {
    out.push_back(std::to_string(id) + ":" + text.substr(range.begin, range.size()));
  }
  return out;
}

TEST(AddedTokens, CutsATextAtItsTokens) {
  EXPECT_THAT(spans("a <s>b<s>"), ElementsAre("-1:a ", "0:<s>", "-1:b", "0:<s>"));
  EXPECT_THAT(spans("plain <text"), ElementsAre("-1:plain <text"));
  EXPECT_TRUE(spans("").empty());
}

TEST(AddedTokens, TakesTheLongestOfSeveral) {
  EXPECT_THAT(spans("<s><s><s>"), ElementsAre("5:<s><s>", "0:<s>"));
}

TEST(AddedTokens, TakesWhiteSpaceWhereTheTokenAsksForIt) {
  EXPECT_THAT(spans("a \u3000<mask> b"), ElementsAre("-1:a", "9: \u3000<mask>", "-1: b"));
  EXPECT_THAT(spans("a <sep> \tb"), ElementsAre("-1:a ", "7:<sep> \t", "-1:b"));
  EXPECT_THAT(spans("<sep> <mask>"), ElementsAre("7:<sep> ", "9:<mask>"));
}

// A token may begin, or lie, in the white space that the one before it took.
TEST(AddedTokens, TakesWhiteSpaceThatIsATokenItself) {
  const auto found = [](bool strip_left, const std::string& text) {
    const AddedTokens tokens({{.content = "a", .id = 1, .strip_right = true},
                              {.content = " ", .id = 2, .strip_left = strip_left},
                              {.content = " x", .id = 3}});
    std::vector<AddedTokenSpan> spans;
    tokens.split(text, spans);
    std::vector<std::string> out;
    for (const auto& [range, id] : spans) {
      out.push_back(std::to_string(id) + ":" + std::to_string(range.begin) + "-" +
                    std::to_string(range.end));
    }
    return out;
  };
  EXPECT_THAT(found(false, "a x"), ElementsAre("1:0-2", "3:1-3"));
  EXPECT_THAT(found(false, "a  b"), ElementsAre("1:0-3", "2:1-2", "2:2-3", "-1:3-4"));
  // The reference gives up on this one.
  EXPECT_THAT(found(true, "a  b"), ElementsAre("1:0-3", "2:1-2", "2:2-3", "-1:3-4"));
}

TEST(AddedTokens, LooksAtWhiteSpaceOnce) {
  const std::string text(1 << 20, ' ');
  for (const bool left : {false, true}) {
    const AddedTokens tokens({{.content = " ", .id = 1, .strip_left = left, .strip_right = !left}});
    std::vector<AddedTokenSpan> found;
    tokens.split(text, found);  // quadratic, this would take minutes
    EXPECT_EQ(found.size(), text.size());
  }
}

TEST(AddedTokens, FindsNothingWhenThereAreNone) {
  std::vector<AddedTokenSpan> found;
  AddedTokens().split("<s>", found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, AddedTokenSpan::kPlainText);
}

TEST(AddedTokens, ASingleWordIsNotFoundInsideAnother) {
  const AddedTokens tokens({{.content = "ab", .id = 3, .single_word = true}});
  const auto count = [&](const std::string& text) {
    std::vector<AddedTokenSpan> found;
    tokens.split(text, found);
    return std::count_if(found.begin(), found.end(), [](const auto& span) { return span.id == 3; });
  };
  EXPECT_EQ(count("ab ab, (ab) \u00bdab"), 4);
  EXPECT_EQ(count("abc xab ab_ 1ab éab ab\u0301 abab"), 0);
}

}  // namespace
}  // namespace xlmr
