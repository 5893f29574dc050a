// SPDX-License-Identifier: Apache-2.0
// Small cases by hand; what transformers 5.24 really makes of 250 folders is compared by
// tests/js/compat_tokenizer.test.js.
#include "text/rebuilt_pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "load_tokenizer.h"
#include "model_builder.h"
#include "tokenizer_json_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<Tokenizer> rebuilt(const std::string& vocabulary, const std::string& config = "") {
  return load_tokenizer({.vocabulary = vocabulary, .config = config}, Compat::transformers5);
}

std::string uncased() {
  return TokenizerJsonBuilder().set("normalizer", R"({"type": "Lowercase"})").json();
}

TEST(RebuiltPipeline, DropsTheNormaliserAndTheSpaceBeforeAWord) {
  const auto tokenizer = rebuilt(uncased(), R"({"do_lower_case": true})");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
  EXPECT_THAT(tokenizer.value().encode("in  IN").value().ids, ElementsAre(6, 3));
  EXPECT_THAT(tokenizer.value().encode("in  in").value().ranges,
              ElementsAre(ByteRange{0, 2}, ByteRange{4, 6}));
}

TEST(RebuiltPipeline, KeepsTheFileForTheClassesThatReadIt) {
  for (const char* name : {"TokenizersBackend", "PreTrainedTokenizerFast"}) {
    const auto tokenizer =
        rebuilt(uncased(), R"({"tokenizer_class": ")" + std::string(name) + "\"}");
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.status().message();
    EXPECT_THAT(tokenizer.value().encode("IN in").value().ranges,
                ElementsAre(ByteRange{0, 2}, ByteRange{2, 5}))
        << name;
  }
}

TEST(RebuiltPipeline, AMaskOfAVocabularyAloneTakesNoSpace) {
  const std::string vocabulary = ModelBuilder().piece("▁in", -2).bytes();
  EXPECT_THAT(rebuilt(vocabulary).value().encode("in <mask>").value().ranges,
              ElementsAre(ByteRange{0, 2}, ByteRange{3, 9}));
}

TEST(RebuiltPipeline, RefusesWhatItWouldNotRebuildAsPythonDoes) {
  const std::string vocabulary = ModelBuilder().piece("▁in", -2).bytes();
  const auto error = [](const Result<Tokenizer>& result) { return result.status().message(); };
  EXPECT_THAT(error(rebuilt(uncased(), R"({"tokenizer_class": "T5Tokenizer"})")),
              HasSubstr("tokenizer_class: expected XLMRobertaTokenizer, TokenizersBackend or "
                        "PreTrainedTokenizerFast, found T5Tokenizer"));
  EXPECT_THAT(error(rebuilt(vocabulary, R"({"tokenizer_class": "TokenizersBackend"})")),
              HasSubstr("where there is no tokenizer.json, found TokenizersBackend"));
  EXPECT_THAT(error(rebuilt(uncased(), R"({"bos_token": "[CLS]"})")),
              HasSubstr("bos_token: expected <s>, found [CLS]"));
  EXPECT_THAT(error(rebuilt(vocabulary, R"({"pad_token": "[PAD]"})")),
              HasSubstr("pad_token: expected <pad>, found [PAD]"));
  // Our own tokenizer does not mind.
  EXPECT_TRUE(load_tokenizer(uncased(), R"({"tokenizer_class": "T5Tokenizer"})").ok());
}

}  // namespace
}  // namespace xlmr
