// SPDX-License-Identifier: Apache-2.0
#include "text/sentencepiece_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "model_builder.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

SentencePieceTokenizer dutch() {
  return SentencePieceTokenizer::load(ModelBuilder()
                                          .piece("▁in", -2)
                                          .piece("▁Lond", -3)
                                          .piece("en", -2)
                                          .piece("▁", -4)
                                          .bytes())
      .value();
}

TEST(SentencePieceTokenizer, GivesTheLibrarysIdsAndSpans) {
  const auto encoding = dutch().encode("in  Londen").value();
  EXPECT_THAT(encoding.ids, ElementsAre(4, 5, 6));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{2, 8}, ByteRange{8, 10}));
  EXPECT_THAT(encoding.words, ElementsAre(0, 1, 1));
}

TEST(SentencePieceTokenizer, WidensAnEmptySpanToOneCharacter) {
  const auto encoding = dutch().encode("語").value();
  EXPECT_THAT(encoding.ids, ElementsAre(7, kUnkId));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 3}, ByteRange{0, 3}));
}

TEST(SentencePieceTokenizer, ReadsSpecialTokensInATextAsText) {
  const auto encoding = dutch().encode("<s>").value();
  EXPECT_THAT(encoding.ids, Not(Contains(kBosId)));
}

TEST(SentencePieceTokenizer, RefusesWhatTheTokenizerRefuses) {
  EXPECT_EQ(SentencePieceTokenizer::load("{}").status().code(), StatusCode::invalid_tokenizer);
  EXPECT_EQ(dutch().encode("\xFF").status().code(), StatusCode::invalid_argument);
}

}  // namespace
}  // namespace xlmr
