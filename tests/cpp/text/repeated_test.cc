// SPDX-License-Identifier: Apache-2.0
#include "text/repeated.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xlmr {
namespace {

std::optional<size_t> repeated(const std::vector<std::string>& texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return first_repeated(views);
}

TEST(Repeated, IsTheFirstThatAnEarlierOneEquals) {
  EXPECT_EQ(repeated({}), std::nullopt);
  EXPECT_EQ(repeated({"a"}), std::nullopt);
  EXPECT_EQ(repeated({"a", "b", "a", "b"}), 2U);
  EXPECT_EQ(repeated({"", "a", ""}), 2U);
  EXPECT_EQ(repeated({"a", "ab", "abc"}), std::nullopt);
}

// The oracle is a set.
TEST(Repeated, AgreesWithASetOnRandomTexts) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> texts(random() % 40);
    for (std::string& text : texts) {
      for (auto size = random() % 4; size > 0; --size) text += "abcd"[random() % 4];
    }
    std::set<std::string> seen;
    std::optional<size_t> expected;
    for (size_t i = 0; i < texts.size() && !expected; ++i) {
      if (!seen.insert(texts[i]).second) expected = i;
    }
    EXPECT_EQ(repeated(texts), expected);
  }
}

}  // namespace
}  // namespace xlmr
