// SPDX-License-Identifier: Apache-2.0
#include "text/special_tokens_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "text/tokenizer_config.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

DeclaredSpecials specials_of(const std::string& config, const std::string& map = "") {
  return TokenizerConfig::parse(config, map, "").value().specials;
}

TEST(SpecialTokensJson, TakesTextsAndObjects) {
  const auto specials = specials_of(R"({"bos_token": "<s>", "cls_token": null,
      "mask_token": {"__type": "AddedToken", "content": "<mask>", "lstrip": true}})");
  ASSERT_TRUE(specials.named[0].has_value());
  EXPECT_TRUE(specials.named[0]->is_text);
  EXPECT_FALSE(specials.named[5].has_value());
  ASSERT_TRUE(specials.named[6].has_value());
  EXPECT_FALSE(specials.named[6]->is_text);
  EXPECT_TRUE(specials.named[6]->token.strip_left);
  EXPECT_TRUE(specials.named[6]->token.special);
  EXPECT_FALSE(specials.named[6]->token.normalized);
}

TEST(SpecialTokensJson, TakesExtraTokensAsAListOrByName) {
  const auto list = specials_of(R"({"extra_special_tokens": ["<a>", "<b>"]})");
  ASSERT_TRUE(list.extra.has_value());
  EXPECT_EQ(list.extra->size(), 2U);
  EXPECT_FALSE(list.names_extra);
  const auto named = specials_of(
      R"({"extra_special_tokens": {"date_token": "<a>"}, "city_token": "<c>",
          "add_bos_token": true, "additional_special_tokens": ["<b>"]})");
  EXPECT_FALSE(named.extra.has_value());
  EXPECT_TRUE(named.names_extra);
  EXPECT_EQ(named.model_specific.size(), 1U);
  EXPECT_EQ(named.other.size(), 1U);
  ASSERT_TRUE(named.additional.has_value());
  EXPECT_EQ(named.additional->front().token.content, "<b>");
}

TEST(SpecialTokensJson, TheOlderFileCountsWithoutADecoder) {
  const std::string map = R"({"mask_token": {"content": "<mask>", "rstrip": true}})";
  EXPECT_TRUE(specials_of(R"({"mask_token": "<mask>"})", map).named[6]->token.strip_right);
  EXPECT_FALSE(specials_of(R"({"mask_token": "<mask>", "added_tokens_decoder": {}})", map)
                   .named[6]
                   ->token.strip_right);
}

TEST(SpecialTokensJson, TheOlderFilesListIsKeptBesideTheOther) {
  const auto specials = specials_of(R"({"additional_special_tokens": ["<a>"]})",
                                    R"({"additional_special_tokens": ["<b>"]})");
  EXPECT_EQ(specials.additional->front().token.content, "<a>");
  EXPECT_EQ(specials.older_additional->front().token.content, "<b>");
}

TEST(SpecialTokensJson, NamesTheFieldThatIsWrong) {
  const auto error = [](const std::string& config) {
    return TokenizerConfig::parse(config, "", "").status().message();
  };
  EXPECT_THAT(error(R"({"extra_special_tokens": 7})"),
              HasSubstr("tokenizer_config.json: extra_special_tokens: expected a list, found 7"));
  EXPECT_THAT(error(R"({"additional_special_tokens": [7]})"),
              HasSubstr("additional_special_tokens[0].content: expected a string"));
  for (const char* value : {"7", "true", "[]"}) {
    EXPECT_THAT(error(concat(R"({"pad_token": )", value, "}")),
                HasSubstr("tokenizer_config.json: pad_token: expected a token: a string, or an "
                          "object with its flags, found"));
  }
  EXPECT_THAT(error(R"({"mask_token": {"content": ""}})"),
              HasSubstr("mask_token.content: expected a token that is not empty"));
  EXPECT_THAT(error(R"({"mask_token": ")" + std::string(1025, 'a') + R"("})"),
              HasSubstr("mask_token: expected a token of at most 1024 bytes"));
}

}  // namespace
}  // namespace xlmr
