// SPDX-License-Identifier: Apache-2.0
#include "text/pretokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;

constexpr PretokenizerOptions kPublished{};
constexpr PretokenizerOptions kConverted{.whitespace_split = false};

// Words with the original range of each.
std::vector<std::string> words(const std::string& text, const PretokenizerOptions& options) {
  AlignedText aligned;
  for (size_t at = 0; at < text.size();) {
    const size_t size = codepoint_size(text[at]);
    aligned.append(text.substr(at, size),
                   {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)});
    at += size;
  }
  AlignedText out;
  std::vector<ByteRange> bounds;
  pretokenize(aligned, {0, static_cast<uint32_t>(text.size())}, options, out, bounds);
  std::vector<std::string> shown;
  for (const ByteRange word : bounds) {
    const ByteRange origin = out.origin(word.begin, word.end);
    shown.push_back(std::string(out.text().substr(word.begin, word.size())) + " " +
                    std::to_string(origin.begin) + "-" + std::to_string(origin.end));
  }
  return shown;
}

TEST(Pretokenizer, SplitsAtWhiteSpaceOfEveryKindAsPublished) {
  EXPECT_THAT(words("my  name\tis\u3000x ", kPublished),
              ElementsAre("▁my 0-2", "▁name 4-8", "▁is 9-11", "▁x 14-15"));
  EXPECT_TRUE(words(" \n", kPublished).empty());
}

TEST(Pretokenizer, PutsTheSpaceIntoTheWordAsConverted) {
  EXPECT_THAT(words("my name", kConverted), ElementsAre("▁my 0-2", "▁name 2-7"));
  EXPECT_THAT(words(" a  b", kConverted), ElementsAre("▁a 0-2", "▁ 2-3", "▁b 3-5"));
}

TEST(Pretokenizer, TakesAMetaSymbolOfTheTextForAWordsBeginning) {
  EXPECT_THAT(words("▁a▁▁b", kPublished), ElementsAre("▁a 0-4", "▁ 4-7", "▁b 7-11"));
}

TEST(Pretokenizer, PrependsAsTheSchemeSays) {
  const PretokenizerOptions never{.prepend = PrependScheme::never};
  const PretokenizerOptions first{.prepend = PrependScheme::first};
  EXPECT_THAT(words("a b", never), ElementsAre("a 0-1", "b 2-3"));
  EXPECT_THAT(words("a b", first), ElementsAre("▁a 0-1", "b 2-3"));
}

TEST(Pretokenizer, KeepsOneWordWhenItMayNotSplit) {
  const PretokenizerOptions whole{.whitespace_split = false, .split_at_meta = false};
  EXPECT_THAT(words("a b", whole), ElementsAre("▁a▁b 0-3"));
}

}  // namespace
}  // namespace xlmr
