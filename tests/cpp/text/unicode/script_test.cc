// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/script.h"

#include <gtest/gtest.h>

#include <map>
#include <string_view>

namespace xlmr {
namespace {

using Counts = std::map<Script, uint32_t>;

Counts scripts_of(std::string_view text) {
  Counts found;
  const auto counts = count_scripts(text);
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) found[static_cast<Script>(i)] = counts[i];
  }
  return found;
}

// tests/js/scripts.test.js compares every code point with V8's tables.
TEST(Script, EachCodePointCountsForItsOwn) {
  EXPECT_EQ(scripts_of("鈴木 in Rome"), (Counts{{Script::hani, 2}, {Script::latn, 6}}));
  EXPECT_EQ(scripts_of("עברית"), (Counts{{Script::hebr, 5}}));
  EXPECT_EQ(scripts_of("ليلى"), (Counts{{Script::arab, 4}}));
  EXPECT_EQ(scripts_of("すずカナ 세종"),
            (Counts{{Script::hang, 2}, {Script::hira, 2}, {Script::kana, 2}}));
  EXPECT_EQ(scripts_of("Ада α"), (Counts{{Script::cyrl, 3}, {Script::grek, 1}}));
  EXPECT_EQ(scripts_of("\U00020000"), (Counts{{Script::hani, 1}}));
}

TEST(Script, WhatScriptsShareCountsForNone) {
  EXPECT_TRUE(scripts_of("").empty());
  EXPECT_TRUE(scripts_of("0-9 [\\]^_` {|} ×÷ 。「」 \u0301 \U0001F600 \uFFFD").empty());
  EXPECT_TRUE(scripts_of("\u16A0\U0010FFFF").empty());  // runes: no language of ours
}

}  // namespace
}  // namespace xlmr
