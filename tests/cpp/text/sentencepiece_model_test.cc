// SPDX-License-Identifier: Apache-2.0
#include "text/sentencepiece_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "text/sentencepiece_tokenizer.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

void expect_error(const std::string& bytes, const std::string& part) {
  const auto model = SentencePieceModel::read(bytes);
  ASSERT_FALSE(model.ok()) << part;
  EXPECT_EQ(model.status().code(), StatusCode::invalid_tokenizer);
  EXPECT_THAT(model.status().message(), HasSubstr(part));
}

TEST(SentencePieceModel, ReadsPiecesScoresAndTypes) {
  const std::string bytes = ModelBuilder().piece("▁a", -1.5F).model_type(1).bytes();
  const auto model = SentencePieceModel::read(bytes);
  ASSERT_TRUE(model.ok()) << model.status().message();
  ASSERT_EQ(model.value().pieces.size(), 4U);
  EXPECT_EQ(model.value().pieces[0].type, PieceType::unknown);
  EXPECT_EQ(model.value().pieces[3].text, "▁a");
  EXPECT_EQ(model.value().pieces[3].score, -1.5F);
}

TEST(SentencePieceModel, RefusesEveryTruncationThatCutsAField) {
  const std::string bytes = ModelBuilder().piece("▁ab", -1).piece("c", -2).bytes();
  const size_t first_whole = ModelBuilder().piece("▁ab", -1).bytes().size();
  for (size_t size = 0; size < bytes.size(); ++size) {
    const bool whole = SentencePieceModel::read(bytes.substr(0, size)).ok();
    EXPECT_EQ(whole, size == first_whole) << "size " << size;
  }
}

TEST(SentencePieceModel, NamesThePieceThatIsWrong) {
  expect_error("", "expected more than 3 pieces, found 0");
  expect_error("<html>", "malformed or truncated protobuf");
  expect_error(ModelBuilder().piece("", -1).bytes(), "piece 3: expected a text");
  expect_error(ModelBuilder().piece("\xFF", -1).bytes(), "piece 3: expected UTF-8");
  expect_error(ModelBuilder().piece(std::string("a\0b", 3), -1).bytes(), "without NUL");
  expect_error(ModelBuilder().piece(std::string(1025, 'a'), -1).bytes(), "found 1025");
  expect_error(ModelBuilder().piece("u", 0, PieceType::unknown).bytes(), "only unknown");
  expect_error(ModelBuilder().piece("a", 0, static_cast<PieceType>(9)).bytes(), "from 1 to 6");
  expect_error(ModelBuilder().piece("a", std::numeric_limits<float>::quiet_NaN()).bytes(),
               "piece 3: expected a finite score");
  expect_error(ModelBuilder().piece("a", -std::numeric_limits<float>::infinity()).bytes(),
               "finite score");
}

TEST(SentencePieceModel, NamesTheFirstRepeatedOfManyPieces) {
  ModelBuilder builder;
  for (int i = 0; i < 3000; ++i) builder.piece("p" + std::to_string(i), -1);
  const std::string unique = builder.bytes();
  EXPECT_TRUE(SentencePieceModel::read(unique).value().check_unique().ok());
  builder.piece("p2999", -1).piece("p7", -1);
  const std::string repeated = builder.bytes();
  const std::string expected = "piece 3003: expected unique pieces, found \"p2999\" again";
  for (const Status& status :
       {SentencePieceModel::read(repeated).value().check_unique(),
        load_tokenizer(repeated).status(), SentencePieceTokenizer::load(repeated).status()}) {
    EXPECT_EQ(status.code(), StatusCode::invalid_tokenizer);
    EXPECT_EQ(status.message(), expected);
  }
  EXPECT_EQ(load_tokenizer(ModelBuilder().piece("<s>", -1).bytes()).status().message(),
            "piece 3: expected unique pieces, found \"<s>\" again");
}

// The vocabulary gets a <pad> and a <mask> that the file need not have.
TEST(SentencePieceModel, APieceMayBeCalledLikeAnAddedToken) {
  const std::string model = ModelBuilder().piece("<mask>", -1).piece("a", -1).bytes();
  EXPECT_TRUE(load_tokenizer(model).ok());
}

TEST(SentencePieceModel, RefusesOtherModelTypesAndLayouts) {
  expect_error(ModelBuilder().piece("a", -1).model_type(2).bytes(), "expected model type 1");
  std::string swapped = bytes_field(1, piece_message("<s>", 0, PieceType::control)) +
                        ModelBuilder().piece("a", -1).bytes();
  expect_error(swapped, "piece 0: expected the special token <unk>, found \"<s>\"");
}

}  // namespace
}  // namespace xlmr
