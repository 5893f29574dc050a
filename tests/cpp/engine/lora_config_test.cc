// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace xlmr {
namespace {

using ::testing::HasSubstr;

const std::string kQuery = "roberta.encoder.layer.0.attention.self.query";

LoraConfig parse(const std::string& fields) {
  auto config = LoraConfig::parse("{\"peft_type\": \"LORA\"" + fields + "}");
  EXPECT_TRUE(config.ok()) << config.status().message();
  return std::move(config).value();
}

void expect_error(const std::string& json, const std::string& part) {
  const auto config = LoraConfig::parse(json);
  ASSERT_FALSE(config.ok()) << json;
  EXPECT_EQ(config.status().code(), StatusCode::invalid_config);
  EXPECT_THAT(config.status().message(), HasSubstr(part));
}

float scale(const std::string& fields, const std::string& module, uint64_t rank) {
  const auto found = parse(fields).scale(module, rank);
  EXPECT_TRUE(found.ok()) << found.status().message();
  return found.ok() ? found.value() : NAN;
}

TEST(LoraConfig, DividesAlphaByTheRankOrItsRoot) {
  EXPECT_EQ(scale("", kQuery, 8), 1.0F);
  EXPECT_EQ(scale(R"(, "r": 4, "lora_alpha": 16)", kQuery, 4), 4.0F);
  EXPECT_EQ(scale(R"(, "r": 4, "lora_alpha": 3, "use_rslora": true)", kQuery, 4), 1.5F);
}

TEST(LoraConfig, PatternsMatchTheEndsOfNames) {
  const std::string fields = R"(, "r": 4, "lora_alpha": 8, "rank_pattern": {"query": 2, "key": 1},
      "alpha_pattern": {"layer.1.attention.self.query": 6, "^roberta.x": 3, "uery": 9, "^query": 9})";
  EXPECT_EQ(scale(fields, kQuery, 2), 4.0F);
  EXPECT_EQ(scale(fields, "roberta.encoder.layer.1.attention.self.query", 2), 3.0F);
  EXPECT_EQ(scale(fields, "roberta.x", 4), 0.75F);
  EXPECT_EQ(scale(fields, "my.roberta.x", 4), 2.0F);
  EXPECT_EQ(scale(fields, "query", 2), 4.5F);
}

TEST(LoraConfig, APointInAPatternIsAnyCharacter) {
  const std::string fields = R"(, "alpha_pattern": {"self.q.ery": 24, "^x.y": 16})";
  EXPECT_EQ(scale(fields, kQuery, 8), 3.0F);
  EXPECT_EQ(scale(fields, "xxy", 8), 2.0F);
  EXPECT_EQ(scale(fields, "layer.my_self.query", 8), 1.0F);
  EXPECT_EQ(scale(fields, "y", 8), 1.0F);
  const LoraConfig config = parse(R"(, "target_modules": ["q.ery"])");
  EXPECT_FALSE(config.scale(kQuery, 8).ok());
}

TEST(LoraConfig, RanksByRegularExpressionsAreThoseOfTheMatrices) {
  const std::string fields = R"(, "r": 4, "rank_pattern": {"layer\\.\\d+.*query": 2, "key": 3})";
  EXPECT_EQ(scale(fields, kQuery, 2), 4.0F);
  EXPECT_EQ(scale(fields, "layer.0.value", 4), 2.0F);
}

TEST(LoraConfig, AlphaMayBeNothingOrLess) {
  EXPECT_EQ(scale(R"(, "lora_alpha": 0)", kQuery, 8), 0.0F);
  EXPECT_EQ(scale(R"(, "lora_alpha": -4, "alpha_pattern": {"key": 0})", kQuery, 8), -0.5F);
}

TEST(LoraConfig, TheRankIsThatOfTheMatricesAndTheModuleATarget) {
  const auto other = parse(R"(, "r": 4)").scale(kQuery, 2);
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.status().message(),
            "adapter_config.json: r: expected 2, as the matrices of " + kQuery + " have, found 4");
  const LoraConfig config = parse(R"(, "target_modules": ["query", "self.key"])");
  EXPECT_TRUE(config.scale(kQuery, 8).ok());
  EXPECT_TRUE(config.scale("layer.self.key", 8).ok());
  EXPECT_FALSE(config.scale("layer.key", 8).ok());
  EXPECT_TRUE(parse(R"(, "target_modules": "all-linear")").scale("x", 8).ok());
}

TEST(LoraConfig, RefusesWhatIsNotDone) {
  expect_error("[]", "adapter_config.json");
  expect_error("{", "adapter_config.json: expected JSON");
  expect_error("{}", "peft_type: expected \"LORA\", found nothing");
  expect_error(R"({"peft_type": "IA3"})", "peft_type: expected \"LORA\", found \"IA3\"");
  for (const std::string field :
       {R"("use_dora": true)", R"("fan_in_fan_out": true)", R"("lora_bias": true)",
        R"("trainable_token_indices": [1])", R"("layer_replication": [[0, 1]])",
        R"("target_parameters": ["x"])", R"("use_qalora": true)", R"("anything": 1)",
        R"("loftq_config": {"bits": 4})"}) {
    expect_error("{\"peft_type\": \"LORA\", " + field + "}",
                 "expected nothing that xlmr-ner does not do");
  }
  expect_error(R"({"peft_type": "LORA", "init_lora_weights": "pissa_niter_4"})",
               "init_lora_weights: expected a start that leaves the base model's weights");
  expect_error(R"({"peft_type": "LORA", "alpha_pattern": {".*query": 2}})",
               "expected a name without regular expressions");
  expect_error(R"({"peft_type": "LORA", "rank_pattern": {".*query": 0}})", "expected at least 1");
  expect_error(R"({"peft_type": "LORA", "r": 0})", "r: expected at least 1");
  expect_error(R"({"peft_type": "LORA", "r": -1})", "r: expected a whole number");
  expect_error(R"({"peft_type": "LORA", "lora_alpha": "8"})", "lora_alpha: expected a number");
  expect_error(R"({"peft_type": "LORA", "use_rslora": 1})", "use_rslora: expected");
  parse(R"(, "use_dora": false, "corda_config": null, "loftq_config": {}, "modules_to_save": ["x"],
        "init_lora_weights": "gaussian", "megatron_core": "megatron.core")");
}

}  // namespace
}  // namespace xlmr
