// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Tokenizer dutch() {
  return load_tokenizer(ModelBuilder()
                            .piece("▁in", -2)
                            .piece("▁Lond", -3)
                            .piece("en", -2)
                            .piece(".", -2)
                            .piece("▁", -4)
                            .piece("🙂", -5)
                            .bytes())
      .value();
}

std::vector<std::string> pieces(const Tokenizer& tokenizer, const Encoding& encoding) {
  std::vector<std::string> out;
  for (const int32_t id : encoding.ids) out.emplace_back(tokenizer.piece(id));
  return out;
}

TEST(Tokenizer, MapsPiecesToXlmrIdsAndByteRanges) {
  const Tokenizer tokenizer = dutch();
  const auto encoding = tokenizer.encode("in Londen.").value();
  EXPECT_THAT(pieces(tokenizer, encoding), ElementsAre("▁in", "▁Lond", "en", "."));
  EXPECT_THAT(encoding.ids, ElementsAre(4, 5, 6, 7));
  EXPECT_THAT(encoding.ranges,
              ElementsAre(ByteRange{0, 2}, ByteRange{3, 7}, ByteRange{7, 9}, ByteRange{9, 10}));
}

TEST(Tokenizer, NamesSpecialTokensAndTheMaskAfterTheLastPiece) {
  const Tokenizer tokenizer = dutch();
  EXPECT_EQ(tokenizer.piece(kBosId), "<s>");
  EXPECT_EQ(tokenizer.piece(kPadId), "<pad>");
  EXPECT_EQ(tokenizer.piece(kEosId), "</s>");
  EXPECT_EQ(tokenizer.piece(kUnkId), "<unk>");
  EXPECT_EQ(tokenizer.piece(4), "▁in");
  EXPECT_EQ(tokenizer.piece(9), "🙂");
  EXPECT_EQ(tokenizer.piece(10), "<mask>");
  EXPECT_EQ(tokenizer.vocabulary_size(), 11);
  EXPECT_EQ(tokenizer.piece(11), "");
  EXPECT_EQ(tokenizer.piece(-1), "");
}

TEST(Tokenizer, LeavesWhiteSpaceOutOfRanges) {
  const Tokenizer tokenizer = dutch();
  const auto encoding = tokenizer.encode("  in   Lond ").value();
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{2, 4}, ByteRange{7, 11}));
}

TEST(Tokenizer, LetsALonePrefixCoverTheCharacterItAnnounces) {
  const Tokenizer tokenizer = dutch();
  const auto encoding = tokenizer.encode("in 🙂").value();
  EXPECT_THAT(pieces(tokenizer, encoding), ElementsAre("▁in", "▁", "🙂"));
  EXPECT_THAT(encoding.ranges, ElementsAre(ByteRange{0, 2}, ByteRange{3, 7}, ByteRange{3, 7}));
}

TEST(Tokenizer, FusesNeighbouringUnknownCharactersIntoOnePiece) {
  const Tokenizer tokenizer = dutch();
  const auto encoding = tokenizer.encode("in 語語").value();
  EXPECT_THAT(encoding.ids, ElementsAre(4, 8, kUnkId));
  EXPECT_EQ(encoding.ranges.back(), (ByteRange{3, 9}));
}

TEST(Tokenizer, GivesNothingForTextsWithoutContent) {
  const Tokenizer tokenizer = dutch();
  for (const char* text : {"", " ", " \t\n"}) {
    const auto encoding = tokenizer.encode(text).value();
    for (const ByteRange range : encoding.ranges) EXPECT_FALSE(range.empty()) << text;
  }
  EXPECT_TRUE(tokenizer.encode("").value().ids.empty());
}

TEST(Tokenizer, RefusesMalformedAndOverlongTexts) {
  const Tokenizer tokenizer = dutch();
  EXPECT_THAT(tokenizer.encode("a\xFF").status().message(), HasSubstr("malformed byte at 1"));
  EXPECT_TRUE(tokenizer.encode(std::string(kMaxTextUnits, 'n')).ok());
  const auto longer = tokenizer.encode(std::string(kMaxTextUnits + 1, 'n'));
  EXPECT_EQ(longer.status().code(), StatusCode::text_too_long);
  EXPECT_THAT(longer.status().message(), HasSubstr("at most 1048576 UTF-16 units"));
}

TEST(Tokenizer, RefusesAFileThatIsNoModel) {
  EXPECT_EQ(load_tokenizer("").status().code(), StatusCode::invalid_tokenizer);
  EXPECT_EQ(load_tokenizer("{\"not\": \"protobuf\"}").status().code(),
            StatusCode::invalid_tokenizer);
}

TEST(Tokenizer, SplitsTheDutchSentenceOfTheModelCardAsPublished) {
  const char* shared = std::getenv("XLMR_NER_SHARED");
  const std::string path =
      std::string(shared ? shared : XLMR_NER_SHARED_DEFAULT) + "/data/xlmr/sentencepiece.bpe.model";
  std::ifstream file(path, std::ios::binary);
  if (!file) GTEST_SKIP() << "needs the XLM-R vocabulary at " << path;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto tokenizer = load_tokenizer(bytes);
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
  EXPECT_EQ(tokenizer.value().vocabulary_size(), 250002);
  const auto encoding = tokenizer.value().encode("Mijn naam is Emma en ik woon in Londen.").value();
  EXPECT_THAT(pieces(tokenizer.value(), encoding),
              ElementsAre("▁Mijn", "▁naam", "▁is", "▁Emma", "▁en", "▁ik", "▁woon", "▁in", "▁Lond",
                          "en", "."));
  EXPECT_EQ(encoding.ranges[3], (ByteRange{13, 17}));
  EXPECT_EQ(encoding.ranges[8], (ByteRange{32, 36}));
}

}  // namespace
}  // namespace xlmr
