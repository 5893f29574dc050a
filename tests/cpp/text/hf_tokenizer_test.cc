// SPDX-License-Identifier: Apache-2.0
// Small cases by hand; the real library's output for random texts is in tests/golden and compared
// by tests/js/hf_tokenizer.test.js.
#include "text/hf_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "charsmap_builder.h"
#include "model_builder.h"
#include "text/added_vocabulary.h"
#include "text/lexicon.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TokenizerSpec spec() {
  const std::string bytes = ModelBuilder()
                                .piece("▁a", -2)
                                .piece("▁", -3)
                                .piece("b", -2)
                                .piece("▁my", -1, PieceType::user_defined)
                                .bytes();
  return spec_from(SentencePieceModel::read(bytes).value()).value();
}

HfTokenizer tokenizer_of(TokenizerSpec spec) {
  const auto lexicon = std::make_shared<const Lexicon>(
      std::move(spec.vocabulary), std::move(spec.scores), spec.unknown, std::move(spec.charsmap));
  AddedVocabulary added(*lexicon, AddedAgain::keeps_place);
  EXPECT_TRUE(added.add(spec.declared.tokens).ok());
  spec.pipeline.added_tokens = added.tokens();
  spec.pipeline.added_pieces = added.pieces();
  return {lexicon, std::move(spec.pipeline)};
}

TEST(HfTokenizer, CountsAddedTokensAsWords) {
  const auto encoding = tokenizer_of(spec()).encode("a</s> b <mask>", Alignment::reference).value();
  EXPECT_THAT(encoding.ids, ElementsAre(4, kEosId, 5, 6, 8));
  EXPECT_THAT(encoding.words, ElementsAre(0, 1, 2, 2, 3));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 1}, ByteRange{1, 5}, ByteRange{6, 7},
                                           ByteRange{6, 7}, ByteRange{7, 14}));
}

TEST(HfTokenizer, LooksForUserDefinedPiecesBeforeAnythingElse) {
  EXPECT_THAT(tokenizer_of(spec()).encode("b▁myb", Alignment::reference).value().ids,
              ElementsAre(5, 6, 7, 5, 6));
}

TEST(HfTokenizer, StripsAndCollapsesSpacesWhenTheFileSaysSo) {
  TokenizerSpec converted = spec();
  converted.pipeline.strip_right = true;
  converted.pipeline.collapse_spaces = true;
  converted.pipeline.pretokenizer.whitespace_split = false;
  const auto encoding =
      tokenizer_of(std::move(converted)).encode("a   a  ", Alignment::reference).value();
  EXPECT_THAT(encoding.ids, ElementsAre(4, 4));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 1}, ByteRange{3, 5}));
}

TEST(HfTokenizer, FindsTheFirstOfTokensThatNormaliseAlikeSpecialOnesBeforeOthers) {
  const auto id_of = [](bool second_is_special) {
    TokenizerSpec lower = spec();
    lower.pipeline.lowercase = true;
    lower.declared.tokens = {{.content = "B", .normalized = true},
                             {.content = "b", .special = second_is_special, .normalized = true}};
    return tokenizer_of(std::move(lower)).encode("b", Alignment::reference).value().ids;
  };
  EXPECT_THAT(id_of(false), ElementsAre(9));  // the new token
  EXPECT_THAT(id_of(true), ElementsAre(6));   // the piece
}

TEST(HfTokenizer, TrimsTheReferencesOffsetsWhenTheFileSaysSo) {
  TokenizerSpec trimming = spec();
  trimming.pipeline.trim_offsets = OffsetTrimming{.keeps_first_space = true};
  const HfTokenizer tokenizer = tokenizer_of(std::move(trimming));
  EXPECT_THAT(tokenizer.encode("a  <mask>", Alignment::reference).value().ranges,
              ElementsAre(ByteRange{0, 1}, ByteRange{3, 9}));
  EXPECT_THAT(tokenizer.encode("a  <mask>", Alignment::exact).value().ranges,
              ElementsAre(ByteRange{0, 1}, ByteRange{1, 9}));
}

TEST(HfTokenizer, ExactOffsetsLeaveOutWhateverBecameASpace) {
  TokenizerSpec converted = spec();
  converted.charsmap = Charsmap::read(charsmap_blob({{"\u200b", " "}})).value();
  converted.pipeline.pretokenizer.whitespace_split = false;
  const HfTokenizer tokenizer = tokenizer_of(converted);
  EXPECT_THAT(tokenizer.encode("a\u200ba", Alignment::reference).value().ranges,
              ElementsAre(ByteRange{0, 1}, ByteRange{1, 5}));
  EXPECT_THAT(tokenizer.encode("a\u200ba", Alignment::exact).value().ranges,
              ElementsAre(ByteRange{0, 1}, ByteRange{4, 5}));
  // This charsmap leaves a ▁ of the text alone, so it is a character of its word; the other not.
  EXPECT_THAT(tokenizer.encode("▁a", Alignment::exact).value().ranges,
              ElementsAre(ByteRange{0, 4}));
  converted.charsmap = Charsmap::read(charsmap_blob({{"▁", " "}})).value();
  EXPECT_THAT(tokenizer_of(converted).encode("▁a", Alignment::exact).value().ranges,
              ElementsAre(ByteRange{3, 4}));
}

TEST(HfTokenizer, GivesNothingForNothing) {
  EXPECT_TRUE(tokenizer_of(spec()).encode("", Alignment::exact).value().ids.empty());
  EXPECT_TRUE(tokenizer_of(spec()).encode(" \t", Alignment::exact).value().ids.empty());
}

TEST(HfTokenizer, RefusesATextThatGrowsTooLongWhenItIsNormalised) {
  TokenizerSpec grows = spec();
  const std::string eight(8, 'b');
  grows.charsmap = Charsmap::read(charsmap_blob({{"B", eight}})).value();
  const HfTokenizer tokenizer = tokenizer_of(std::move(grows));
  const std::string most(kMaxNormalizedBytes / 8, 'B');
  EXPECT_EQ(tokenizer.encode(most, Alignment::exact).value().ids.size(), kMaxNormalizedBytes + 1);
  for (const Alignment alignment : {Alignment::exact, Alignment::reference}) {
    const auto refused = tokenizer.encode(most + "B", alignment);
    EXPECT_EQ(refused.status().code(), StatusCode::text_too_long);
    EXPECT_THAT(refused.status().message(), HasSubstr("at most 4194304 bytes of UTF-8 once it is"));
  }
  // Added tokens cut a text into parts, and its length is that of all of them.
  EXPECT_FALSE(tokenizer.encode(most + "</s>B", Alignment::exact).ok());
}

}  // namespace
}  // namespace xlmr
