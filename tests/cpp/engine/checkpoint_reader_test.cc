// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/counter_encoder.h"
#include "engine/reference/reference_encoder.h"
#include "engine/stored_weights.h"

namespace xlmr {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
const std::string kTokenEmbeddings = "roberta.embeddings.word_embeddings.weight";
const std::string kLayer = "roberta.encoder.layer.1.";

EncoderConfig config() { return tiny_shape().config; }
ReferenceWeights<Matrix> weights() { return counter_encoder(config()); }

StoredWeights q8_with_input_scales() {
  auto stored = quantized(weights());
  for (auto& layer : stored.layers) {
    for (auto* matrix : {&layer.query, &layer.key, &layer.value, &layer.output}) {
      matrix->input_scale.assign(matrix->columns, 1.5F);
    }
  }
  return q8_file(stored);
}

void expect_error(const StoredWeights& file, const std::string& message) {
  for (const Precision precision : {Precision::fp32, Precision::int8}) {
    EncoderBuilder builder(choose_kernels(), config(), precision);
    const Status status = read_checkpoint(file, config(), builder);
    EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
    EXPECT_EQ(status.message(), message);
  }
}

TEST(CheckpointReader, NamesATensorWithANumberThatIsNotFinite) {
  const StoredWeights good = published_file(weights());
  for (const auto& [name, tensor] : good.tensors) {
    const size_t last = tensor.bytes.size() / sizeof(float) - 1;
    for (const auto& [value, text] :
         {std::pair{kNaN, "nan"}, {kInfinity, "inf"}, {-kInfinity, "-inf"}}) {
      StoredWeights file = good;
      file.set(name, last, value);
      expect_error(file, "checkpoint: " + name + ": expected finite numbers, found " + text +
                             " at element " + std::to_string(last));
    }
  }
}

TEST(CheckpointReader, NamesATensorWithAHalfThatIsNotFinite) {
  for (const Rounding rounding : {Rounding::f16, Rounding::bf16}) {
    const StoredWeights good = published_file(weights(), rounding);
    const uint16_t infinity = rounding == Rounding::f16 ? 0xFC00 : 0xFF80;
    for (const auto& [name, tensor] : good.tensors) {
      StoredWeights file = good;
      file.set<uint16_t>(name, 1, infinity);
      expect_error(file,
                   "checkpoint: " + name + ": expected finite numbers, found -inf at element 1");
    }
  }
}

TEST(CheckpointReader, ReadsFloat64AsFloat32) {
  const StoredWeights plain = published_file(weights());
  StoredWeights wide = plain;
  for (auto& [name, tensor] : wide.tensors) {
    std::vector<double> values;
    for (size_t i = 0; i < tensor.bytes.size() / sizeof(float); ++i) {
      float value = 0;
      std::memcpy(&value, &tensor.bytes[i * sizeof(float)], sizeof(float));
      values.push_back(value);
    }
    tensor.type = "F64";
    tensor.bytes.resize(values.size() * sizeof(double));
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
  }
  for (const Precision precision : {Precision::fp32, Precision::int8}) {
    Encoder expected = load_encoder(plain, config(), precision);
    Encoder found = load_encoder(wide, config(), precision);
    EXPECT_EQ(counter_logits(found, tiny_shape(), 2), counter_logits(expected, tiny_shape(), 2));
  }
  // Finite there, but not as float32.
  wide.set("classifier.bias", 1, 1e39);
  expect_error(wide,
               "checkpoint: classifier.bias: expected finite numbers, found inf at element 1");
}

TEST(CheckpointReader, NamesAFloatOfAQuantizedFileThatIsNotFinite) {
  auto q4 = weights();
  for (const StoredWeights& good : {q8_with_input_scales(), q4_file(q4)}) {
    for (const auto& [name, tensor] : good.tensors) {
      if (tensor.type != "F32") continue;
      StoredWeights file = good;
      file.set(name, 0, kNaN);
      expect_error(file,
                   "checkpoint: " + name + ": expected finite numbers, found nan at element 0");
    }
  }
  StoredWeights narrow = q4_file(q4, Rounding::f16);
  narrow.set<uint16_t>(kTokenEmbeddings + ".scale", 2, 0x7C00);
  expect_error(narrow, "checkpoint: " + kTokenEmbeddings +
                           ".scale: expected finite numbers, found inf at element 2");
}

TEST(CheckpointReader, ScalesOfInt8AreNotNegative) {
  for (const std::string& name :
       {kTokenEmbeddings, kLayer + "attention.self.value.weight", kLayer + "output.dense.weight"}) {
    StoredWeights file = q8_with_input_scales();
    file.set(name + ".scale", 3, -0.5F);
    expect_error(file, "checkpoint: " + name +
                           ".scale: expected numbers of at least 0, found -0.500000 at element 3");
  }
  // 0 is what a row of zeros has.
  StoredWeights file = q8_with_input_scales();
  file.set(kTokenEmbeddings + ".scale", 3, 0.0F);
  EncoderBuilder builder(choose_kernels(), config(), Precision::int8);
  EXPECT_TRUE(read_checkpoint(file, config(), builder).ok());
}

TEST(CheckpointReader, InputScalesCanBeDividedBy) {
  const std::string name = kLayer + "output.dense.weight.input_scale";
  for (const auto& [value, text] : {std::pair{0.0F, "0.000000"},
                                    {-0.0F, "-0.000000"},
                                    {-1.0F, "-1.000000"},
                                    {1e-40F, "0.000000"}}) {
    StoredWeights file = q8_with_input_scales();
    file.set(name, 63, value);
    expect_error(file, "checkpoint: " + name +
                           ": expected numbers above 0 that are not subnormal, found " + text +
                           " at element 63");
  }
}

TEST(CheckpointReader, QueryKeyAndValueHaveOneInputScale) {
  for (const std::string kind : {"query", "key", "value"}) {
    const std::string name = kLayer + "attention.self." + kind + ".weight.input_scale";
    StoredWeights file = q8_with_input_scales();
    file.tensors.erase(name);
    expect_error(file, "checkpoint: " + name +
                           ": expected query, key and value to have one or none to, found no such "
                           "tensor");
    StoredWeights only = q8_file(quantized(weights()));
    only.add(name, "F32", {config().hidden}, std::vector<float>(config().hidden, 1));
    EncoderBuilder builder(choose_kernels(), config(), Precision::int8);
    const Status status = read_checkpoint(only, config(), builder);
    EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
    EXPECT_NE(status.message().find("expected query, key and value to have one"),
              std::string::npos);
  }
  for (const std::string kind : {"key", "value"}) {
    const std::string name = kLayer + "attention.self." + kind + ".weight.input_scale";
    StoredWeights file = q8_with_input_scales();
    file.set(name, 31, 1.25F);
    expect_error(file, "checkpoint: " + name +
                           ": expected the numbers of query's input_scale, found others");
  }
}

TEST(CheckpointReader, TypesMayDifferWithinALayer) {
  auto mixed = weights();
  StoredWeights file = published_file(mixed);
  const StoredWeights f16 = published_file(mixed, Rounding::f16);
  const StoredWeights bf16 = published_file(mixed, Rounding::bf16);
  const std::string key = kLayer + "attention.self.key.weight";
  const std::string value = kLayer + "attention.self.value.bias";
  file.tensors[key] = f16.tensors.at(key);
  file.tensors[value] = bf16.tensors.at(value);
  mixed.layers[1].key.values = rounded(mixed, Rounding::f16).layers[1].key.values;
  mixed.layers[1].value.bias = rounded(mixed, Rounding::bf16).layers[1].value.bias;
  Encoder found = load_encoder(file, config(), Precision::fp32);
  Encoder expected = load_encoder(published_file(mixed), config(), Precision::fp32);
  const ThreadPool pool(1);
  const std::vector<std::vector<int32_t>> windows = {counter_window(tiny_shape(), 3)};
  EXPECT_EQ(run_encoder(found, windows, pool), run_encoder(expected, windows, pool));
}

/// Notes which parts came.
class Recorder final : public WeightSink {
 public:
  void take_positions(std::vector<float> positions, std::vector<float> token_types) override {
    EXPECT_EQ(positions.size(), size_t{config().positions} * config().hidden);
    EXPECT_EQ(token_types.size(), config().hidden);
    parts += "p";
  }
  void take_norm(NormKind kind, uint32_t layer, LayerNorm norm) override {
    EXPECT_EQ(norm.gamma.size(), config().hidden);
    EXPECT_EQ(norm.beta.size(), config().hidden);
    EXPECT_EQ(norm.eps, config().layer_norm_eps);
    parts += " n" + std::to_string(static_cast<int>(kind)) + std::to_string(layer);
  }
  void take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) override {
    EXPECT_EQ(matrix.bias.size(), matrix.shape.out);
    const size_t size = matrix.shape.size();
    EXPECT_EQ(matrix.floats.size() + matrix.values.size() + matrix.nibbles.size() * 2, size);
    const size_t scales = matrix.nibbles.empty() ? matrix.shape.out : size / 32;
    EXPECT_EQ(matrix.scale.size(), matrix.floats.empty() ? scales : 0);
    parts += " m" + std::to_string(static_cast<int>(kind)) + std::to_string(layer);
  }
  EmbeddingRows rows_for_embeddings(WeightFormat /*format*/, size_t /*shift*/) override {
    return {};
  }
  void take_token_embeddings(uint32_t first, std::span<const float> rows) override {
    EXPECT_EQ(first * config().hidden, embeddings.size());
    embeddings.insert(embeddings.end(), rows.begin(), rows.end());
  }

  std::string parts;
  std::vector<float> embeddings;
};

TEST(CheckpointReader, GivesAllPartsInOrder) {
  const std::string layers = " m00 m10 n10 m20 m30 n20 m01 m11 n11 m21 m31 n21";
  auto q4 = weights();
  const StoredWeights q4_stored = q4_file(q4);
  const auto q8 = quantized(weights());
  const std::pair<StoredWeights, std::vector<float>> cases[] = {
      {published_file(weights()), weights().token_embeddings.values},
      {published_file(weights(), Rounding::f16),
       rounded(weights(), Rounding::f16).token_embeddings.values},
      {q8_file(q8), dequantized(q8.token_embeddings).values},
      {q4_stored, q4.token_embeddings.values}};
  for (const auto& [file, embeddings] : cases) {
    Recorder sink;
    const Status status = read_checkpoint(file, config(), sink);
    ASSERT_TRUE(status.ok()) << status.message();
    EXPECT_EQ(sink.parts, "p n00" + layers + " m40");
    EXPECT_EQ(sink.embeddings, embeddings);
  }
}

// As a caller does that asks what to read, and then where to put it.
TEST(CheckpointReader, ARequestMayBeAskedForAgain) {
  auto q4 = weights();
  for (const StoredWeights& file :
       {published_file(weights()), q8_with_input_scales(), q4_file(q4)}) {
    const std::string bytes = file.bytes();
    EncoderBuilder builder(choose_kernels(), config(), Precision::int8);
    const auto reader = open_checkpoint(bytes, config(), builder);
    ASSERT_TRUE(reader.ok());
    Status status;
    do {
      const auto first = reader.value()->request();
      const auto second = reader.value()->request();
      ASSERT_EQ(first.has_value(), second.has_value());
      if (!first) break;
      EXPECT_EQ(first->begin, second->begin);
      EXPECT_EQ(first->destination.data(), second->destination.data());
      EXPECT_EQ(first->destination.size(), second->destination.size());
    } while (give_next(*reader.value(), bytes, status));
    Encoder asked_often = std::move(builder).build();
    Encoder expected = load_encoder(file, config(), Precision::int8);
    const ThreadPool pool(1);
    const std::vector<std::vector<int32_t>> windows = {counter_window(tiny_shape(), 3)};
    EXPECT_EQ(run_encoder(asked_often, windows, pool), run_encoder(expected, windows, pool));
  }
}

// What follows without a gap can be read at once, and given request by request.
TEST(CheckpointReader, RunsAreOfWholeRequestsThatFollowEachOther) {
  const std::string bytes = q8_with_input_scales().bytes();
  for (const uint64_t most : {uint64_t{0}, uint64_t{1000}, uint64_t{1} << 20}) {
    EncoderBuilder builder(choose_kernels(), config(), Precision::int8);
    const auto reader = open_checkpoint(bytes, config(), builder);
    ASSERT_TRUE(reader.ok());
    size_t requests = 0;
    size_t runs = 0;
    while (const uint64_t size = reader.value()->run_size(most)) {
      ++runs;
      const auto first = reader.value()->request();
      const uint64_t end = first->begin + size;
      EXPECT_TRUE(size <= most || size == first->destination.size()) << size;
      for (auto next = first; next && next->begin < end; next = reader.value()->request()) {
        ++requests;
        ASSERT_LE(next->begin + next->destination.size(), end);
        std::memcpy(next->destination.data(), bytes.data() + next->begin, next->destination.size());
        ASSERT_TRUE(reader.value()->advance().ok());
        if (next->begin + next->destination.size() == end) break;
      }
    }
    EXPECT_FALSE(reader.value()->request());
    EXPECT_TRUE(most == 0 ? runs == requests : runs < requests) << most << ": " << runs;
  }
}

// A tensor larger than a request comes in several.
TEST(CheckpointReader, LargeTensorsComeInPieces) {
  EncoderConfig large = config();
  large.vocab_size = 40000;  // 5 MB of float32
  const auto weights = counter_encoder(large);
  const StoredWeights file = published_file(weights);
  Encoder encoder = load_encoder(file, large, Precision::fp32);
  Encoder quantised = load_encoder(file, large, Precision::int8);
  const StoredWeights narrow = published_file(weights, Rounding::bf16);
  Encoder from_bf16 = load_encoder(narrow, large, Precision::fp32);
  const ThreadPool pool(1);
  const std::vector<std::vector<int32_t>> windows = {{0, 39999, 20000, 32768, 32767, 5, 2}};
  const auto expected = reference::logits(large, weights, windows[0]);
  EXPECT_LT(largest_difference(run_encoder(encoder, windows, pool), expected), 1e-5F);
  EXPECT_LT(largest_difference(run_encoder(quantised, windows, pool), expected), 0.1F);
  EXPECT_LT(
      largest_difference(run_encoder(from_bf16, windows, pool),
                         reference::logits(large, rounded(weights, Rounding::bf16), windows[0])),
      1e-5F);
}

TEST(CheckpointReader, AfterAnErrorItAsksForNothing) {
  StoredWeights file = published_file(weights());
  file.set(kLayer + "output.dense.bias", 0, kNaN);
  const std::string bytes = file.bytes();
  EncoderBuilder builder(choose_kernels(), config(), Precision::int8);
  const auto reader = open_checkpoint(bytes, config(), builder);
  Status status;
  while (give_next(*reader.value(), bytes, status)) continue;
  EXPECT_FALSE(status.ok());
  EXPECT_FALSE(reader.value()->request());
}

// A caller that cannot read on gives up, at any point; a new reader starts anew.
TEST(CheckpointReader, MayBeAbandonedAnywhere) {
  auto q4 = weights();
  for (const StoredWeights& file :
       {published_file(weights(), Rounding::f16), q8_with_input_scales(), q4_file(q4)}) {
    const std::string bytes = file.bytes();
    bool is_done = false;
    for (int steps = 0; !is_done; ++steps) {
      auto builder = std::make_unique<EncoderBuilder>(choose_kernels(), config(), Precision::int8);
      auto reader = open_checkpoint(bytes, config(), *builder);
      ASSERT_TRUE(reader.ok());
      Status status;
      for (int i = 0; i < steps && !is_done; ++i) {
        is_done = !give_next(*reader.value(), bytes, status);
      }
      ASSERT_TRUE(status.ok()) << status.message();
      (void)reader.value()->request();  // asked, never given
      reader.value().reset();
      builder.reset();
    }
    Encoder encoder = load_encoder(file, config(), Precision::int8);
    EXPECT_EQ(run_encoder(encoder, {{0, 2}}, ThreadPool(1)).size(), 18U);
  }
}

TEST(CheckpointReader, RefusesWhatDoesNotFitTheNetwork) {
  StoredWeights file = published_file(weights());
  file.tensors.erase("classifier.bias");
  expect_error(file,
               "checkpoint: classifier.bias: expected F32, F16, BF16 or F64 of shape [9], found "
               "no such tensor");
}

}  // namespace
}  // namespace xlmr
