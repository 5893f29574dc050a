// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_adapter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "engine/stored_weights.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatEq;
using ::testing::HasSubstr;

const std::string kPrefix = "base_model.model.";
const std::string kConfig =
    R"({"peft_type": "LORA", "r": 2, "lora_alpha": 4, "target_modules": ["q", "table"]})";

SafetensorsHeader header_of(const StoredWeights& file) {
  const std::string bytes = file.bytes();
  const auto end = SafetensorsHeader::header_end(bytes.substr(0, 8), bytes.size());
  auto header = SafetensorsHeader::parse(bytes.substr(0, end.value()), bytes.size());
  EXPECT_TRUE(header.ok()) << header.status().message();
  return std::move(header).value();
}

StoredWeights base() {
  StoredWeights file;
  file.metadata = R"("format": "pt")";
  file.add("layer.k.weight", "F32", {1}, std::vector<float>{7});
  file.add("layer.q.bias", "F32", {2}, std::vector<float>{1, 2});
  file.add("layer.q.weight", "F64", {2, 3}, std::vector<double>{1, 2, 3, 4, 5, 6});
  file.add("table.weight", "F32", {3, 2}, std::vector<float>{10, 20, 30, 40, 50, 60});
  return file;
}

StoredWeights adapter() {
  StoredWeights file;
  file.metadata = R"("format": "pt")";
  file.add(kPrefix + "layer.q.lora_A.weight", "F32", {2, 3}, std::vector<float>{1, 0, 2, 0, 1, 1});
  file.add(kPrefix + "layer.q.lora_B.weight", "F32", {2, 2}, std::vector<float>{1, 2, 3, 4});
  file.add(kPrefix + "table.lora_embedding_A", "F32", {2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6});
  file.add(kPrefix + "table.lora_embedding_B", "F32", {2, 2}, std::vector<float>{1, 0, 0, 1});
  file.add(kPrefix + "layer.q.base_layer.bias", "F32", {2}, std::vector<float>{8, 9});
  file.add(kPrefix + "classifier.bias", "F32", {1}, std::vector<float>{5});
  file.add(kPrefix + "classifier.modules_to_save.bias", "F32", {1}, std::vector<float>{5});
  file.add(kPrefix + "classifier.original_module.bias", "F32", {1}, std::vector<float>{6});
  return file;
}

Result<LoraAdapter> match(const StoredWeights& base, const StoredWeights& adapter,
                          const std::string& config = kConfig) {
  const auto lora = LoraConfig::parse(config);
  EXPECT_TRUE(lora.ok()) << lora.status().message();
  return LoraAdapter::match(header_of(base), header_of(adapter), lora.value());
}

Status give_all(LoraAdapter& adapter, const StoredWeights& file) {
  const std::string bytes = file.bytes();
  while (const auto range = adapter.wants()) {
    XLMR_RETURN_IF_ERROR(adapter.give(bytes.substr(range->begin, range->size())));
  }
  return {};
}

void expect_refused(const StoredWeights& base, const StoredWeights& adapter,
                    const std::string& part) {
  const auto matched = match(base, adapter);
  ASSERT_FALSE(matched.ok()) << part;
  EXPECT_EQ(matched.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(matched.status().message(), HasSubstr(part));
}

TEST(LoraAdapter, MakesOneCheckpointOfBoth) {
  const StoredWeights plain = base();
  const StoredWeights own = adapter();
  auto matched = match(plain, own);
  ASSERT_TRUE(matched.ok()) << matched.status().message();
  LoraAdapter& merged = matched.value();
  ASSERT_TRUE(give_all(merged, own).ok());

  const VirtualCheckpoint& file = merged.checkpoint();
  const auto header = SafetensorsHeader::parse(file.header, file.file_size);
  ASSERT_TRUE(header.ok()) << header.status().message();
  EXPECT_EQ(header.value().metadata("adapter"), "lora");
  const std::string shards[] = {plain.bytes(), own.bytes()};
  const auto numbers_of = [&](std::string_view name) {
    const TensorEntry* entry = header.value().find(name);
    EXPECT_NE(entry, nullptr) << name;
    EXPECT_EQ(entry->type, TensorType::f32);
    for (uint32_t i = 0; i < file.segments.size(); ++i) {
      const FileSegment& segment = file.segments[i];
      if (segment.begin != entry->begin) continue;
      const std::string& bytes = shards[segment.shard];
      std::vector<float> numbers(entry->byte_size() / sizeof(float));
      for (const LoraAdapter::Merge& each : merged.merges()) {
        if (each.segment != i) continue;
        const std::string stored =
            bytes.substr(segment.shard_begin, numbers.size() * each.number_bytes);
        EXPECT_TRUE(merged.merge(i, 0, stored, numbers).ok());
        // In parts, too.
        std::vector<float> last;
        EXPECT_TRUE(merged.merge(i, 2, stored.substr(2 * each.number_bytes), last).ok());
        EXPECT_EQ(last, std::vector<float>(numbers.begin() + 2, numbers.end()));
        return numbers;
      }
      std::memcpy(numbers.data(), &bytes[segment.shard_begin], entry->byte_size());
      return numbers;
    }
    ADD_FAILURE() << name;
    return std::vector<float>();
  };
  // 4 / 2 x B A, with B A = [[1, 2, 4], [3, 4, 10]]; of the table [[1, 4], [2, 5], [3, 6]].
  EXPECT_THAT(numbers_of("layer.q.weight"), ElementsAre(3, 6, 11, 10, 13, 26));
  EXPECT_THAT(numbers_of("table.weight"), ElementsAre(12, 28, 34, 50, 56, 72));
  EXPECT_THAT(numbers_of("layer.q.bias"), ElementsAre(8, 9));
  EXPECT_THAT(numbers_of("layer.k.weight"), ElementsAre(7));
  EXPECT_THAT(numbers_of("classifier.bias"), ElementsAre(5));
  EXPECT_EQ(header.value().tensors().size(), 5U);
}

// As peft 0.21 and transformers 5.24 do: there it is an unexpected key.
TEST(LoraAdapter, LeavesOutABiasOfATargetThatIsNotItsBaseLayers) {
  StoredWeights own = adapter();
  own.tensors.erase(kPrefix + "layer.q.base_layer.bias");
  own.add(kPrefix + "layer.q.bias", "F32", {2}, std::vector<float>{8, 9});
  const auto matched = match(base(), own);
  ASSERT_TRUE(matched.ok()) << matched.status().message();
  const VirtualCheckpoint& file = matched.value().checkpoint();
  const auto header = SafetensorsHeader::parse(file.header, file.file_size);
  const TensorEntry* bias = header.value().find("layer.q.bias");
  ASSERT_NE(bias, nullptr);
  for (const FileSegment& segment : file.segments) {
    EXPECT_TRUE(segment.begin != bias->begin || segment.shard == 0);
  }
  EXPECT_NE(header.value().find(kPrefix + "layer.q.bias"), nullptr);
}

TEST(LoraAdapter, AddsThePrefixThatAnEncoderAloneDoesNotHave) {
  StoredWeights alone;
  alone.add("embeddings.LayerNorm.bias", "F32", {1}, std::vector<float>{3});
  alone.add("encoder.q.weight", "F32", {1, 1}, std::vector<float>{1});
  alone.add("classifier.bias", "F32", {1}, std::vector<float>{4});
  StoredWeights own;
  own.add(kPrefix + "roberta.encoder.q.lora_A.weight", "F32", {2, 1}, std::vector<float>{1, 1});
  own.add(kPrefix + "roberta.encoder.q.lora_B.weight", "F32", {1, 2}, std::vector<float>{1, 1});
  const auto merged = match(alone, own);
  ASSERT_TRUE(merged.ok()) << merged.status().message();
  const VirtualCheckpoint& file = merged.value().checkpoint();
  const auto header = SafetensorsHeader::parse(file.header, file.file_size);
  ASSERT_TRUE(header.ok()) << header.status().message();
  for (const auto* name :
       {"roberta.embeddings.LayerNorm.bias", "roberta.encoder.q.weight", "classifier.bias"}) {
    EXPECT_NE(header.value().find(name), nullptr) << name;
  }
  alone.add("roberta.pooler.bias", "F32", {1}, std::vector<float>{5});
  EXPECT_FALSE(match(alone, own).ok());
}

TEST(LoraAdapter, RefusesNumbersThatAreNotThere) {
  const StoredWeights own = adapter();
  auto matched = match(base(), own);
  LoraAdapter& merged = matched.value();
  std::vector<float> out;
  const uint32_t segment = merged.merges()[0].segment;
  EXPECT_FALSE(merged.merge(segment, 0, "", out).ok());
  EXPECT_FALSE(merged.give("x").ok());
  ASSERT_TRUE(give_all(merged, own).ok());
  EXPECT_FALSE(merged.give("").ok());
  EXPECT_TRUE(merged.merge(segment, 6, "", out).ok());
  EXPECT_FALSE(merged.merge(segment, 7, "", out).ok());
  EXPECT_FALSE(merged.merge(segment, 6, std::string(8, '\0'), out).ok());
  EXPECT_FALSE(merged.merge(segment, 0, std::string(7, '\0'), out).ok());
  EXPECT_FALSE(merged.merge(99, 0, "", out).ok());
  const double infinity = std::numeric_limits<double>::infinity();
  const std::string bytes(reinterpret_cast<const char*>(&infinity), sizeof(infinity));
  EXPECT_THAT(merged.merge(segment, 1, bytes, out).message(),
              HasSubstr("layer.q.weight: expected finite numbers, found inf"));
}

TEST(LoraAdapter, RefusesMatricesThatDoNotFit) {
  const auto with = [](const std::string& name, const std::string& type,
                       const std::vector<uint64_t>& shape) {
    StoredWeights file = adapter();
    uint64_t count = 1;
    for (const uint64_t size : shape) count *= size;
    file.tensors.erase(kPrefix + name);
    if (type == "I32") {
      file.add(kPrefix + name, "I32", shape, std::vector<int32_t>(count));
    } else {
      file.add(kPrefix + name, "F32", shape, std::vector<float>(count));
    }
    return file;
  };
  expect_refused(base(), with("layer.q.lora_A.weight", "F32", {2, 4}),
                 "layer.q.lora_A.weight: expected the matrices of layer.q.weight, F64 [2, 3], "
                 "found [2, 4]");
  expect_refused(base(), with("layer.q.lora_B.weight", "F32", {2, 1}),
                 "layer.q.lora_B.weight: expected 2 columns, as lora_A has rows, found [2, 1]");
  expect_refused(base(), with("layer.q.lora_A.weight", "I32", {2, 3}), "expected a matrix of F32");
  expect_refused(base(), with("layer.q.lora_A.weight", "F32", {6}), "expected a matrix of F32");
  expect_refused(base(), with("layer.q.lora_B.bias", "F32", {2}),
                 "lora_B.bias: expected lora_A and lora_B alone of a module");
  expect_refused(base(), with("layer.q.lora_magnitude_vector", "F32", {2}),
                 "lora_magnitude_vector: expected lora_A and lora_B alone");
  expect_refused(base(), with("other.q.lora_A.weight", "F32", {2, 3}),
                 "other.q: expected both lora_A and lora_B, found one of them");

  StoredWeights elsewhere = with("other.q.lora_A.weight", "F32", {2, 3});
  elsewhere.add(kPrefix + "other.q.lora_B.weight", "F32", {2, 2}, std::vector<float>(4));
  expect_refused(base(), elsewhere, "expected a module of the base model, with other.q.weight");

  StoredWeights none;
  none.add(kPrefix + "classifier.bias", "F32", {1}, std::vector<float>{5});
  expect_refused(base(), none, "adapter: expected matrices lora_A and lora_B, found none");

  StoredWeights quantised = base();
  quantised.metadata = R"("format": "xlmr-ner", "version": "1", "dtype": "q8")";
  expect_refused(quantised, adapter(), "expected published weights to apply the adapter to");

  StoredWeights infinite = adapter();
  infinite.set(kPrefix + "layer.q.lora_B.weight", 3, std::numeric_limits<float>::infinity());
  auto matched = match(base(), infinite);
  ASSERT_TRUE(matched.ok());
  EXPECT_THAT(give_all(matched.value(), infinite).message(),
              HasSubstr("lora_B.weight: expected finite numbers, found inf at element 3"));
}

}  // namespace
}  // namespace xlmr
