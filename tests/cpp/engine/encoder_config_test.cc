// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace xlmr {
namespace {

using ::testing::HasSubstr;

constexpr uint32_t kLabels = 9;

// The fields of xlm-roberta-base's config.json, some of them replaced; "" leaves one out.
std::string config_json(const std::map<std::string, std::string>& changed = {}) {
  std::map<std::string, std::string> fields = {
      {"architectures", R"(["XLMRobertaForMaskedLM", "XLMRobertaForTokenClassification"])"},
      {"attention_probs_dropout_prob", "0.1"},
      {"bos_token_id", "0"},
      {"eos_token_id", "2"},
      {"hidden_act", R"("gelu")"},
      {"hidden_dropout_prob", "0.1"},
      {"hidden_size", "768"},
      {"initializer_range", "0.02"},
      {"intermediate_size", "3072"},
      {"layer_norm_eps", "1e-05"},
      {"max_position_embeddings", "514"},
      {"model_type", R"("xlm-roberta")"},
      {"num_attention_heads", "12"},
      {"num_hidden_layers", "12"},
      {"pad_token_id", "1"},
      {"type_vocab_size", "1"},
      {"vocab_size", "250002"},
  };
  for (const auto& [name, value] : changed) fields[name] = value;
  std::string json;
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    json.append(json.empty() ? "{" : ", ").append("\"").append(name).append("\": ").append(value);
  }
  return json + "}";
}

EncoderConfig parse(const std::map<std::string, std::string>& changed) {
  const auto config = EncoderConfig::parse(config_json(changed), kLabels);
  EXPECT_TRUE(config.ok()) << config.status().message();
  return config.ok() ? config.value() : EncoderConfig();
}

void expect_error(const std::map<std::string, std::string>& changed, const std::string& part) {
  const auto config = EncoderConfig::parse(config_json(changed), kLabels);
  ASSERT_FALSE(config.ok()) << part;
  EXPECT_EQ(config.status().code(), StatusCode::invalid_config);
  EXPECT_THAT(config.status().message(), HasSubstr("config.json: " + part));
}

TEST(EncoderConfig, ReadsAPublishedFile) {
  const EncoderConfig base = parse({});
  EXPECT_EQ(base.vocab_size, 250002U);
  EXPECT_EQ(base.hidden, 768U);
  EXPECT_EQ(base.layers, 12U);
  EXPECT_EQ(base.heads, 12U);
  EXPECT_EQ(base.intermediate, 3072U);
  EXPECT_EQ(base.positions, 514U);
  EXPECT_EQ(base.type_vocab, 1U);
  EXPECT_EQ(base.first_position, 2U);
  EXPECT_EQ(base.labels, kLabels);
  EXPECT_EQ(base.layer_norm_eps, 1e-5F);
  EXPECT_EQ(base.head_size(), 64U);
  EXPECT_EQ(base.max_tokens(), 512U);
  EXPECT_EQ(base.products_per_token(), 84'934'656U);
}

TEST(EncoderConfig, ReadsTheLargeShapeAndXlmVsVocabulary) {
  const EncoderConfig large = parse({{"hidden_size", "1024"},
                                     {"num_hidden_layers", "24"},
                                     {"num_attention_heads", "16"},
                                     {"intermediate_size", "4096"},
                                     {"vocab_size", "901629"}});
  EXPECT_EQ(large.head_size(), 64U);
  EXPECT_EQ(large.layers, 24U);
  EXPECT_EQ(large.vocab_size, 901629U);
}

TEST(EncoderConfig, TakesTheDefaultsOfTransformers) {
  const auto config = EncoderConfig::parse("{}", 2);
  ASSERT_TRUE(config.ok()) << config.status().message();
  const EncoderConfig expected = {.vocab_size = 30522,
                                  .hidden = 768,
                                  .layers = 12,
                                  .heads = 12,
                                  .intermediate = 3072,
                                  .positions = 512,
                                  .type_vocab = 2,
                                  .first_position = 2,
                                  .labels = 2,
                                  .layer_norm_eps = 1e-12F};
  EXPECT_EQ(config.value(), expected);
}

std::string architecture_of(const std::string& names) {
  const auto found = other_architecture("{\"architectures\": " + names + "}");
  EXPECT_TRUE(found.ok()) << found.status().message();
  return found.value();
}

TEST(EncoderConfig, AcceptsEachArchitectureOfTheSameNetwork) {
  for (const std::string name : {"XLMRoberta", "Roberta", "Camembert"}) {
    EXPECT_EQ(architecture_of("[\"" + name + "ForTokenClassification\"]"), "");
  }
  EXPECT_EQ(architecture_of("null"), "");
  EXPECT_EQ(architecture_of("[]"), "");
  EXPECT_EQ(other_architecture("{}").value(), "");
}

TEST(EncoderConfig, NamesAnotherArchitecture) {
  EXPECT_EQ(architecture_of(R"(["MyXLMRobertaForNER"])"), "MyXLMRobertaForNER");
  EXPECT_EQ(architecture_of(R"(["A", "XLMRobertaForTokenClassification"])"), "");
  for (const std::string wrong : {"\"x\"", "[7]", "{}"}) {
    const auto found = other_architecture("{\"architectures\": " + wrong + "}");
    ASSERT_FALSE(found.ok()) << wrong;
    EXPECT_EQ(found.status().code(), StatusCode::invalid_config);
    EXPECT_THAT(found.status().message(), HasSubstr("architectures"));
  }
}

TEST(EncoderConfig, RefusesAnotherNetworkByName) {
  expect_error({{"model_type", R"("xlm-roberta-xl")"}},
               "model_type: expected \"xlm-roberta\", found \"xlm-roberta-xl\"");
  expect_error({{"hidden_act", R"("gelu_new")"}},
               "hidden_act: expected \"gelu\", found \"gelu_new\"");
  expect_error({{"hidden_act", "null"}}, "hidden_act: expected \"gelu\", found null");
  expect_error({{"position_embedding_type", R"("relative_key")"}},
               "position_embedding_type: expected \"absolute\"");
  // transformers adds no position embeddings then.
  expect_error({{"position_embedding_type", "null"}}, "position_embedding_type: expected");
  expect_error({{"is_decoder", "true"}}, "is_decoder: expected false, found true");
  expect_error({{"add_cross_attention", "true"}}, "add_cross_attention: expected false");
  expect_error({{"pruned_heads", R"({"0": [1]})"}}, "pruned_heads: expected no pruned heads");
  parse({{"position_embedding_type", R"("absolute")"}, {"pruned_heads", "{}"}});
  parse({{"position_embedding_type", ""}, {"is_decoder", "false"}});
}

TEST(EncoderConfig, ChecksEveryNumber) {
  for (const std::string field :
       {"vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads",
        "intermediate_size", "max_position_embeddings", "type_vocab_size"}) {
    expect_error({{field, "0"}}, field + ": expected at least 1, found 0");
    expect_error({{field, "-1"}}, field + ": expected a whole number up to ");
    expect_error({{field, "1.5"}}, field + ": expected a whole number up to ");
    expect_error({{field, "null"}}, field + ": expected a whole number up to ");
    expect_error({{field, "\"12\""}}, field + ": expected a whole number up to ");
    expect_error({{field, "4294967296"}}, field + ": expected a whole number up to ");
    expect_error({{field, "18446744073709551616"}}, field + ": expected a whole number up to ");
  }
}

TEST(EncoderConfig, ChecksNumbersAgainstEachOther) {
  expect_error({{"num_attention_heads", "7"}},
               "num_attention_heads: expected a divisor of hidden_size, 768, found 7");
  expect_error({{"num_attention_heads", "128"}}, "hidden_size: expected heads of 4, 8");
  expect_error({{"num_attention_heads", "2"}}, "hidden_size: expected heads of 4, 8");
  expect_error({{"vocab_size", "4194304"}}, "vocab_size: expected at most 1073741823 numbers");
  expect_error({{"pad_token_id", "250002"}},
               "pad_token_id: expected a whole number up to 250001, found 250002");
  expect_error({{"pad_token_id", "null"}}, "pad_token_id: expected a whole number");
  expect_error({{"pad_token_id", "513"}}, "max_position_embeddings: expected at least 515");
  EXPECT_EQ(parse({{"pad_token_id", "512"}}).max_tokens(), 1U);
}

TEST(EncoderConfig, ChecksTheEpsilon) {
  for (const std::string epsilon : {"0", "-1e-5", "1e-60", "2", "\"1e-5\"", "null"}) {
    expect_error({{"layer_norm_eps", epsilon}}, "layer_norm_eps: expected a number");
  }
  EXPECT_EQ(parse({{"layer_norm_eps", "1"}}).layer_norm_eps, 1.0F);
}

TEST(EncoderConfig, ChecksTheNumberOfLabels) {
  for (const uint32_t labels : {0U, 65537U}) {
    const auto config = EncoderConfig::parse(config_json(), labels);
    ASSERT_FALSE(config.ok());
    EXPECT_EQ(config.status().message(),
              "config.json: id2label: expected 1 to 65536 labels, found " + std::to_string(labels));
  }
}

TEST(EncoderConfig, RefusesWhatIsNoConfiguration) {
  for (const std::string json : {"", "[]", "{\"hidden_size\": "}) {
    const auto config = EncoderConfig::parse(json, kLabels);
    ASSERT_FALSE(config.ok());
    EXPECT_EQ(config.status().code(), StatusCode::invalid_config);
  }
}

}  // namespace
}  // namespace xlmr
