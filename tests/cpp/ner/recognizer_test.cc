// SPDX-License-Identifier: Apache-2.0
#include "ner/recognizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "model_builder.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr WindowOptions kWide{.max_tokens = 10, .stride = 2};

Recognizer recognizer() {
  auto tokenizer = Tokenizer::load(ModelBuilder()
                                       .piece("▁Emma", -2)
                                       .piece("▁in", -2)
                                       .piece("▁Lond", -2)
                                       .piece("en", -2)
                                       .bytes());
  auto config = ModelConfig::parse(R"({"max_position_embeddings": 12,
      "id2label": {"0": "O", "1": "B-PER", "2": "B-LOC", "3": "I-LOC"}})");
  return {std::make_shared<const Tokenizer>(std::move(tokenizer).value()),
          std::move(config).value()};
}

// The logits of a model that knows one label for each id, [tokens, 4].
std::vector<float> logits_for(const ModelInput& input) {
  std::vector<float> logits;
  for (const int32_t id : input.ids) {
    const int label = id == 4 ? 1 : id == 6 ? 2 : id == 7 ? 3 : 0;
    for (int i = 0; i < 4; ++i) logits.push_back(i == label ? 9.0F : 0.0F);
  }
  return logits;
}

TEST(Recognizer, PutsSpecialTokensAroundEachWindow) {
  const auto input = recognizer().prepare("Emma in Londen", kWide).value();
  EXPECT_THAT(input.ids, ElementsAre(kBosId, 4, 5, 6, 7, kEosId));
  EXPECT_THAT(input.lengths, ElementsAre(6U));
}

TEST(Recognizer, FindsEntitiesFromLogits) {
  const Recognizer ner = recognizer();
  const std::string text = "Emma in Londen";
  const auto input = ner.prepare(text, kWide).value();
  const auto entities =
      ner.decode(text, logits_for(input), kWide, {.strategy = AggregationStrategy::simple}).value();
  ASSERT_EQ(entities.size(), 2U);
  EXPECT_EQ(entities[0].word, "Emma");
  EXPECT_EQ(entities[1].word, "Londen");
  EXPECT_EQ(entities[1].range, (ByteRange{8, 14}));
}

TEST(Recognizer, GivesTheSameEntitiesForAnyWindows) {
  const Recognizer ner = recognizer();
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Emma in Londen ";
  std::vector<std::string> expected;
  for (uint32_t max_tokens : {10U, 9U, 5U, 3U}) {
    for (uint32_t stride = 0; stride + 2 < max_tokens; ++stride) {
      const WindowOptions windows{.max_tokens = max_tokens, .stride = stride};
      const auto input = ner.prepare(text, windows).value();
      const auto entities =
          ner.decode(text, logits_for(input), windows, {.strategy = AggregationStrategy::simple})
              .value();
      std::vector<std::string> found;
      for (const Entity& entity : entities) {
        found.push_back(entity.word + "@" + std::to_string(entity.range.begin));
      }
      if (expected.empty()) expected = found;
      ASSERT_EQ(found, expected) << max_tokens << " " << stride;
    }
  }
  EXPECT_EQ(expected.size(), 40U);
}

TEST(Recognizer, ReportsAnUnknownPieceAsTheTextItCovers) {
  const Recognizer ner = recognizer();
  const std::string text = "in 語";
  const auto input = ner.prepare(text, kWide).value();
  std::vector<float> logits(input.ids.size() * 4, 0);
  for (size_t row = 0; row < input.ids.size(); ++row) logits[row * 4 + 1] = 1;
  const auto entities = ner.decode(text, logits, kWide, {}).value();
  EXPECT_EQ(entities.back().word, "語");
}

TEST(Recognizer, GivesNothingForAnEmptyText) {
  const Recognizer ner = recognizer();
  EXPECT_TRUE(ner.prepare("", kWide).value().ids.empty());
  EXPECT_TRUE(ner.decode("", {}, kWide, {}).value().empty());
}

TEST(Recognizer, RefusesLogitsOfAnotherShapeOrValue) {
  const Recognizer ner = recognizer();
  const std::string text = "Emma";
  auto logits = logits_for(ner.prepare(text, kWide).value());
  logits.push_back(0);
  EXPECT_THAT(ner.decode(text, logits, kWide, {}).status().message(),
              HasSubstr("expected 3 tokens x 4 labels, found 13 values"));
  logits.pop_back();
  logits[4] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_THAT(ner.decode(text, logits, kWide, {}).status().message(),
              HasSubstr("expected finite values, found others at piece 0"));
}

TEST(Recognizer, RefusesWindowsLongerThanTheModels) {
  EXPECT_THAT(recognizer().prepare("Emma", {.max_tokens = 11, .stride = 2}).status().message(),
              HasSubstr("expected at most 10"));
}

}  // namespace
}  // namespace xlmr
