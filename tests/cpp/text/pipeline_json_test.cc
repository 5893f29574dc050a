// SPDX-License-Identifier: Apache-2.0
#include "text/pipeline_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "charsmap_builder.h"
#include "text/tokenizer_json.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

std::string error_of(const std::string& field, const std::string& value) {
  const auto spec = spec_from_json(TokenizerJsonBuilder().set(field, value).json());
  return spec.ok() ? "" : spec.status().message();
}

std::string base64(std::string bytes) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const size_t padding = (3 - bytes.size() % 3) % 3;
  bytes.append(padding, '\0');
  std::string out;
  for (size_t at = 0; at < bytes.size(); at += 3) {
    uint32_t bits = 0;
    for (size_t i = at; i < at + 3; ++i) bits = bits << 8 | static_cast<uint8_t>(bytes[i]);
    for (const int shift : {18, 12, 6, 0}) out += kAlphabet[bits >> shift & 0x3F];
  }
  return out.replace(out.size() - padding, padding, std::string(padding, '='));
}

TEST(PipelineJson, NamesWhatItDoesNotKnow) {
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
  EXPECT_THAT(error_of("decoder", R"({"type": "WordPiece"})"),
              HasSubstr("decoder.type: expected \"Metaspace\""));
}

TEST(PipelineJson, ReadsTheStepsOfTheNormalizer) {
  const auto read = [](const std::string& normalizer) {
    return spec_from_json(TokenizerJsonBuilder().set("normalizer", normalizer).json());
  };
  const auto all = read(R"({"type": "Sequence", "normalizers": [
      {"type": "Lowercase"}, {"type": "Precompiled", "precompiled_charsmap": ""},
      {"type": "Strip", "strip_left": false, "strip_right": true},
      {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "▁"}]})");
  ASSERT_TRUE(all.ok()) << all.status().message();
  EXPECT_TRUE(all.value().pipeline.lowercase);
  EXPECT_TRUE(all.value().pipeline.strip_right);
  EXPECT_TRUE(all.value().pipeline.collapse_spaces);
  const auto none = read("null");
  ASSERT_TRUE(none.ok()) << none.status().message();
  EXPECT_FALSE(none.value().pipeline.lowercase);
  EXPECT_FALSE(none.value().pipeline.strip_right);
  EXPECT_FALSE(none.value().pipeline.collapse_spaces);
  const auto charsmap = read(R"({"type": "Precompiled", "precompiled_charsmap": ")" +
                             base64(charsmap_blob({{"A", "a"}})) + R"("})");
  ASSERT_TRUE(charsmap.ok()) << charsmap.status().message();
  EXPECT_EQ(charsmap.value().charsmap.shortest_match("A"), "a");
}

TEST(PipelineJson, RefusesStepsThatItWouldDoOtherwise) {
  EXPECT_THAT(error_of("normalizer", R"({"type": "Strip", "strip_left": true,
                                         "strip_right": true})"),
              HasSubstr("normalizer.strip_left: expected false, found true"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Strip", "strip_left": false})"),
              HasSubstr("normalizer.strip_right: expected true, found nothing"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Replace", "pattern": {"Regex": " {2,}"},
                                         "content": " "})"),
              HasSubstr("normalizer.content: expected \"▁\", found \" \""));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Sequence", "normalizers": {}})"),
              HasSubstr("normalizer.normalizers: expected a list"));
  EXPECT_THAT(error_of("normalizer", R"({"type": "Sequence", "normalizers": [
                                         {"type": "Precompiled"}, {"type": "Lowercase"}]})"),
              HasSubstr("normalizer.normalizers[1].type: expected Lowercase, Precompiled"));
  // A sequence in a sequence, however deep, is refused where it begins.
  EXPECT_THAT(error_of("normalizer", R"({"type": "Sequence", "normalizers": [
                                         {"type": "Sequence", "normalizers": []}]})"),
              HasSubstr("normalizer.normalizers[0].type: expected Lowercase, Precompiled, Strip or "
                        "Replace, found \"Sequence\""));
}

TEST(PipelineJson, ReadsBothNamesOfThePrefix) {
  const auto read = [](const std::string& fields) {
    return spec_from_json(
        TokenizerJsonBuilder()
            .set("pre_tokenizer", R"({"type": "Metaspace", "replacement": "▁")" + fields + "}")
            .json());
  };
  const auto prepend = [&](const std::string& fields) {
    const auto spec = read(fields);
    EXPECT_TRUE(spec.ok()) << spec.status().message();
    return spec.value().pipeline.pretokenizer.prepend;
  };
  EXPECT_EQ(prepend(""), PrependScheme::always);
  EXPECT_EQ(prepend(R"(, "add_prefix_space": true, "str_rep": "▁")"), PrependScheme::always);
  EXPECT_EQ(prepend(R"(, "add_prefix_space": false)"), PrependScheme::never);
  EXPECT_EQ(prepend(R"(, "prepend_scheme": "first", "split": true)"), PrependScheme::first);
  EXPECT_EQ(prepend(R"(, "prepend_scheme": "never", "add_prefix_space": true)"),
            PrependScheme::never);
  EXPECT_FALSE(read(R"(, "split": false)").value().pipeline.pretokenizer.split_at_meta);
  EXPECT_THAT(read(R"(, "prepend_scheme": "always", "add_prefix_space": false)").status().message(),
              HasSubstr("pre_tokenizer.add_prefix_space: expected true, or \"never\" as "
                        "prepend_scheme, found false"));
  EXPECT_THAT(read(R"(, "split": 1)").status().message(),
              HasSubstr("pre_tokenizer.split: expected true or false, found 1"));
}

TEST(PipelineJson, RefusesOtherPretokenizers) {
  EXPECT_THAT(error_of("pre_tokenizer", R"({"type": "Metaspace", "replacement": "_"})"),
              HasSubstr("pre_tokenizer.replacement: expected \"▁\", found \"_\""));
  EXPECT_THAT(error_of("pre_tokenizer", R"({"type": "Sequence", "pretokenizers": [
                                            {"type": "WhitespaceSplit"}]})"),
              HasSubstr("pre_tokenizer.pretokenizers: expected WhitespaceSplit and Metaspace"));
  EXPECT_THAT(error_of("pre_tokenizer", R"({"type": "Sequence", "pretokenizers": [
                                            {"type": "Whitespace"}, {"type": "Metaspace"}]})"),
              HasSubstr("pre_tokenizer.pretokenizers[0].type: expected \"WhitespaceSplit\""));
  EXPECT_THAT(error_of("pre_tokenizer", R"({"type": "Sequence", "pretokenizers": [
                                            {"type": "WhitespaceSplit"}, {"type": "Digits"}]})"),
              HasSubstr("pre_tokenizer.pretokenizers[1].type: expected \"Metaspace\""));
}

TEST(PipelineJson, TakesOnlyTemplatesThatPutTheirTokensAroundAText) {
  const auto of = [](const std::string& single, const std::string& tokens) {
    return error_of("post_processor", R"({"type": "TemplateProcessing", "single": [)" + single +
                                          R"(], "special_tokens": {)" + tokens + "}}");
  };
  const std::string bos = R"({"SpecialToken": {"id": "<s>"}}, )";
  const std::string text = R"({"Sequence": {"id": "A"}}, )";
  const std::string eos = R"({"SpecialToken": {"id": "</s>"}})";
  const std::string tokens = R"("<s>": {"ids": [0]}, "</s>": {"ids": [2]})";
  EXPECT_EQ(of(bos + text + eos, tokens), "");
  EXPECT_THAT(of(text + eos, tokens), HasSubstr("post_processor.single: expected <s> $A </s>"));
  EXPECT_THAT(of(bos + R"({"Sequence": {"id": "B"}}, )" + eos, tokens),
              HasSubstr("post_processor.single[1].Sequence.id: expected \"A\", found \"B\""));
  EXPECT_THAT(of(bos + bos + eos, tokens),
              HasSubstr("post_processor.single[1].Sequence.id: expected \"A\", found nothing"));
  EXPECT_THAT(of(text + text + eos, tokens),
              HasSubstr("post_processor.single[0].SpecialToken.id: expected \"<s>\""));
  EXPECT_THAT(of(bos + text + R"({"SpecialToken": {"id": "<sep>"}})", tokens),
              HasSubstr("single[2].SpecialToken.id: expected \"</s>\", found \"<sep>\""));
  EXPECT_THAT(of(bos + text + eos, R"("<s>": {"ids": [5]}, "</s>": {"ids": [2]})"),
              HasSubstr("post_processor.special_tokens.<s>.ids: expected [0]"));
  EXPECT_THAT(of(bos + text + eos, R"("<s>": {"ids": [0]}, "</s>": {"ids": [2, 2]})"),
              HasSubstr("post_processor.special_tokens.</s>.ids: expected [2]"));
  EXPECT_THAT(of(bos + text + eos, ""), HasSubstr("special_tokens.<s>.ids: expected [0]"));
  EXPECT_THAT(error_of("post_processor", "null"),
              HasSubstr("post_processor.type: expected a string, found nothing"));
  EXPECT_THAT(error_of("post_processor", R"({"type": "BertProcessing"})"),
              HasSubstr("post_processor.type: expected \"TemplateProcessing\" or "
                        "\"RobertaProcessing\", found \"BertProcessing\""));
}

TEST(PipelineJson, ReadsRobertaProcessing) {
  const auto read = [](const std::string& fields) {
    return spec_from_json(TokenizerJsonBuilder()
                              .set("post_processor", R"({"type": "RobertaProcessing", )" + fields)
                              .json());
  };
  const std::string tokens = R"("sep": ["</s>", 2], "cls": ["<s>", 0], )";
  const auto trims = read(tokens + R"("trim_offsets": true, "add_prefix_space": false})");
  ASSERT_TRUE(trims.ok()) << trims.status().message();
  const auto trimming = trims.value().pipeline.trim_offsets;
  EXPECT_TRUE(trimming.has_value());
  EXPECT_FALSE(trimming.value_or(OffsetTrimming{}).keeps_first_space);
  const auto plain = read(tokens + R"("trim_offsets": false, "add_prefix_space": true})");
  ASSERT_TRUE(plain.ok()) << plain.status().message();
  EXPECT_FALSE(plain.value().pipeline.trim_offsets.has_value());

  const auto error = [&](const std::string& fields) { return read(fields).status().message(); };
  EXPECT_THAT(error(R"("sep": ["</s>", 2], "cls": ["<s>", 5]})"),
              HasSubstr("post_processor.cls: expected [\"<s>\", 0]"));
  EXPECT_THAT(error(R"("sep": ["</s>"], "cls": ["<s>", 0]})"),
              HasSubstr("post_processor.sep: expected [\"</s>\", 2]"));
  EXPECT_THAT(error(tokens + R"("add_prefix_space": true})"),
              HasSubstr("post_processor.trim_offsets: expected true or false, found nothing"));
  EXPECT_THAT(error(tokens + R"("trim_offsets": true})"),
              HasSubstr("post_processor.add_prefix_space: expected true or false, found nothing"));
}

}  // namespace
}  // namespace xlmr
