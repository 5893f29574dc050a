// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model_builder.h"
#include "text/tokenizer.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string error_of(const std::string& field, const std::string& value) {
  const auto spec = spec_from_json(TokenizerJsonBuilder().set(field, value).json());
  return spec.ok() ? "" : spec.status().message();
}

const std::string kPublished = R"({"type": "Sequence", "pretokenizers": [
    {"type": "WhitespaceSplit"},
    {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true, "str_rep": "▁"}]})";

TEST(TokenizerJson, ReadsTheConvertedPipeline) {
  const auto spec = spec_from_json(TokenizerJsonBuilder().json());
  ASSERT_TRUE(spec.ok()) << spec.status().message();
  EXPECT_EQ(spec.value().scores.size(), 9U);
  EXPECT_EQ(spec.value().scores[5], -2.5);
  EXPECT_EQ(spec.value().vocabulary[4], "▁Lond");
  EXPECT_TRUE(spec.value().strip_right);
  EXPECT_TRUE(spec.value().collapse_spaces);
  EXPECT_FALSE(spec.value().pretokenizer.whitespace_split);
  ASSERT_EQ(spec.value().added_tokens.size(), 3U);
  EXPECT_TRUE(spec.value().added_tokens[2].strip_left);
  EXPECT_TRUE(spec.value().added_tokens[2].normalized);
  EXPECT_FALSE(spec.value().added_tokens[0].normalized);
}

TEST(TokenizerJson, ReadsThePublishedPipelineWithItsOldFieldNames) {
  const auto spec = spec_from_json(TokenizerJsonBuilder()
                                       .set("pre_tokenizer", kPublished)
                                       .set("normalizer", R"({"type": "Precompiled"})")
                                       .json());
  ASSERT_TRUE(spec.ok()) << spec.status().message();
  EXPECT_TRUE(spec.value().pretokenizer.whitespace_split);
  EXPECT_EQ(spec.value().pretokenizer.prepend, PrependScheme::always);
  EXPECT_FALSE(spec.value().strip_right);
}

TEST(TokenizerJson, EncodesAsTheModelItWasConvertedFromDoes) {
  const auto model = Tokenizer::load(
      ModelBuilder().piece("▁Lond", -2).piece("en", -2.5).piece("▁in", -2).piece("x", -3).bytes());
  const auto json = Tokenizer::load(
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
  const auto tokenizer = Tokenizer::load(TokenizerJsonBuilder().json());
  const auto reference = tokenizer.value().encode("in  Londen", Alignment::reference).value();
  EXPECT_THAT(reference.ids, ElementsAre(6, 4, 5));
  EXPECT_THAT(reference.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{3, 8}, ByteRange{8, 10}));
  const auto exact = tokenizer.value().encode("in  Londen", Alignment::exact).value();
  EXPECT_THAT(exact.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{4, 8}, ByteRange{8, 10}));
}

TEST(TokenizerJson, NumbersTokensBehindTheVocabulary) {
  const auto tokens = [](const std::string& list) {
    return Tokenizer::load(TokenizerJsonBuilder().set("added_tokens", list).json());
  };
  const auto loaded = tokens(R"([{"id": 9, "content": "<d>"}, {"id": 10, "content": "<e>"}])");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().piece(10), "<e>");
  EXPECT_THAT(loaded.value().encode("x<e>x").value().ids, ElementsAre(3, 7, 10, 3, 7));
  EXPECT_THAT(tokens(R"([{"id": 12, "content": "<d>"}])").status().message(),
              HasSubstr("added_tokens[0]: expected the id 9 for <d>, found 12"));
  EXPECT_THAT(tokens(R"([{"id": 5, "content": "x"}])").status().message(),
              HasSubstr("added_tokens[0]: expected the id 7 for x, found 5"));
  EXPECT_THAT(tokens(R"([{"id": 9, "content": ""}])").status().message(),
              HasSubstr("added_tokens[0].content: expected a token that is not empty"));
  EXPECT_THAT(tokens(R"([{"id": 9, "content": "a", "lstrip": 1}])").status().message(),
              HasSubstr("added_tokens[0].lstrip: expected true or false, found 1"));
}

TEST(TokenizerJson, NamesWhatItDoesNotKnow) {
  EXPECT_THAT(error_of("model", R"({"type": "BPE"})"),
              StartsWith("tokenizer.json: model.type: expected \"Unigram\", found \"BPE\""));
  EXPECT_THAT(error_of("normalizer", R"({"type": "NFC"})"),
              HasSubstr("normalizer.type: expected Lowercase, Precompiled, Strip or Replace"));
  EXPECT_THAT(
      error_of("normalizer", R"({"type": "Sequence", "normalizers": [
      {"type": "Strip", "strip_right": true}, {"type": "Precompiled"}]})"),
      HasSubstr("normalizer.normalizers[1].type: expected Lowercase, Precompiled, Strip and "
                "Replace, in this order"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Replace", "pattern": {"String": "a"}})"),
              HasSubstr("normalizer.pattern.Regex: expected \" {2,}\", found nothing"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Precompiled", "precompiled_charsmap": "?"})"),
              HasSubstr("precompiled_charsmap: expected base64"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Precompiled", "precompiled_charsmap": "AAAA"})"),
              HasSubstr("precompiled_charsmap: expected a charsmap"));
  EXPECT_THAT(error_of("pre_tokenizer", R"({"type": "ByteLevel"})"),
              HasSubstr("pre_tokenizer.type: expected \"Metaspace\", found \"ByteLevel\""));
  EXPECT_THAT(error_of("pre_tokenizer", "null"),
              HasSubstr("pre_tokenizer.type: expected a string"));
  EXPECT_THAT(error_of("pre_tokenizer",
                       R"({"type": "Metaspace", "replacement": "▁", "prepend_scheme": "last"})"),
              HasSubstr("prepend_scheme: expected \"always\", \"first\" or \"never\""));
  EXPECT_THAT(error_of("post_processor", R"({"type": "BertProcessing"})"),
              HasSubstr("post_processor.type: expected \"TemplateProcessing\""));
  EXPECT_THAT(error_of("decoder", R"({"type": "WordPiece"})"),
              HasSubstr("decoder.type: expected \"Metaspace\""));
}

TEST(TokenizerJson, ChecksTheVocabulary) {
  const auto with = [](const std::string& vocabulary, const std::string& more = "") {
    return error_of("model",
                    R"({"type": "Unigram", "unk_id": 3, "vocab": )" + vocabulary + more + "}");
  };
  const std::string specials = R"([["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0])";
  EXPECT_THAT(with("7"), HasSubstr("model.vocab: expected a list"));
  EXPECT_THAT(with("[]"), HasSubstr("model.vocab: expected pieces"));
  EXPECT_THAT(with(specials + R"(, ["", 0]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["a"]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["a", "b"]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["<pad>", 0]])"),
              HasSubstr("expected unique pieces, found piece 4 again"));
  EXPECT_THAT(with(R"([["a", 0], ["b", 0], ["c", 0], ["d", 0]])"),
              HasSubstr("expected the special token <s> at 0, found \"a\""));
  EXPECT_THAT(error_of("model", R"({"type": "Unigram", "unk_id": 9, "vocab": )" + specials + "]}"),
              HasSubstr("model.unk_id: expected a whole number up to 3, found 9"));
  EXPECT_THAT(error_of("model", R"({"type": "Unigram", "unk_id": 1, "vocab": )" + specials + "]}"),
              HasSubstr("model.unk_id: expected 3"));
  EXPECT_THAT(with(specials + "]", R"(, "byte_fallback": true)"),
              HasSubstr("byte_fallback: expected false, found true"));
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
