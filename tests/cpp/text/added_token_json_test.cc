// SPDX-License-Identifier: Apache-2.0
#include "text/added_token_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "load_tokenizer.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(AddedTokenJson, NumbersTokensBehindTheVocabulary) {
  const auto tokens = [](const std::string& list) {
    return load_tokenizer(TokenizerJsonBuilder().set("added_tokens", list).json());
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

TEST(AddedTokenJson, RefusesATokenThatIsThereTwice) {
  const auto error = [](const std::string& list) {
    return load_tokenizer(TokenizerJsonBuilder().set("added_tokens", list).json())
        .status()
        .message();
  };
  EXPECT_THAT(error(R"([{"id": 9, "content": "<d>"}, {"id": 9, "content": "<d>"}])"),
              HasSubstr("added_tokens[1]: expected each token once, found <d> again"));
  EXPECT_THAT(error(R"([{"id": 9, "content": "<d>"}, {"id": 10, "content": "<d>"}])"),
              HasSubstr("added_tokens[1]: expected the id 9 for <d>, found 10"));
  EXPECT_THAT(error(R"([{"id": 9, "content": "x"}])"),
              HasSubstr("added_tokens[0]: expected the id 7 for x, found 9"));
  EXPECT_THAT(error(R"([{"id": 9, "content": ")" + std::string(1025, 'a') + R"("}])"),
              HasSubstr("added_tokens[0].content: expected a token of at most 1024 bytes"));
}

// What a token of both files does: expected values are those of XLMRobertaTokenizerFast of
// transformers 4.57.6 with tokenizers 0.22.2.
TEST(AddedTokenJson, ATokenOfBothFilesTakesTheFlagsOfTheSecond) {
  const auto load = [](const std::string& first, const std::string& second) {
    return load_tokenizer(TokenizerJsonBuilder()
                              .set("added_tokens", R"([{"id": 7, "content": "x", )" + first + "}]")
                              .set("normalizer", R"({"type": "Lowercase"})")
                              .json(),
                          R"({"added_tokens_decoder": {"7": {"content": "x", )" + second + "}}}")
        .value();
  };
  const std::string special = R"("special": true, "normalized": )";
  const std::string plain = R"("special": false, "normalized": )";
  // The white space before it is its own, as the second file says.
  const Tokenizer strips = load(special + "false", special + R"(false, "lstrip": true)");
  EXPECT_THAT(strips.encode("in x").value().ids, ElementsAre(6, 7));
  // A special one stays where it was looked for, here before normalisation.
  EXPECT_THAT(load(special + "false", special + "true").encode("X").value().ids, ElementsAre(3, 7));
  EXPECT_EQ(load(special + "false", special + "true").encode("X").value().words.back(), 0U);
  // Others are looked for in both places.
  const Tokenizer both = load(plain + "false", plain + "true");
  EXPECT_THAT(both.encode("Xx").value().words, ElementsAre(0, 1));
}

TEST(AddedTokenJson, ReadsManyTokensInLinearTime) {
  constexpr int kCount = 200'000;
  std::string list = "[";
  for (int i = 0; i < kCount; ++i) {
    list += (i > 0 ? "," : "") + std::string(R"({"id": )") + std::to_string(9 + i) +
            R"(, "content": "<)" + std::to_string(i) + R"(>"})";
  }
  const auto loaded = load_tokenizer(TokenizerJsonBuilder().set("added_tokens", list + "]").json());
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_THAT(loaded.value().encode("<199999>").value().ids, ElementsAre(9 + kCount - 1));
}

}  // namespace
}  // namespace xlmr
