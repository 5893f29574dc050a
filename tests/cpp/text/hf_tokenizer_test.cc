// SPDX-License-Identifier: Apache-2.0
// Small cases by hand; the real library's output for random texts is in tests/golden and compared
// by tests/js/hf_tokenizer.test.js.
#include "text/hf_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "model_builder.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;

TokenizerSpec spec() {
  const std::string bytes = ModelBuilder()
                                .piece("▁a", -2)
                                .piece("▁", -3)
                                .piece("b", -2)
                                .piece("▁my", -1, PieceType::user_defined)
                                .bytes();
  return spec_from(SentencePieceModel::read(bytes).value()).value();
}

TEST(HfTokenizer, CountsAddedTokensAsWords) {
  const auto encoding = HfTokenizer(spec()).encode("a</s> b <mask>", Alignment::reference);
  EXPECT_THAT(encoding.ids, ElementsAre(4, kEosId, 5, 6, 8));
  EXPECT_THAT(encoding.words, ElementsAre(0, 1, 2, 2, 3));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 1}, ByteRange{1, 5}, ByteRange{6, 7},
                                           ByteRange{6, 7}, ByteRange{7, 14}));
}

TEST(HfTokenizer, LooksForUserDefinedPiecesBeforeAnythingElse) {
  EXPECT_THAT(HfTokenizer(spec()).encode("b▁myb", Alignment::reference).ids,
              ElementsAre(5, 6, 7, 5, 6));
}

TEST(HfTokenizer, StripsAndCollapsesSpacesWhenTheFileSaysSo) {
  TokenizerSpec converted = spec();
  converted.strip_right = true;
  converted.collapse_spaces = true;
  converted.pretokenizer.whitespace_split = false;
  const auto encoding = HfTokenizer(std::move(converted)).encode("a   a  ", Alignment::reference);
  EXPECT_THAT(encoding.ids, ElementsAre(4, 4));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 1}, ByteRange{3, 5}));
}

TEST(HfTokenizer, GivesNothingForNothing) {
  EXPECT_TRUE(HfTokenizer(spec()).encode("", Alignment::exact).ids.empty());
  EXPECT_TRUE(HfTokenizer(spec()).encode(" \t", Alignment::exact).ids.empty());
}

}  // namespace
}  // namespace xlmr
