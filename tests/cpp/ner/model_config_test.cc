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

// As XLMRobertaConfig.from_dict() of transformers 5.24 has them.
TEST(ModelConfig, NamesLabelsThatHaveNone) {
  const auto names = [](const std::string& json) {
    const auto config = ModelConfig::parse(json);
    EXPECT_TRUE(config.ok()) << config.status().message();
    std::string text;
    for (uint32_t id = 0; id < config.value().labels.size(); ++id) {
      text += config.value().labels[id].name + " ";
    }
    return text;
  };
  EXPECT_EQ(names("{}"), "LABEL_0 LABEL_1 ");
  EXPECT_EQ(names(R"({"id2label": null, "num_labels": 1})"), "LABEL_0 ");
  EXPECT_EQ(names(R"({"num_labels": 3})"), "LABEL_0 LABEL_1 LABEL_2 ");
  EXPECT_EQ(names(R"({"id2label": {"0": "O", "1": "B"}, "num_labels": 2})"), "O B ");
  EXPECT_EQ(names(R"({"id2label": {"0": "O", "1": "B"}, "num_labels": 1})"), "LABEL_0 ");
  EXPECT_EQ(names(R"({"label2id": {"A": 0}})"), "LABEL_0 LABEL_1 ");
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
  expect_error(R"({"id2label": {}})", "found 0");
  expect_error(R"({"num_labels": 0})", "num_labels: expected at least 1, found 0");
  expect_error(R"({"num_labels": -1})",
               "num_labels: expected a whole number up to 65536, found -1");
  expect_error(R"({"num_labels": 1.5})", "whole number up to 65536, found a fraction");
  expect_error(R"({"num_labels": null})", "num_labels: expected a whole number");
  expect_error(R"({"num_labels": 65537})", "num_labels: expected a whole number up to 65536");
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
