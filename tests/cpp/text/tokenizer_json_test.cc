// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

const std::string kPublished = R"({"type": "Sequence", "pretokenizers": [
    {"type": "WhitespaceSplit"},
    {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true, "str_rep": "▁"}]})";

TEST(TokenizerJson, ReadsTheConvertedPipeline) {
  const auto spec = spec_from_json(TokenizerJsonBuilder().json());
  ASSERT_TRUE(spec.ok()) << spec.status().message();
  EXPECT_EQ(spec.value().scores.size(), 9U);
  EXPECT_EQ(spec.value().scores[5], -2.5);
  EXPECT_EQ(spec.value().vocabulary[4], "▁Lond");
  EXPECT_TRUE(spec.value().pipeline.strip_right);
  EXPECT_TRUE(spec.value().pipeline.collapse_spaces);
  EXPECT_FALSE(spec.value().pipeline.pretokenizer.whitespace_split);
  ASSERT_EQ(spec.value().declared.tokens.size(), 3U);
  EXPECT_TRUE(spec.value().declared.tokens[2].strip_left);
  EXPECT_TRUE(spec.value().declared.tokens[2].normalized);
  EXPECT_FALSE(spec.value().declared.tokens[0].normalized);
}

TEST(TokenizerJson, ReadsThePublishedPipelineWithItsOldFieldNames) {
  const auto spec = spec_from_json(TokenizerJsonBuilder()
                                       .set("pre_tokenizer", kPublished)
                                       .set("normalizer", R"({"type": "Precompiled"})")
                                       .json());
  ASSERT_TRUE(spec.ok()) << spec.status().message();
  EXPECT_TRUE(spec.value().pipeline.pretokenizer.whitespace_split);
  EXPECT_EQ(spec.value().pipeline.pretokenizer.prepend, PrependScheme::always);
  EXPECT_FALSE(spec.value().pipeline.strip_right);
}

TEST(TokenizerJson, EncodesAsTheModelItWasConvertedFromDoes) {
  const auto model = load_tokenizer(
      ModelBuilder().piece("▁Lond", -2).piece("en", -2.5).piece("▁in", -2).piece("x", -3).bytes());
  const auto json = load_tokenizer(
      TokenizerJsonBuilder().set("pre_tokenizer", kPublished).set("normalizer", "null").json());
  ASSERT_TRUE(json.ok()) << json.status().message();
  for (const std::string text : {"in Londen", "  in\tx </s>in <mask> Lond", "語 x", ""}) {
    const auto a = model.value().encode(text).value();
    const auto b = json.value().encode(text).value();
    EXPECT_EQ(a.ids, b.ids) << text;
    EXPECT_EQ(a.ranges, b.ranges) << text;
    EXPECT_EQ(a.words, b.words) << text;
  }
}

TEST(TokenizerJson, ExactOffsetsLeaveOutTheSpaceThatTheConvertedPipelineIncludes) {
  const auto tokenizer = load_tokenizer(TokenizerJsonBuilder().json());
  const auto reference = tokenizer.value().encode("in  Londen", Alignment::reference).value();
  EXPECT_THAT(reference.ids, ElementsAre(6, 4, 5));
  EXPECT_THAT(reference.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{3, 8}, ByteRange{8, 10}));
  const auto exact = tokenizer.value().encode("in  Londen", Alignment::exact).value();
  EXPECT_THAT(exact.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{4, 8}, ByteRange{8, 10}));
}

TEST(TokenizerJson, RefusesWhatIsNoTokenizer) {
  EXPECT_THAT(spec_from_json("[]").status().message(),
              StartsWith("tokenizer.json: top level: expected an object"));
  EXPECT_THAT(spec_from_json("{}").status().message(),
              StartsWith("tokenizer.json: model.type: expected \"Unigram\", found nothing"));
  EXPECT_THAT(
      spec_from_json(TokenizerJsonBuilder().set("added_tokens", "7").json()).status().message(),
      StartsWith("tokenizer.json: added_tokens: expected a list, found 7"));
}

TEST(TokenizerJson, RefusesAnotherVersionOfTheFormat) {
  EXPECT_THAT(
      spec_from_json(TokenizerJsonBuilder().set("version", "\"2.0\"").json()).status().message(),
      ::testing::HasSubstr("tokenizer.json: version: expected \"1.0\", found \"2.0\""));
}

TEST(TokenizerJson, LeavesTruncationAndPaddingToTheCaller) {
  const auto spec = spec_from_json(
      TokenizerJsonBuilder().set("truncation", R"({"max_length": 2})").set("padding", "7").json());
  ASSERT_TRUE(spec.ok()) << spec.status().message();
  EXPECT_EQ(spec.value().declared.tokens.size(), 3U);
}

TEST(TokenizerJson, RefusesEveryPrefixOfAFile) {
  const std::string whole = TokenizerJsonBuilder().json();
  ASSERT_TRUE(spec_from_json(whole).ok());
  for (size_t size = 0; size < whole.size(); ++size) {
    const auto spec = spec_from_json(std::string_view(whole).substr(0, size));
    ASSERT_EQ(spec.status().code(), StatusCode::invalid_tokenizer) << size;
  }
}

}  // namespace
}  // namespace xlmr
