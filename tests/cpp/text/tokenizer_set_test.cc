// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

Encoding encode(const TokenizerFiles& files, Compat compat, const std::string& text) {
  return load_tokenizer(files, compat).value().encode(text).value();
}

TEST(TokenizerSet, OnlyOurOwnActsOnDoLowerCase) {
  const std::string json = TokenizerJsonBuilder().json();
  const TokenizerFiles files{.vocabulary = json, .config = R"({"do_lower_case": true})"};
  EXPECT_THAT(encode(files, Compat::none, "IN").ids, ElementsAre(6));
  EXPECT_THAT(encode(files, Compat::transformers4, "IN").ids, ElementsAre(3));
  EXPECT_THAT(encode(files, Compat::transformers5, "IN").ids, ElementsAre(3));
}

TEST(TokenizerSet, OnlyVersion4GivesAWordOfAVocabularyAloneTheSpaceBeforeIt) {
  const std::string model = ModelBuilder().piece("▁in", -2).bytes();
  const TokenizerFiles files{.vocabulary = model};
  EXPECT_EQ(encode(files, Compat::none, "in in").ranges[1], (ByteRange{3, 5}));
  EXPECT_EQ(encode(files, Compat::transformers4, "in in").ranges[1], (ByteRange{2, 5}));
  EXPECT_EQ(encode(files, Compat::transformers5, "in in").ranges[1], (ByteRange{3, 5}));
}

TEST(TokenizerSet, TokensOfTheConfigurationAloneAreFoundByAll) {
  const std::string json = TokenizerJsonBuilder().json();
  for (const char* config :
       {R"({"extra_special_tokens": ["<d>"]})", R"({"additional_special_tokens": ["<d>"]})",
        R"({"extra_special_tokens": {"date_token": "<d>"}})"}) {
    const TokenizerFiles files{.vocabulary = json, .config = config};
    for (const auto compat : {Compat::none, Compat::transformers4, Compat::transformers5}) {
      EXPECT_THAT(encode(files, compat, "in<d>in").ids, ElementsAre(6, 9, 6)) << config;
    }
  }
}

TEST(TokenizerSet, Version4FindsNoTokenOfAFieldThatItDoesNotKnow) {
  const std::string json = TokenizerJsonBuilder().json();
  const TokenizerFiles files{.vocabulary = json, .config = R"({"date_token": "<d>"})"};
  EXPECT_THAT(encode(files, Compat::none, "in<d>in").ids, ElementsAre(6, 9, 6));
  EXPECT_THAT(encode(files, Compat::transformers5, "in<d>in").ids, ElementsAre(6, 9, 6));
  EXPECT_THAT(encode(files, Compat::transformers4, "in<d>in").ids, Not(Contains(9)));
}

TEST(TokenizerSet, TokensOfTheOlderFileAreFoundByAll) {
  const std::string json = TokenizerJsonBuilder().json();
  const TokenizerFiles files{.vocabulary = json,
                             .special_tokens_map = R"({"additional_special_tokens": ["<d>"]})"};
  for (const auto compat : {Compat::none, Compat::transformers4, Compat::transformers5}) {
    EXPECT_THAT(encode(files, compat, "in<d>in").ids, ElementsAre(6, 9, 6));
  }
}

TEST(TokenizerSet, Version5TakesNoPrefixSpaceWhereItIsNull) {
  const std::string model = ModelBuilder().piece("▁in", -2).piece("in", -2).bytes();
  const TokenizerFiles files{.vocabulary = model, .config = R"({"add_prefix_space": null})"};
  EXPECT_THAT(encode({.vocabulary = model}, Compat::transformers5, "in").ids, ElementsAre(4));
  EXPECT_THAT(encode(files, Compat::transformers5, "in").ids, ElementsAre(5));
  EXPECT_THAT(encode(files, Compat::transformers4, "in").ids, ElementsAre(4));
}

TEST(TokenizerSet, ReadsAddedTokensOfOlderModels) {
  const std::string model = ModelBuilder().piece("▁in", -2).bytes();
  const TokenizerFiles files{.vocabulary = model, .added_tokens = R"({"<d>": 6})"};
  EXPECT_THAT(encode(files, Compat::none, "in<d>").ids, ElementsAre(4, 6));
  EXPECT_THAT(encode(files, Compat::transformers5, "in<d>").ids, ElementsAre(4, 6));
}

TEST(TokenizerSet, ReadsManyTokensOfOlderFilesInLinearTime) {
  constexpr int kCount = 100'000;
  std::string list;
  std::string ids;
  for (int i = 0; i < kCount; ++i) {
    const std::string token = "\"<" + std::to_string(i) + ">\"";
    list += (i > 0 ? "," : "") + token;
    ids += (i > 0 ? "," : "") + token + ": " + std::to_string(6 + i);
  }
  const std::string model = ModelBuilder().piece("▁in", -2).bytes();
  const std::string map = R"({"additional_special_tokens": [)" + list + "]}";
  const std::string added = "{" + ids + "}";
  const TokenizerFiles files{.vocabulary = model, .special_tokens_map = map, .added_tokens = added};
  for (const auto compat : {Compat::none, Compat::transformers4, Compat::transformers5}) {
    EXPECT_THAT(encode(files, compat, "<99999>").ids, ElementsAre(6 + kCount - 1));
  }
}

TEST(TokenizerSet, RefusesAVocabularyThatIsNone) {
  EXPECT_EQ(TokenizerSet::load({.vocabulary = ""}).status().code(), StatusCode::invalid_tokenizer);
}

}  // namespace
}  // namespace xlmr
