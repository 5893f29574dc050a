// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/checkpoint_builder.h"
#include "engine/published_tensors.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

constexpr EncoderConfig kSmall = {.vocab_size = 50,
                                  .hidden = 32,
                                  .layers = 2,
                                  .heads = 2,
                                  .intermediate = 64,
                                  .positions = 20,
                                  .type_vocab = 3,
                                  .first_position = 2,
                                  .labels = 5,
                                  .layer_norm_eps = 1e-5F};

const std::string kQuery = "roberta.encoder.layer.1.attention.self.query.weight";
const std::string kDown = "roberta.encoder.layer.0.output.dense.weight";
const std::string kTokenEmbeddings = "roberta.embeddings.word_embeddings.weight";

void expect_refused(const CheckpointBuilder& checkpoint, const std::string& message) {
  const SafetensorsHeader header = checkpoint.header();
  const auto layout = CheckpointLayout::match(header, kSmall);
  ASSERT_FALSE(layout.ok()) << message;
  EXPECT_EQ(layout.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_EQ(layout.status().message(), "checkpoint: " + message);
}

// state_dict() of transformers 4.57.6's XLMRobertaForTokenClassification(XLMRobertaConfig(
// vocab_size=50, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
// max_position_embeddings=20, type_vocab_size=3, num_labels=5)).
TEST(PublishedTensors, AreThoseOfTransformers) {
  std::vector<std::pair<std::string, std::vector<uint64_t>>> expected = {
      {"roberta.embeddings.word_embeddings.weight", {50, 32}},
      {"roberta.embeddings.position_embeddings.weight", {20, 32}},
      {"roberta.embeddings.token_type_embeddings.weight", {3, 32}},
      {"roberta.embeddings.LayerNorm.weight", {32}},
      {"roberta.embeddings.LayerNorm.bias", {32}},
  };
  for (const std::string layer : {"roberta.encoder.layer.0.", "roberta.encoder.layer.1."}) {
    expected.insert(expected.end(), {
                                        {layer + "attention.self.query.weight", {32, 32}},
                                        {layer + "attention.self.query.bias", {32}},
                                        {layer + "attention.self.key.weight", {32, 32}},
                                        {layer + "attention.self.key.bias", {32}},
                                        {layer + "attention.self.value.weight", {32, 32}},
                                        {layer + "attention.self.value.bias", {32}},
                                        {layer + "attention.output.dense.weight", {32, 32}},
                                        {layer + "attention.output.dense.bias", {32}},
                                        {layer + "attention.output.LayerNorm.weight", {32}},
                                        {layer + "attention.output.LayerNorm.bias", {32}},
                                        {layer + "intermediate.dense.weight", {64, 32}},
                                        {layer + "intermediate.dense.bias", {64}},
                                        {layer + "output.dense.weight", {32, 64}},
                                        {layer + "output.dense.bias", {32}},
                                        {layer + "output.LayerNorm.weight", {32}},
                                        {layer + "output.LayerNorm.bias", {32}},
                                    });
  }
  expected.insert(expected.end(), {{"classifier.weight", {5, 32}}, {"classifier.bias", {5}}});
  const auto specs = published_tensors(kSmall);
  ASSERT_EQ(specs.size(), expected.size());
  for (size_t i = 0; i < specs.size(); ++i) {
    EXPECT_EQ(specs[i].name, expected[i].first);
    EXPECT_EQ(specs[i].shape, expected[i].second) << specs[i].name;
  }
}

// Counted by PyTorch for 9 labels.
TEST(PublishedTensors, HaveAllParametersOfBaseAndLarge) {
  const auto parameters = [](const std::string& fields) {
    const std::string json = R"({"vocab_size": 250002, "max_position_embeddings": 514,
        "type_vocab_size": 1)" +
                             fields + "}";
    uint64_t sum = 0;
    for (const TensorSpec& spec : published_tensors(EncoderConfig::parse(json, 9).value())) {
      uint64_t product = 1;
      for (const uint64_t size : spec.shape) product *= size;
      sum += product;
    }
    return sum;
  };
  EXPECT_EQ(parameters(""), 277'459'977U);
  EXPECT_EQ(parameters(R"(, "hidden_size": 1024, "num_hidden_layers": 24,
                "num_attention_heads": 16, "intermediate_size": 4096)"),
            558'850'057U);
}

TEST(CheckpointLayout, FillsEverySlotOfAPublishedCheckpoint) {
  const SafetensorsHeader header = CheckpointBuilder(kSmall).header();
  const auto matched = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(matched.ok()) << matched.status().message();
  const CheckpointLayout& layout = matched.value();
  EXPECT_EQ(layout.form, CheckpointForm::published);

  std::vector<std::string> names;
  const auto add = [&](const TensorEntry* tensor) {
    ASSERT_NE(tensor, nullptr);
    EXPECT_EQ(header.find(tensor->name), tensor);
    names.push_back(tensor->name);
  };
  const auto add_matrix = [&](const MatrixSlot& slot) {
    add(slot.weight);
    if (slot.bias != nullptr) add(slot.bias);
    EXPECT_EQ(slot.weight->shape, (std::vector<uint64_t>{slot.out, slot.in}));
    EXPECT_EQ(slot.scale, nullptr);
    EXPECT_EQ(slot.input_scale, nullptr);
  };
  const auto add_norm = [&](const NormSlot& slot) {
    add(slot.weight);
    add(slot.bias);
  };
  add_matrix(layout.embeddings.token);
  add_matrix(layout.embeddings.position);
  add_matrix(layout.embeddings.token_type);
  add_norm(layout.embeddings.norm);
  ASSERT_EQ(layout.layers.size(), 2U);
  for (const LayerSlots& layer : layout.layers) {
    add_matrix(layer.query);
    add_matrix(layer.key);
    add_matrix(layer.value);
    add_matrix(layer.attention_output);
    add_norm(layer.attention_norm);
    add_matrix(layer.intermediate);
    add_matrix(layer.output);
    add_norm(layer.output_norm);
  }
  add_matrix(layout.classifier);

  std::vector<std::string> expected;
  for (const TensorSpec& spec : published_tensors(kSmall)) expected.push_back(spec.name);
  EXPECT_EQ(names, expected);
}

TEST(CheckpointLayout, EachPublishedTensorMayHaveItsOwnType) {
  CheckpointBuilder checkpoint(kSmall);
  checkpoint.with(kQuery, "F16", {32, 32}).with("classifier.bias", "BF16", {5});
  const SafetensorsHeader header = checkpoint.header();
  const auto layout = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(layout.ok()) << layout.status().message();
  EXPECT_EQ(layout.value().layers[1].query.weight->type, TensorType::f16);
  EXPECT_EQ(layout.value().classifier.bias->type, TensorType::bf16);
}

TEST(CheckpointLayout, IgnoresWhatIsNoPartOfTheNetwork) {
  CheckpointBuilder checkpoint(kSmall);
  checkpoint.with("roberta.embeddings.position_ids", "I64", {1, 20})
      .with("roberta.pooler.dense.weight", "F32", {32, 32})
      .with("roberta.pooler.dense.bias", "F32", {32})
      .with("lm_head.bias", "F64", {50});
  const SafetensorsHeader header = checkpoint.header();
  const auto layout = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(layout.ok()) << layout.status().message();
  EXPECT_TRUE(layout.value().unused.empty());
}

TEST(CheckpointLayout, NamesWhoQuantisedTheWeights) {
  CheckpointBuilder checkpoint(kSmall);
  checkpoint.with(kQuery, "I8", {32, 32}).with("roberta.x.SCB", "F32", {32});
  expect_refused(checkpoint,
                 "expected weights that are not quantised (use the checkpoint that these were made "
                 "of; `xlmr-ner convert FOLDER --dtype q8` makes it small), found weights "
                 "quantised by bitsandbytes (8 bits)");
}

TEST(CheckpointLayout, NamesEachTensorThatIsMissing) {
  for (const TensorSpec& spec : published_tensors(kSmall)) {
    expect_refused(CheckpointBuilder(kSmall).without(spec.name),
                   spec.name + ": expected F32, F16, BF16 or F64 of shape " +
                       shape_text(spec.shape) + ", found no such tensor");
  }
}

TEST(CheckpointLayout, NamesEachTensorOfAnotherShape) {
  for (const TensorSpec& spec : published_tensors(kSmall)) {
    std::vector<uint64_t> shape = spec.shape;
    shape.back() += 1;
    expect_refused(CheckpointBuilder(kSmall).with(spec.name, "F16", shape),
                   spec.name + ": expected F32, F16, BF16 or F64 of shape " +
                       shape_text(spec.shape) + ", found F16 " + shape_text(shape));
  }
  // The same numbers in another shape.
  expect_refused(CheckpointBuilder(kSmall).with(kDown, "F32", {64, 32}),
                 kDown + ": expected F32, F16, BF16 or F64 of shape [32, 64], found F32 [64, 32]");
  expect_refused(CheckpointBuilder(kSmall).with(kDown, "F32", {32 * 64}),
                 kDown + ": expected F32, F16, BF16 or F64 of shape [32, 64], found F32 [2048]");
  expect_refused(CheckpointBuilder(kSmall).with(kDown, "F32", {}),
                 kDown + ": expected F32, F16, BF16 or F64 of shape [32, 64], found F32 []");
}

TEST(CheckpointLayout, NamesEachTensorOfAnotherType) {
  for (const std::string type : {"I16", "I8", "U8", "BOOL", "I64"}) {
    for (const TensorSpec& spec : published_tensors(kSmall)) {
      expect_refused(CheckpointBuilder(kSmall).with(spec.name, type, spec.shape),
                     spec.name + ": expected F32, F16, BF16 or F64 of shape " +
                         shape_text(spec.shape) + ", found " + type + " " + shape_text(spec.shape));
    }
  }
}

TEST(CheckpointLayout, ListsWhatTheNetworkHasNoUseFor) {
  CheckpointBuilder checkpoint(kSmall);
  const std::vector<std::string> names = {
      "bert.embeddings.position_ids", "crf.transitions", "loss_fct.weight",
      "roberta.encoder.layer.2.output.dense.bias", "token_type_ids"};
  for (const std::string& name : names) checkpoint.with(name, "I64", {32});
  const SafetensorsHeader header = checkpoint.header();
  const auto layout = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(layout.ok()) << layout.status().message();
  std::vector<std::string> unused;
  for (const TensorEntry* tensor : layout.value().unused) unused.push_back(tensor->name);
  EXPECT_EQ(unused, names);
}

TEST(CheckpointLayout, MatchesQ8) {
  CheckpointBuilder checkpoint(kSmall);
  checkpoint.q8().with(kDown + ".input_scale", "F32", {64});
  const SafetensorsHeader header = checkpoint.header();
  const auto matched = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(matched.ok()) << matched.status().message();
  const CheckpointLayout& layout = matched.value();
  EXPECT_EQ(layout.form, CheckpointForm::q8);
  EXPECT_EQ(layout.embeddings.token.weight->type, TensorType::i8);
  EXPECT_EQ(layout.embeddings.token.scale, header.find(kTokenEmbeddings + ".scale"));
  EXPECT_EQ(layout.embeddings.position.scale, nullptr);
  EXPECT_EQ(layout.classifier.scale, nullptr);
  EXPECT_EQ(layout.classifier.weight->type, TensorType::f32);
  for (const LayerSlots& layer : layout.layers) {
    for (const MatrixSlot* slot : {&layer.query, &layer.key, &layer.value, &layer.attention_output,
                                   &layer.intermediate, &layer.output}) {
      EXPECT_EQ(slot->weight->type, TensorType::i8);
      EXPECT_EQ(slot->scale, header.find(slot->weight->name + ".scale"));
      EXPECT_NE(slot->scale, nullptr);
      EXPECT_EQ(slot->bias->type, TensorType::f32);
    }
  }
  EXPECT_EQ(layout.layers[0].output.input_scale, header.find(kDown + ".input_scale"));
  EXPECT_EQ(layout.layers[1].output.input_scale, nullptr);
}

TEST(CheckpointLayout, RefusesAQ8ThatIsNotOurs) {
  const auto q8 = [] { return CheckpointBuilder(kSmall).q8(); };
  expect_refused(q8().without(kQuery + ".scale"),
                 kQuery + ".scale: expected F32 of shape [32], found no such tensor");
  expect_refused(q8().with(kQuery + ".scale", "F16", {32}),
                 kQuery + ".scale: expected F32 of shape [32], found F16 [32]");
  expect_refused(q8().with(kQuery + ".scale", "F32", {32, 1}),
                 kQuery + ".scale: expected F32 of shape [32], found F32 [32, 1]");
  expect_refused(q8().with(kDown + ".input_scale", "F32", {32}),
                 kDown + ".input_scale: expected F32 of shape [64], found F32 [32]");
  expect_refused(q8().with(kQuery, "F32", {32, 32}),
                 kQuery + ": expected I8 of shape [32, 32], found F32 [32, 32]");
  expect_refused(q8().with("classifier.weight", "F16", {5, 32}),
                 "classifier.weight: expected F32 of shape [5, 32], found F16 [5, 32]");
  const std::string surplus = "expected no such tensor in a token classifier of 2 layers, found ";
  expect_refused(q8().with(kTokenEmbeddings + ".input_scale", "F32", {32}),
                 kTokenEmbeddings + ".input_scale: " + surplus + "F32 [32]");
  expect_refused(q8().with("classifier.weight.scale", "F32", {5}),
                 "classifier.weight.scale: " + surplus + "F32 [5]");
  expect_refused(
      q8().metadata("format", "pt"),
      kTokenEmbeddings + ": expected F32, F16, BF16 or F64 of shape [50, 32], found I8 [50, 32]");
}

TEST(CheckpointLayout, MatchesQ4) {
  CheckpointBuilder checkpoint(kSmall);
  checkpoint.q4().with(kDown + ".input_scale", "F32", {64}).with(kQuery + ".scale", "F32", {32, 1});
  const SafetensorsHeader header = checkpoint.header();
  const auto matched = CheckpointLayout::match(header, kSmall);
  ASSERT_TRUE(matched.ok()) << matched.status().message();
  const CheckpointLayout& layout = matched.value();
  EXPECT_EQ(layout.form, CheckpointForm::q4);
  const MatrixSlot& down = layout.layers[0].output;
  EXPECT_EQ(down.out, 32U);
  EXPECT_EQ(down.in, 64U);
  EXPECT_EQ(down.weight->shape, (std::vector<uint64_t>{32, 32}));
  EXPECT_EQ(down.scale->shape, (std::vector<uint64_t>{32, 2}));
  EXPECT_EQ(down.scale->type, TensorType::f16);
  EXPECT_EQ(down.input_scale, header.find(kDown + ".input_scale"));
  EXPECT_EQ(layout.layers[1].query.scale->type, TensorType::f32);
  EXPECT_EQ(layout.embeddings.token.weight->shape, (std::vector<uint64_t>{50, 16}));
}

TEST(CheckpointLayout, RefusesAQ4ThatIsNotOurs) {
  const auto q4 = [] { return CheckpointBuilder(kSmall).q4(); };
  expect_refused(q4().with(kDown, "U8", {32, 64}),
                 kDown + ": expected U8 of shape [32, 32], found U8 [32, 64]");
  expect_refused(q4().with(kDown, "I8", {32, 32}),
                 kDown + ": expected U8 of shape [32, 32], found I8 [32, 32]");
  expect_refused(q4().with(kDown + ".scale", "F16", {32}),
                 kDown + ".scale: expected F32 or F16 of shape [32, 2], found F16 [32]");
  expect_refused(q4().with(kDown + ".scale", "BF16", {32, 2}),
                 kDown + ".scale: expected F32 or F16 of shape [32, 2], found BF16 [32, 2]");
  expect_refused(q4().metadata("group", "16"), "__metadata__.group: expected 32, found \"16\"");
  expect_refused(q4().metadata("version", "2"),
                 "__metadata__.version: expected version 1 or an xlmr-ner that is as new as the "
                 "file, found \"2\"");
}

TEST(CheckpointLayout, RefusesQ4ForRowsThatAreNoWholeGroups) {
  EncoderConfig config = kSmall;
  config.intermediate = 80;
  const SafetensorsHeader header = CheckpointBuilder(config).q4().header();
  const auto layout = CheckpointLayout::match(header, config);
  ASSERT_FALSE(layout.ok());
  EXPECT_EQ(layout.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(layout.status().message(),
              HasSubstr("__metadata__.dtype: expected \"q8\" for rows of "
                        "80 numbers"));
}

}  // namespace
}  // namespace xlmr
