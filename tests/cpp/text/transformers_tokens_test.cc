// SPDX-License-Identifier: Apache-2.0
// Small cases by hand; see compat_tokenizer.test.js for the real packages' results.
#include "text/transformers_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model_builder.h"
#include "text/lexicon.h"
#include "text/sentencepiece_model.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;

std::vector<AddedToken> added(TransformersVersion version, const std::string& json,
                              const std::string& map = "", const std::string& indexed = "") {
  const std::string bytes = ModelBuilder().piece("▁in", -2).bytes();
  TokenizerSpec spec = spec_from(SentencePieceModel::read(bytes).value()).value();
  const Lexicon lexicon(spec.vocabulary, spec.scores, spec.unknown, spec.charsmap);
  AddedVocabulary vocabulary(lexicon, AddedAgain::takes_latest);
  const auto config = TokenizerConfig::parse(json, map, indexed);
  EXPECT_TRUE(add_transformers_tokens(version, spec, config.value(), vocabulary).ok());
  return vocabulary.tokens();
}

std::vector<std::string> contents(const std::vector<AddedToken>& tokens) {
  std::vector<std::string> all;
  for (const AddedToken& token : tokens) all.push_back(token.content);
  return all;
}

TEST(TransformersTokens, NameTheSpecialTokensInTheirOrder) {
  EXPECT_THAT(contents(added(TransformersVersion::v5, "{}")),
              ElementsAre("<s>", "</s>", "<unk>", "<pad>", "<mask>"));
  EXPECT_THAT(contents(added(TransformersVersion::v5, R"({"extra_special_tokens": ["<d>"]})")),
              ElementsAre("<s>", "</s>", "<unk>", "<pad>", "<mask>", "<d>"));
}

TEST(TransformersTokens, TheMaskTakesTheSpaceBeforeItInVersion4) {
  EXPECT_TRUE(added(TransformersVersion::v4, "{}").back().strip_left);
  EXPECT_FALSE(added(TransformersVersion::v5, "{}").back().strip_left);
  const std::string listed =
      R"({"mask_token": "<mask>", "added_tokens_decoder": {"5": {"content": "<mask>"}}})";
  EXPECT_FALSE(added(TransformersVersion::v4, listed).back().strip_left);
  EXPECT_TRUE(added(TransformersVersion::v4, listed).back().special);
}

TEST(TransformersTokens, OfTwoListsVersion5TakesOne) {
  const std::string both =
      R"({"additional_special_tokens": ["<a>"], "extra_special_tokens": ["<b>"]})";
  EXPECT_EQ(contents(added(TransformersVersion::v5, both)).back(), "<b>");
  EXPECT_EQ(contents(added(TransformersVersion::v4, both)).size(), 7U);
}

// A vocabulary alone has a list of its own symbols; see tokenizer_set_test.cc for a tokenizer.json.
TEST(TransformersTokens, OfTheOlderFilesListVersion5TakesNoneBesideAnother) {
  const std::string config = R"({"additional_special_tokens": ["<a>"]})";
  const std::string map = R"({"additional_special_tokens": ["<b>"]})";
  EXPECT_EQ(contents(added(TransformersVersion::v5, config, map)).back(), "<a>");
  EXPECT_EQ(contents(added(TransformersVersion::v5, "{}", map)).back(), "<mask>");
  const auto both = contents(added(TransformersVersion::v4, config, map));
  EXPECT_EQ(both.size(), 7U);
  EXPECT_EQ(both.back(), "<b>");
}

TEST(TransformersTokens, TheOlderFilesListMakesIndexedTokensSpecialInVersion4) {
  const std::string map = R"({"additional_special_tokens": ["<b>"]})";
  const auto is_normalized = [&](TransformersVersion version) {
    for (const AddedToken& token : added(version, "{}", map, R"({"<b>": 6})")) {
      if (token.content == "<b>") return token.normalized;
    }
    ADD_FAILURE() << "no <b>";
    return false;
  };
  EXPECT_FALSE(is_normalized(TransformersVersion::v4));
  EXPECT_TRUE(is_normalized(TransformersVersion::v5));
}

TEST(TransformersTokens, AFieldThatItDoesNotKnowIsNoTokenInVersion4) {
  const std::string config = R"({"date_token": "<d>"})";
  EXPECT_EQ(contents(added(TransformersVersion::v5, config)).back(), "<d>");
  EXPECT_EQ(contents(added(TransformersVersion::v4, config)).back(), "<mask>");
}

}  // namespace
}  // namespace xlmr
