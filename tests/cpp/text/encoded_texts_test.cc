// SPDX-License-Identifier: Apache-2.0
#include "text/encoded_texts.h"

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
using ::testing::IsEmpty;

Tokenizer dutch() {
  return load_tokenizer(ModelBuilder()
                            .piece("▁in", -2)
                            .piece("▁Lond", -3)
                            .piece("en", -2)
                            .piece("▁", -4)
                            .piece("🙂", -5)
                            .bytes())
      .value();
}

EncodedTexts encode(std::span<const std::string_view> texts, OffsetUnit unit, size_t threads) {
  const Tokenizer tokenizer = dutch();
  return encode_texts(texts, unit, ThreadPool(threads), [&tokenizer] {
    return [&tokenizer, work = HfTokenizer::Work()](std::string_view text) mutable {
      return tokenizer.encode(text, Alignment::reference, work);
    };
  });
}

TEST(EncodedTexts, HoldsEachTextWithItsSpecialTokens) {
  const std::vector<std::string_view> texts = {"in 🙂en", "", "Londen"};
  const auto encoded = encode(texts, OffsetUnit::utf16, 1);
  EXPECT_TRUE(encoded.status.ok());
  EXPECT_THAT(encoded.ids, ElementsAre(0, 4, 7, 8, 6, 2, 0, 2, 0, 5, 6, 2));
  EXPECT_THAT(encoded.offsets,
              ElementsAre(0, 0, 0, 2, 3, 5, 3, 5, 5, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 6, 0, 0));
  EXPECT_THAT(encoded.words, ElementsAre(-1, 0, 1, 1, 1, -1, -1, -1, -1, 0, 0, -1));
  EXPECT_THAT(encoded.ends, ElementsAre(6, 8, 12));
}

TEST(EncodedTexts, CountsCodePointsWhereAsked) {
  const std::vector<std::string_view> texts = {"🙂en"};
  EXPECT_THAT(encode(texts, OffsetUnit::codepoint, 1).offsets,
              ElementsAre(0, 0, 0, 1, 0, 1, 1, 3, 0, 0));
}

TEST(EncodedTexts, DoesNotDependOnTheThreads) {
  std::vector<std::string> storage;
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (int k = 0; k < i % 37; ++k) text += k % 3 == 0 ? "in " : k % 3 == 1 ? "Londen" : "🙂 x";
    storage.push_back(text);
  }
  const std::vector<std::string_view> texts(storage.begin(), storage.end());
  const auto one = encode(texts, OffsetUnit::utf16, 1);
  const auto three = encode(texts, OffsetUnit::utf16, 3);
  EXPECT_EQ(one.ids, three.ids);
  EXPECT_EQ(one.offsets, three.offsets);
  EXPECT_EQ(one.words, three.words);
  EXPECT_EQ(one.ends, three.ends);
  EXPECT_EQ(one.ends.size(), texts.size());
}

TEST(EncodedTexts, NamesTheFirstTextThatFails) {
  const std::vector<std::string> storage(100, "in");
  std::vector<std::string_view> texts(storage.begin(), storage.end());
  texts[70] = texts[90] = "\xFF";
  const auto encoded = encode(texts, OffsetUnit::utf16, 2);
  EXPECT_EQ(encoded.status.code(), StatusCode::invalid_argument);
  EXPECT_EQ(encoded.failed, 70U);
}

TEST(SplitTexts, FindsTextsByTheirUtf16Lengths) {
  std::vector<std::string_view> texts;
  const std::vector<uint32_t> lengths = {1, 0, 3, 1};
  EXPECT_TRUE(split_texts("é\n\n🙂x\n語", lengths, texts).ok());
  EXPECT_THAT(texts, ElementsAre("é", "", "🙂x", "語"));
  texts.clear();
  EXPECT_TRUE(split_texts("", {}, texts).ok());
  EXPECT_THAT(texts, IsEmpty());
}

TEST(SplitTexts, RefusesLengthsThatDoNotFit) {
  std::vector<std::string_view> texts;
  const auto message = [&](std::string_view joined, std::vector<uint32_t> lengths) {
    return split_texts(joined, lengths, texts).message();
  };
  EXPECT_THAT(message("ab", {3}), HasSubstr("expected 3 UTF-16 units in text 0, found 2"));
  EXPECT_THAT(message("🙂", {1}), HasSubstr("expected 1 UTF-16 units in text 0, found 2"));
  EXPECT_THAT(message("ab", {2, 0}), HasSubstr("in text 1"));
  EXPECT_THAT(message("abc", {1}), HasSubstr("expected 1 bytes in all, found 3"));
  EXPECT_THAT(message("\xF0", {2}), HasSubstr("in text 0"));
}

}  // namespace
}  // namespace xlmr
