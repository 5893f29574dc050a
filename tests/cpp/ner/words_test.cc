// SPDX-License-Identifier: Apache-2.0
#include "ner/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;

// The range of each part, which must occur in this order.
std::vector<ByteRange> ranges(std::string_view text, const std::vector<std::string_view>& parts) {
  std::vector<ByteRange> out;
  size_t at = 0;
  for (const std::string_view part : parts) {
    at = text.find(part, at);
    out.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())});
    at += part.size();
  }
  return out;
}

std::vector<bool> starts(std::string_view text, const std::vector<std::string_view>& parts) {
  return word_starts(text, ranges(text, parts));
}

std::vector<bool> hf_starts(std::string_view text, const std::vector<std::string_view>& parts,
                            int32_t id = 7) {
  return hf_word_starts(text, ranges(text, parts), std::vector<int32_t>(parts.size(), id));
}

TEST(Words, EndAtPunctuation) {
  EXPECT_THAT(starts("in Londen.", {"in", "Lond", "en", "."}),
              ElementsAre(true, true, false, true));
  EXPECT_THAT(hf_starts("in Londen.", {"in", "Lond", "en", "."}),
              ElementsAre(true, true, false, false));
}

TEST(Words, EndAtAnyWhiteSpaceWhereHuggingFaceOnlyKnowsTheSpace) {
  EXPECT_THAT(starts("Paris\nLondon", {"Paris", "London"}), ElementsAre(true, true));
  EXPECT_THAT(hf_starts("Paris\nLondon", {"Paris", "London"}), ElementsAre(true, false));
  EXPECT_THAT(hf_starts("a  b", {"a", "b"}), ElementsAre(true, true));
}

TEST(Words, StayWholeAroundHyphensAndApostrophes) {
  EXPECT_THAT(starts("Jean-Pierre's", {"Jean", "-", "Pierre", "'", "s"}),
              ElementsAre(true, false, false, false, false));
  EXPECT_THAT(starts("3,5", {"3", ",", "5"}), ElementsAre(true, false, false));
}

TEST(Words, AreSinglePiecesInScriptsWithoutSpaces) {
  EXPECT_THAT(starts("熊本県の阿蘇山", {"熊本", "県", "の", "阿", "蘇", "山"}),
              ElementsAre(true, true, true, true, true, true));
  EXPECT_THAT(hf_starts("熊本県の", {"熊本", "県", "の"}), ElementsAre(true, false, false));
  EXPECT_THAT(starts("กรุงเทพมหานคร", {"กรุงเทพ", "มหานคร"}), ElementsAre(true, true));
  EXPECT_THAT(starts("カタカナ", {"カタ", "カナ"}), ElementsAre(true, false));
}

// A ▁ that stands alone covers the first character of its word, and so does that word's piece.
TEST(Words, HaveALonePrefixAsTheirFirstPiece) {
  const std::vector<ByteRange> lone = {{0, 3}, {0, 3}, {3, 6}};
  EXPECT_THAT(word_starts("鈴木", lone), ElementsAre(true, false, true));
  EXPECT_THAT(hf_word_starts("is sufficient", std::vector<ByteRange>{{0, 2}, {3, 4}, {3, 13}},
                             std::vector<int32_t>{5, 6, 7}),
              ElementsAre(true, true, true));
}

TEST(Words, LikeHuggingFaceAnUnknownPieceIsAWord) {
  EXPECT_THAT(hf_starts("ab", {"a", "b"}, kUnkId), ElementsAre(true, true));
  EXPECT_THAT(hf_starts("ab", {"a", "b"}), ElementsAre(true, false));
}

}  // namespace
}  // namespace xlmr
