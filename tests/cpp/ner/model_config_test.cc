// SPDX-License-Identifier: Apache-2.0
#include "ner/model_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace xlmr {
namespace {

using ::testing::HasSubstr;

TEST(ModelConfig, ReadsLabelsInTheOrderOfTheirIds) {
  const auto config = ModelConfig::parse(R"({"model_type": "xlm-roberta",
      "max_position_embeddings": 514, "pad_token_id": 1,
      "id2label": {"2": "I-PER", "0": "O", "1": "B-PER"}})");
  ASSERT_TRUE(config.ok()) << config.status().message();
  EXPECT_EQ(config.value().max_tokens, 512U);
  EXPECT_EQ(config.value().labels.size(), 3U);
  EXPECT_EQ(config.value().labels[1].name, "B-PER");
}

void expect_error(const std::string& json, const std::string& part) {
  const auto config = ModelConfig::parse(json);
  ASSERT_FALSE(config.ok()) << json;
  EXPECT_EQ(config.status().code(), StatusCode::invalid_config);
  EXPECT_THAT(config.status().message(), HasSubstr(part)) << json;
}

TEST(ModelConfig, SaysWhatWasExpectedAndFound) {
  expect_error("", "expected JSON");
  expect_error("{\"id2label\": {\"0\": ", "expected JSON, found an error at byte");
  expect_error("[]", "top level: expected an object, found array");
  expect_error("{}", "id2label: expected an object of 1 to 65536 labels");
  expect_error(R"({"id2label": {}})", "found 0");
  expect_error(R"({"id2label": ["O"]})", "found array");
  expect_error(R"({"id2label": {"0": "O", "2": "B-PER"}})", "ids from 0 to 1, found \"2\"");
  expect_error(R"({"id2label": {"0": "O", "x": "B-PER"}})", "found \"x\"");
  expect_error(R"({"id2label": {"0": "O", "00": "B-PER"}})", "each id once");
  expect_error(R"({"id2label": {"0": 7}})", "a label at id 0, found 7");
  expect_error(R"({"id2label": {"0": ""}})", "a label at id 0");
  expect_error(R"({"model_type": "bert", "id2label": {"0": "O"}})",
               "model_type: expected \"xlm-roberta\", found \"bert\"");
  expect_error(R"({"id2label": {"0": "O"}, "max_position_embeddings": 4})", "at least 5, found 4");
  expect_error(R"({"id2label": {"0": "O"}, "max_position_embeddings": -1})", "a whole number");
  expect_error(R"({"id2label": {"0": "O"}, "pad_token_id": 99999999999})", "a whole number");
}

TEST(ModelConfig, SurvivesDeepNestingWithoutRecursion) {
  const std::string deep = "{\"a\": " + std::string(1'000'000, '[');
  EXPECT_FALSE(ModelConfig::parse(deep).ok());
}

}  // namespace
}  // namespace xlmr
