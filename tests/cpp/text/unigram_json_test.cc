// SPDX-License-Identifier: Apache-2.0
#include "text/unigram_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "text/tokenizer_json.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string error_of(const std::string& field, const std::string& value) {
  const auto spec = spec_from_json(TokenizerJsonBuilder().set(field, value).json());
  return spec.ok() ? "" : spec.status().message();
}

TEST(UnigramJson, TakesUnigramModelsOnly) {
  EXPECT_THAT(error_of("model", R"({"type": "BPE"})"),
              StartsWith("tokenizer.json: model.type: expected \"Unigram\", found \"BPE\""));
  EXPECT_THAT(error_of("model", "null"), StartsWith("tokenizer.json: model.type: expected"));
}

TEST(UnigramJson, ChecksTheVocabulary) {
  const auto with = [](const std::string& vocabulary, const std::string& more = "") {
    return error_of("model",
                    R"({"type": "Unigram", "unk_id": 3, "vocab": )" + vocabulary + more + "}");
  };
  const std::string specials = R"([["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0])";
  EXPECT_THAT(with("7"), HasSubstr("model.vocab: expected a list"));
  EXPECT_THAT(with("[]"), HasSubstr("model.vocab: expected pieces"));
  EXPECT_THAT(with(specials + R"(, ["", 0]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["a"]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["a", "b"]])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with(specials + R"(, ["<pad>", 0]])"),
              HasSubstr("expected unique pieces, found piece 4 again"));
  EXPECT_THAT(with(R"([["a", 0], ["b", 0], ["c", 0], ["d", 0]])"),
              HasSubstr("expected the special token <s> at 0, found \"a\""));
  EXPECT_THAT(error_of("model", R"({"type": "Unigram", "unk_id": 9, "vocab": )" + specials + "]}"),
              HasSubstr("model.unk_id: expected a whole number up to 3, found 9"));
  EXPECT_THAT(error_of("model", R"({"type": "Unigram", "unk_id": 1, "vocab": )" + specials + "]}"),
              HasSubstr("model.unk_id: expected 3"));
  EXPECT_THAT(with(specials + "]", R"(, "byte_fallback": true)"),
              HasSubstr("byte_fallback: expected false, found true"));
}

TEST(UnigramJson, HasTheLimitsOfTheSentencePieceFile) {
  const auto with_piece = [](const std::string& piece) {
    return error_of("model",
                    R"({"type": "Unigram", "unk_id": 3, "vocab": [["<s>", 0], ["<pad>", 0],
                        ["</s>", 0], ["<unk>", 0], )" +
                        piece + "]}");
  };
  EXPECT_EQ(with_piece(R"([")" + std::string(1024, 'a') + R"(", -1.5])"), "");
  EXPECT_THAT(with_piece(R"([")" + std::string(1025, 'a') + R"(", 0])"),
              HasSubstr("model.vocab[4]: expected a piece of 1 to 1024 bytes"));
  EXPECT_THAT(with_piece(R"(["a", 1e999])"), HasSubstr("tokenizer.json: expected JSON"));
  EXPECT_THAT(with_piece(R"(["a", 0, 0])"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with_piece("7"), HasSubstr("model.vocab[4]: expected a piece"));
  EXPECT_THAT(with_piece(R"(["\ud800", 0])"), HasSubstr("tokenizer.json: expected JSON"));
}

}  // namespace
}  // namespace xlmr
