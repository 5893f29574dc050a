// SPDX-License-Identifier: Apache-2.0
#include "text/codepoint_traits.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "charsmap_builder.h"

namespace xlmr {
namespace {

TEST(CodepointTraits, SaysWhatACharsmapDoesToEachCodePoint) {
  const Charsmap map =
      Charsmap::read(charsmap_blob({{"A", "a"}, {"e\u0301", "é"}, {"①", "1"}, {"🙂\u200D", "x"}}))
          .value();
  const CodepointTraits traits(map);
  EXPECT_TRUE(traits['b'].is_plain());
  EXPECT_TRUE(traits['e'].is_plain());
  EXPECT_TRUE(traits['e'].starts_key());
  EXPECT_FALSE(traits['A'].is_plain());
  EXPECT_TRUE(traits[U'\u0301'].joins());
  EXPECT_FALSE(traits[U'\u0301'].is_plain());
  EXPECT_FALSE(traits['\r'].is_plain());
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_codepoint(c, text);
    ASSERT_EQ(traits[c].has_key(), map.shortest_match(text).has_value()) << text;
    ASSERT_EQ(traits[c].starts_key(), c == 'e' || c == U'🙂') << text;
  }
}

TEST(CodepointTraits, HasTheClassesOfGraphemes) {
  const GraphemeClasses classes;
  const CodepointTraits traits((Charsmap()));
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    ASSERT_EQ(traits[c].grapheme().category, classes[c].category);
    ASSERT_EQ(traits[c].grapheme().conjunct_linker, classes[c].conjunct_linker);
    ASSERT_FALSE(traits[c].starts_key());
  }
}

}  // namespace
}  // namespace xlmr
