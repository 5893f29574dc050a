// SPDX-License-Identifier: Apache-2.0
#include "ner/word_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "load_tokenizer.h"
#include "model_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr uint32_t kNone = WordPieces::kNone;

// Ids: ▁ 4, 鈴木 5, ▁is 6, は 7, ▁Lond 8, en 9.
std::string model() {
  return ModelBuilder()
      .piece("▁", -3)
      .piece("鈴木", -2)
      .piece("▁is", -2)
      .piece("は", -2)
      .piece("▁Lond", -2)
      .piece("en", -2)
      .bytes();
}

Tokenizer tokenizer() { return load_tokenizer(model()).value(); }

ModelConfig config(const std::string& more = "") {
  return ModelConfig::
      parse(R"({"max_position_embeddings": 12, "id2label": {"0": "O", "1": "B-PER", "2": "B-LOC"})" +
            more + "}")
          .value();
}

// One row of logits a token; the piece with id i likes label i % 3.
std::vector<float> logits_for(const ModelInput& input) {
  std::vector<float> logits;
  for (const int32_t id : input.ids) {
    for (int label = 0; label < 3; ++label) logits.push_back(label == id % 3 ? 4.0F : 0.0F);
  }
  return logits;
}

std::vector<WordTag> tag(const WordPieces& words, const WindowPlan& plan, const ModelConfig& config,
                         Labelling labelling = Labelling::argmax) {
  const auto windows = plan_windows(words.ids.size(), plan, config.max_tokens).value();
  const auto input = make_input(words.ids, windows);
  return tag_words(words, logits_for(input), {.windows = plan, .labelling = labelling, .top_k = 2},
                   config)
      .value();
}

TEST(WordTags, HfKeepsALonePrefixAsFirstPiece) {
  const auto pieces =
      read_words_hf(tokenizer(), std::vector<std::string>{"鈴木", "", "Londen"}).value();
  EXPECT_THAT(pieces.ids, ElementsAre(4, 5, 8, 9));
  EXPECT_THAT(pieces.first, ElementsAre(0, kNone, 2));
}

TEST(WordTags, SparkNlpDropsIt) {
  const auto library = SentencePieceTokenizer::load(model()).value();
  const auto pieces =
      read_words_sparknlp(library, std::vector<std::string>{"鈴木", "\u2581", "Londen"}).value();
  EXPECT_THAT(pieces.ids, ElementsAre(5, 8, 9));
  EXPECT_THAT(pieces.first, ElementsAre(0, kNone, 1));
}

TEST(WordTags, TnerJoinsWordsAndFindsWhereTheyBegin) {
  const std::vector<std::string> words = {"鈴木", "は", "Londen"};
  const auto apart = read_words_tner(tokenizer(), words, " ").value();
  EXPECT_THAT(apart.ids, ElementsAre(4, 5, 4, 7, 8, 9));
  EXPECT_THAT(apart.first, ElementsAre(0, 2, 4));
  const auto together = read_words_tner(tokenizer(), std::vector<std::string>{"鈴木", "は"}, "");
  EXPECT_THAT(together.value().ids, ElementsAre(4, 5, 7));
  EXPECT_THAT(together.value().first, ElementsAre(0, 2));
}

// T-NER's labels for words behind one without pieces are those of the next piece.
TEST(WordTags, TnerCountsAWordWithoutPiecesAsOne) {
  const std::vector<std::string> words = {"is", "", "is", "Londen", "is", "is"};
  const auto pieces = count_words_tner(tokenizer(), words, " ").value();
  EXPECT_THAT(pieces.first, ElementsAre(0, 1, 2, 3, 5, 6));
  EXPECT_EQ(pieces.ids.size(), read_words_tner(tokenizer(), words, " ").value().ids.size());

  const std::vector<std::string> empty_first = {"", "Londen", "is"};  // ▁Lond en ▁is </s>
  const auto shifted = count_words_tner(tokenizer(), empty_first, " ").value();
  EXPECT_THAT(shifted.first, ElementsAre(0, 1, 3));
  const auto at_end = [&](uint32_t max_tokens) {
    const WindowPlan plan{Windowing::truncated, {.max_tokens = max_tokens, .stride = 0}};
    return tag(shifted, plan, config());
  };
  EXPECT_EQ(shifted.ids.size(), 3U);
  EXPECT_FALSE(at_end(6)[2].is_cut) << "is read at </s>";
  EXPECT_TRUE(at_end(5)[2].is_cut) << "</s> is at the last place, where T-NER reads nothing";
}

TEST(WordTags, APieceOverTwoWordsGivesBothItsLabel) {
  const auto pieces =
      read_words_tner(tokenizer(), std::vector<std::string>{"鈴", "木", "は"}, "").value();
  EXPECT_THAT(pieces.ids, ElementsAre(4, 5, 7));
  EXPECT_THAT(pieces.first, ElementsAre(0, 1, 2));
}

TEST(WordTags, EveryWordHasALabelHoweverManyThereAre) {
  std::vector<std::string> words;
  for (int i = 0; i < 3000; ++i) words.emplace_back(i % 3 == 0 ? "Londen" : i % 3 == 1 ? "is" : "");
  const auto pieces = read_words_hf(tokenizer(), words).value();
  const WindowPlan plan{Windowing::owned, {.max_tokens = 10, .stride = 2}};
  const auto tags = tag(pieces, plan, config());
  ASSERT_EQ(tags.size(), 3000U);
  for (size_t i = 0; i < tags.size(); ++i) {
    ASSERT_FALSE(tags[i].is_cut);
    ASSERT_EQ(tags[i].label, i % 3 == 0 ? 2U : 0U) << i;  // ▁Lond is 8, ▁is is 6
    ASSERT_EQ(tags[i].score > 0, i % 3 != 2) << i;
  }
}

TEST(WordTags, WhatATruncatedWindowDoesNotShowIsMarked) {
  const auto pieces = read_words_hf(tokenizer(), std::vector<std::string>{"is", "is", "", "is"});
  const WindowPlan plan{Windowing::truncated, {.max_tokens = 4, .stride = 0}};
  const auto tags = tag(pieces.value(), plan, config());
  ASSERT_EQ(tags.size(), 4U);
  EXPECT_FALSE(tags[1].is_cut);
  EXPECT_FALSE(tags[2].is_cut) << "has no piece to lose";
  EXPECT_TRUE(tags[3].is_cut);
}

// is likes O, but the CRF forbids it everywhere.
TEST(WordTags, ACrfDecidesTheLabelAndNotTheProbability) {
  const auto with_crf = config(R"(, "crf_state_dict": {
      "transitions": [[0, 0, 0], [-99, 0, 0], [-99, 0, 0]],
      "start_transitions": [-99, 1, 0], "end_transitions": [-99, 0, 0]})");
  const auto pieces = read_words_tner(tokenizer(), std::vector<std::string>{"is"}, " ").value();
  const WindowPlan plan{Windowing::owned, {.max_tokens = 10, .stride = 2}};
  const auto tags = tag(pieces, plan, with_crf, Labelling::crf);
  EXPECT_EQ(tags[0].label, 1U);
  EXPECT_LT(tags[0].score, 0.1F);
  EXPECT_GT(tags[0].max_score, 0.9F);
  ASSERT_EQ(tags[0].labels.size(), 2U);
  EXPECT_EQ(tags[0].labels[0].label, 0U);
  EXPECT_EQ(tags[0].labels[1].label, 1U);
  EXPECT_THAT(tag_words(pieces, std::vector<float>(9, 0.0F),
                        {.windows = plan, .labelling = Labelling::crf}, config())
                  .status()
                  .message(),
              HasSubstr("expected a crf_state_dict"));
}

}  // namespace
}  // namespace xlmr
