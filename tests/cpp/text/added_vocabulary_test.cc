// SPDX-License-Identifier: Apache-2.0
// Expected values are those of tokenizers 0.22.2 and 0.23.3, by add_tokens of a Tokenizer.
#include "text/added_vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/lexicon.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Lexicon lexicon() {
  Vocabulary vocabulary;
  for (const char* piece : {"<s>", "<pad>", "</s>", "<unk>", "x", "<mask>"}) vocabulary.add(piece);
  return {vocabulary, {0, 0, 0, 0, -1, 0}, 3, Charsmap()};
}

std::vector<int32_t> ids_of(const AddedVocabulary& added) {
  std::vector<int32_t> ids;
  for (const AddedToken& token : added.tokens()) ids.push_back(token.id);
  return ids;
}

TEST(AddedVocabulary, NumbersNewTokensBehindThePiecesInTheirOrder) {
  const Lexicon pieces = lexicon();
  AddedVocabulary added(pieces, AddedAgain::takes_latest);
  const std::vector<AddedToken> first = {{.content = "<mask>", .special = true}, {.content = "z"}};
  const std::vector<AddedToken> second = {{.content = ""}, {.content = "w"}, {.content = "z"}};
  ASSERT_TRUE(added.add(first).ok());
  ASSERT_TRUE(added.add(second).ok());
  EXPECT_THAT(ids_of(added), ElementsAre(5, 6, 7));
  EXPECT_THAT(added.pieces(), ElementsAre("z", "w"));
  EXPECT_TRUE(added.has("w"));
  EXPECT_FALSE(added.has("x"));
}

// {special, normalized} of the first and the second time, and the places that are found.
TEST(AddedVocabulary, ATokenThatIsAddedAgainIsLookedForByVersion) {
  struct Case {
    AddedToken first;
    AddedToken second;
    std::vector<bool> before;  // `normalized` of each place, up to tokenizers 0.22
    std::vector<bool> since;
  };
  const auto token = [](bool special, bool normalized) {
    return AddedToken{.content = "Q", .special = special, .normalized = normalized};
  };
  const std::vector<Case> cases = {
      {token(true, false), token(true, true), {false}, {true}},
      {token(true, true), token(true, false), {true}, {false}},
      {token(false, false), token(false, true), {false, true}, {true}},
      {token(true, true), token(false, false), {true}, {false}},
      {token(false, true), token(false, true), {true}, {true}},
  };
  const Lexicon pieces = lexicon();
  for (const Case& each : cases) {
    for (const auto again : {AddedAgain::keeps_place, AddedAgain::takes_latest}) {
      AddedVocabulary added(pieces, again);
      ASSERT_TRUE(added.add({&each.first, 1}).ok());
      ASSERT_TRUE(added.add({&each.second, 1}).ok());
      std::vector<bool> places;
      for (const AddedToken& found : added.tokens()) places.push_back(found.normalized);
      EXPECT_EQ(places, again == AddedAgain::keeps_place ? each.before : each.since);
    }
  }
}

TEST(AddedVocabulary, TheLastStripAndWordFlagsCount) {
  const Lexicon pieces = lexicon();
  AddedVocabulary added(pieces, AddedAgain::keeps_place);
  const std::vector<AddedToken> twice = {{.content = "x", .special = true, .strip_left = true},
                                         {.content = "x", .special = true, .single_word = true}};
  ASSERT_TRUE(added.add(twice).ok());
  const auto tokens = added.tokens();
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_FALSE(tokens[0].strip_left);
  EXPECT_TRUE(tokens[0].single_word);
}

TEST(AddedVocabulary, SpecialTokensCanBeText) {
  const Lexicon pieces = lexicon();
  AddedVocabulary added(pieces, AddedAgain::takes_latest);
  const std::vector<AddedToken> tokens = {{.content = "<s>", .special = true}, {.content = "z"}};
  ASSERT_TRUE(added.add(tokens).ok());
  const auto split = added.tokens(/*splits_special=*/true);
  EXPECT_TRUE(split[0].split);
  EXPECT_FALSE(split[1].split);
}

TEST(AddedVocabulary, RefusesIdsThatAFileGivesOtherwise) {
  const Lexicon pieces = lexicon();
  const auto error = [&](std::vector<AddedToken> tokens, bool by_id) {
    AddedVocabulary added(pieces, AddedAgain::keeps_place);
    return added.add_as_declared({.where = "f", .is_by_id = by_id, .tokens = std::move(tokens)})
        .message();
  };
  EXPECT_EQ(error({{.content = "x", .id = 4}, {.content = "z", .id = 6}}, false), "");
  EXPECT_THAT(error({{.content = "z", .id = 7}}, false),
              HasSubstr("f[0]: expected the id 6 for z, found 7"));
  EXPECT_THAT(error({{.content = "x", .id = 6}}, true),
              HasSubstr("f.6: expected the id 4 for x, found 6"));
  EXPECT_THAT(error({{.content = "x", .id = 4}, {.content = "x", .id = 4}}, false),
              HasSubstr("f[1]: expected each token once, found x again"));
}

}  // namespace
}  // namespace xlmr
