// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "load_tokenizer.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<Tokenizer> load(const std::string& config) {
  return load_tokenizer(TokenizerJsonBuilder().json(), config);
}

TEST(TokenizerConfig, LimitsTheLengthUnlessItIsNone) {
  EXPECT_EQ(load(R"({"model_max_length": 512})").value().max_length(), 512U);
  for (const char* none : {"{}", R"({"model_max_length": null})", R"({"model_max_length": 1e30})",
                           R"({"model_max_length": 1000000000000000019884624838656})"}) {
    EXPECT_EQ(load(none).value().max_length(), TokenizerConfig::kNoMaxLength) << none;
  }
}

TEST(TokenizerConfig, LowercasesBeforeAnythingElseAndKeepsPlaces) {
  const auto tokenizer = load(R"({"do_lower_case": true})");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
  const auto encoding = tokenizer.value().encode("IN X").value();
  EXPECT_THAT(encoding.ids, ElementsAre(6, 3, 7));
  EXPECT_EQ(encoding.ranges[0], (ByteRange{0, 2}));
  EXPECT_THAT(load(R"({"do_lower_case": false})").value().encode("in").value().ids, ElementsAre(6));
}

TEST(TokenizerConfig, AddsTokensInTheOrderOfTheirIds) {
  const auto tokenizer = load(R"({"added_tokens_decoder": {
      "10": {"content": "<e>", "special": true}, "9": {"content": "<d>", "rstrip": true},
      "0": {"content": "<s>", "special": true}}})");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
  EXPECT_EQ(tokenizer.value().piece(9), "<d>");
  EXPECT_THAT(tokenizer.value().encode("x<d>  <e>").value().ids, ElementsAre(3, 7, 9, 10));
}

TEST(TokenizerConfig, NamesTheFieldThatIsWrong) {
  const auto message = [](const std::string& config) { return load(config).status().message(); };
  EXPECT_THAT(message("{"), HasSubstr("tokenizer_config.json: expected JSON"));
  EXPECT_THAT(message(R"({"do_lower_case": "yes"})"),
              HasSubstr("tokenizer_config.json: do_lower_case: expected true or false"));
  EXPECT_THAT(message(R"({"model_max_length": "512"})"),
              HasSubstr("model_max_length: expected a number, found \"512\""));
  EXPECT_THAT(message(R"({"model_max_length": 2})"),
              HasSubstr("model_max_length: expected a number of tokens, 3 or more, found 2"));
  EXPECT_THAT(message(R"({"added_tokens_decoder": []})"),
              HasSubstr("added_tokens_decoder: expected an object"));
  EXPECT_THAT(message(R"({"added_tokens_decoder": {"x": {}}})"),
              HasSubstr("added_tokens_decoder.x: expected an id as key, found x"));
  EXPECT_THAT(message(R"({"added_tokens_decoder": {"20": {"content": "<d>"}}})"),
              HasSubstr("added_tokens_decoder.20: expected the id 9 for <d>, found 20"));
}

TEST(TokenizerConfig, AnIndexOfAddedTokensHasEachIdOnce) {
  const auto config = TokenizerConfig::parse("", "", R"({"<d>": 9, "<e>": 9})");
  EXPECT_THAT(config.status().message(),
              HasSubstr("added_tokens.json: <e>: expected each id once, found 9 again"));
}

}  // namespace
}  // namespace xlmr
