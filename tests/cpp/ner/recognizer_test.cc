// SPDX-License-Identifier: Apache-2.0
#include "ner/recognizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

WindowPlan plan(uint32_t max_tokens, uint32_t stride, Windowing windowing = Windowing::owned) {
  return {windowing, {.max_tokens = max_tokens, .stride = stride}};
}

TagOptions simple(const WindowPlan& windows) {
  return {.windows = windows, .records = {.strategy = AggregationStrategy::simple}};
}

const WindowPlan kWide = plan(10, 2);

std::string model() {
  return ModelBuilder()
      .piece("▁Emma", -2)
      .piece("▁in", -2)
      .piece("▁Lond", -2)
      .piece("en", -2)
      .bytes();
}

Recognizer recognizer() {
  auto tokenizer = load_tokenizer(model());
  auto config = ModelConfig::parse(R"({"max_position_embeddings": 12,
      "id2label": {"0": "O", "1": "B-PER", "2": "B-LOC", "3": "I-LOC"}})");
  return {std::make_shared<const Tokenizer>(std::move(tokenizer).value()),
          std::make_shared<const ModelConfig>(std::move(config).value())};
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

ModelInput input_of(const Recognizer& ner, const std::string& text, const WindowPlan& windows) {
  return ner.prepare(ner.read(text).value(), windows).value();
}

std::vector<Entity> tag(const Recognizer& ner, const std::string& text, const TagOptions& options) {
  return ner
      .decode(ner.read(text).value(), logits_for(input_of(ner, text, options.windows)), options)
      .value();
}

std::vector<std::string> found(const std::vector<Entity>& entities) {
  std::vector<std::string> out;
  for (const Entity& entity : entities) {
    out.push_back(entity.name + " " + entity.word + "@" + std::to_string(entity.range.begin));
  }
  return out;
}

TEST(Recognizer, PutsSpecialTokensAroundEachWindow) {
  const auto input = input_of(recognizer(), "Emma in Londen", kWide);
  EXPECT_THAT(input.ids, ElementsAre(kBosId, 4, 5, 6, 7, kEosId));
  EXPECT_THAT(input.lengths, ElementsAre(6U));
  EXPECT_EQ(input.cut, 0U);
}

TEST(Recognizer, FindsEntitiesFromLogits) {
  const auto entities = tag(recognizer(), "Emma in Londen", simple(kWide));
  EXPECT_THAT(found(entities), ElementsAre("PER Emma@0", "LOC Londen@8"));
  EXPECT_EQ(entities[1].range, (ByteRange{8, 14}));
}

TEST(Recognizer, GivesTheSameEntitiesForAnyWindows) {
  const Recognizer ner = recognizer();
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Emma in Londen ";
  std::vector<std::string> expected;
  for (uint32_t max_tokens : {10U, 9U, 5U, 3U}) {
    for (uint32_t stride = 0; stride + 2 < max_tokens; ++stride) {
      const auto entities = found(tag(ner, text, simple(plan(max_tokens, stride))));
      if (expected.empty()) expected = entities;
      ASSERT_EQ(entities, expected) << max_tokens << " " << stride;
    }
  }
  EXPECT_EQ(expected.size(), 40U);
}

TEST(Recognizer, TruncatesOnRequestAndSaysHowMuchWasCut) {
  const Recognizer ner = recognizer();
  const WindowPlan windows = plan(5, 0, Windowing::truncated);
  const auto input = input_of(ner, "Emma in Emma in Londen", windows);
  EXPECT_THAT(input.ids, ElementsAre(kBosId, 4, 5, 4, kEosId));
  EXPECT_EQ(input.cut, 3U);
  EXPECT_THAT(found(tag(ner, "Emma in Emma in Londen", simple(windows))),
              ElementsAre("PER Emma@0", "PER Emma@8"));
}

// 2^25 logits of four labels are 2^23 tokens: windows of ten tokens that advance by one piece.
TEST(Recognizer, RefusesWindowsWhoseLogitsHaveNoRoom) {
  const Recognizer ner = recognizer();
  Sentence sentence;
  sentence.encoding.ids.assign((1U << 23) / 10 + 7, 4);
  EXPECT_TRUE(ner.prepare(sentence, plan(10, 7)).ok());
  sentence.encoding.ids.push_back(4);
  const auto refused = ner.prepare(sentence, plan(10, 7));
  EXPECT_EQ(refused.status().code(), StatusCode::text_too_long);
  EXPECT_THAT(refused.status().message(), HasSubstr("at most 8388608 tokens, found 8388610"));
}

// Windows of three pieces that share one: ▁Emma ▁in ▁Lond | ▁Lond en ▁Emma | ▁Emma
TEST(Recognizer, LikeHuggingFaceDecodesEachWindowAndMergesWhatOverlaps) {
  const Recognizer ner = recognizer();
  TagOptions options = simple(plan(5, 1, Windowing::overlapping));
  options.records.decoder = SpanDecoder::hf;
  options.records.compat_hf = true;
  EXPECT_THAT(found(tag(ner, "Emma in Londen Emma", options)),
              ElementsAre("PER Emma@0", "LOC Londen@8", "PER Emma@15"));
  options.records.strategy = AggregationStrategy::none;
  const auto pieces = tag(ner, "Emma in Londen Emma", options);
  ASSERT_EQ(pieces.size(), 4U);
  EXPECT_EQ(pieces[3].index, 3) << "indices begin anew in each window";
}

TEST(Recognizer, LabelsWordsByTheirFirstPiece) {
  TagOptions options = simple(kWide);
  options.records.strategy = AggregationStrategy::first;
  EXPECT_THAT(found(tag(recognizer(), "Londen Emma", options)),
              ElementsAre("LOC Londen@0", "PER Emma@7"));
}

TEST(Recognizer, ReadsWordsByThemselvesAndCountsInTheJoinedText) {
  const Recognizer ner = recognizer();
  const std::vector<std::string> words = {"Emma", "in", "Londen"};
  const Sentence sentence = ner.read_words(words, "--").value();
  EXPECT_EQ(sentence.text, "Emma--in--Londen");
  const auto input = ner.prepare(sentence, kWide).value();
  EXPECT_THAT(input.ids, ElementsAre(kBosId, 4, 5, 6, 7, kEosId));
  const auto entities = ner.decode(sentence, logits_for(input), simple(kWide)).value();
  EXPECT_THAT(found(entities), ElementsAre("PER Emma@0", "LOC Londen@10"));
}

TEST(Recognizer, OffsetsCanBeReplaced) {
  const Recognizer ner = recognizer();
  TagOptions options = simple(kWide);
  options.offset_mapping = {{0, 0}, {1, 2}, {3, 4}, {5, 6}, {6, 9}, {0, 0}};
  EXPECT_THAT(found(tag(ner, "Emma in Londen", options)),
              ElementsAre("PER Emma@1", "LOC Londen@5"));
  options.offset_mapping.resize(3);
  const auto sentence = ner.read("Emma in Londen").value();
  const auto logits = logits_for(ner.prepare(sentence, kWide).value());
  EXPECT_THAT(ner.decode(sentence, logits, options).status().message(),
              HasSubstr("offset_mapping: expected an entry for each token"));
}

std::vector<std::string> tagged(const Recognizer& ner, const std::vector<std::string>& words,
                                WordMode mode, const WordTagOptions& options,
                                const SentencePieceTokenizer* library = nullptr) {
  const auto pieces = ner.read_word_pieces(words, mode, " ", library).value();
  const auto input = ner.prepare(pieces, options.windows).value();
  const auto result = ner.tag(pieces, logits_for(input), options).value();
  std::vector<std::string> out;
  for (const WordTag& word : result.tags) {
    out.push_back(word.is_cut ? "cut" : ner.config().labels[word.label].name);
  }
  for (const Span& span : result.spans) {
    out.push_back(std::string(span.type) + " " + std::to_string(span.units.begin) + "-" +
                  std::to_string(span.units.end));
  }
  return out;
}

TEST(Recognizer, TagsGivenWordsByEachSystemsPieces) {
  const Recognizer ner = recognizer();
  const std::vector<std::string> words = {"Emma", "in", "Londen"};
  const auto library = SentencePieceTokenizer::load(model()).value();
  const WordTagOptions options{.windows = kWide};
  const auto labels = ElementsAre("B-PER", "O", "B-LOC");
  EXPECT_THAT(tagged(ner, words, WordMode::hf, options), labels);
  EXPECT_THAT(tagged(ner, words, WordMode::tner, options), labels);
  EXPECT_THAT(tagged(ner, words, WordMode::sparknlp, options, &library), labels);
}

TEST(Recognizer, SparkNlpsWordsNeedTheLibrary) {
  const std::vector<std::string> words = {"Emma"};
  const auto pieces = recognizer().read_word_pieces(words, WordMode::sparknlp, " ", nullptr);
  EXPECT_EQ(pieces.status().code(), StatusCode::not_loaded);
  EXPECT_EQ(pieces.status().message(), "expected loadSentencePiece() first");
}

TEST(Recognizer, WordsMakeSpansWhereTheyAreWanted) {
  const Recognizer ner = recognizer();
  const std::vector<std::string> words = {"Emma", "in", "Londen", "Emma"};
  const WordPieces pieces = ner.read_word_pieces(words, WordMode::hf, " ", nullptr).value();
  WordTagOptions options{.windows = plan(7, 0, Windowing::truncated), .spans = SpanDecoder::conll};
  EXPECT_EQ(ner.prepare(pieces, options.windows).value().cut, 0U);
  EXPECT_THAT(tagged(ner, words, WordMode::hf, options),
              ElementsAre("B-PER", "O", "B-LOC", "B-PER", "PER 0-1", "LOC 2-3", "PER 3-4"));
  options.windows = plan(5, 0, Windowing::truncated);
  EXPECT_EQ(ner.prepare(pieces, options.windows).value().cut, 2U);
  EXPECT_THAT(tagged(ner, words, WordMode::hf, options),
              ElementsAre("B-PER", "O", "B-LOC", "cut", "PER 0-1", "LOC 2-3"));
}

// Alone, the second piece would be I-LOC, which no B-LOC or I-LOC is before.
TEST(Recognizer, ViterbiKeepsToTheScheme) {
  const Recognizer ner = recognizer();
  const auto sentence = ner.read("in Londen").value();
  const std::vector<float> logits = {9, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1.5, 2, 0, 0, 0, 3, 9, 0, 0, 0};
  TagOptions options = simple(kWide);
  EXPECT_EQ(ner.decode(sentence, logits, options).value()[0].label, 3U);
  options.labelling = Labelling::viterbi;
  const auto entities = ner.decode(sentence, logits, options).value();
  EXPECT_THAT(found(entities), ElementsAre("LOC Londen@3"));
  EXPECT_EQ(entities[0].label, 2U);
  options.scheme = LabelScheme::iob1;
  EXPECT_EQ(ner.decode(sentence, logits, options).value()[0].label, 3U);
  options.labelling = Labelling::crf;
  EXPECT_THAT(ner.decode(sentence, logits, options).status().message(),
              HasSubstr("expected a crf_state_dict"));
}

TEST(Recognizer, ReportsAnUnknownPieceAsTheTextItCovers) {
  const Recognizer ner = recognizer();
  const auto sentence = ner.read("in 語").value();
  const auto input = ner.prepare(sentence, kWide).value();
  std::vector<float> logits(input.ids.size() * 4, 0);
  for (size_t row = 0; row < input.ids.size(); ++row) logits[row * 4 + 1] = 1;
  const auto entities = ner.decode(sentence, logits, {.windows = kWide}).value();
  EXPECT_EQ(entities.back().word, "語");
}

TEST(Recognizer, GivesNothingForAnEmptyText) {
  const Recognizer ner = recognizer();
  EXPECT_TRUE(input_of(ner, "", kWide).ids.empty());
  EXPECT_TRUE(tag(ner, "", {.windows = kWide}).empty());
}

TEST(Recognizer, RefusesLogitsOfAnotherShapeOrValue) {
  const Recognizer ner = recognizer();
  const auto sentence = ner.read("Emma").value();
  auto logits = logits_for(ner.prepare(sentence, kWide).value());
  const TagOptions options{.windows = kWide};
  logits.push_back(0);
  EXPECT_THAT(ner.decode(sentence, logits, options).status().message(),
              HasSubstr("expected 3 tokens x 4 labels, found 13 values"));
  logits.pop_back();
  logits[4] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_THAT(ner.decode(sentence, logits, options).status().message(),
              HasSubstr("expected finite values, found others at token 1"));
}

TEST(Recognizer, RefusesWindowsLongerThanTheModels) {
  const Recognizer ner = recognizer();
  EXPECT_THAT(ner.prepare(ner.read("Emma").value(), plan(11, 2)).status().message(),
              HasSubstr("expected at most 10"));
}

}  // namespace
}  // namespace xlmr
