// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "engine/checkpoint_file.h"

namespace xlmr {
namespace {

constexpr uint32_t kWindows = 40;

/// What the writer makes of a published file, put together from its chunks. Each byte of it has to
/// come once, and what is held at a time is counted.
struct Written {
  std::string file;
  size_t most_held = 0;
};

Written convert(const std::string& source, const EncoderConfig& config, WeightFormat format) {
  auto plan = CheckpointPlan::make(config, format, "");
  EXPECT_TRUE(plan.ok()) << plan.status().message();
  CheckpointWriter writer(std::move(plan).value());
  Written written{std::string(static_cast<size_t>(writer.plan().file_size), '\0')};
  std::vector<bool> seen(written.file.size());
  const auto put = [&](uint64_t begin, const char* bytes, size_t size) {
    ASSERT_LE(begin + size, written.file.size());
    std::copy_n(bytes, size, &written.file[begin]);
    for (size_t i = 0; i < size; ++i) {
      ASSERT_FALSE(seen[begin + i]) << "byte " << begin + i << " twice";
      seen[begin + i] = true;
    }
  };
  put(0, writer.plan().header.data(), writer.plan().header.size());
  const Status status = read_checkpoint(source, config, writer, [&] {
    size_t held = 0;
    for (const FileChunk& chunk : writer.take_chunks()) {
      put(chunk.begin, reinterpret_cast<const char*>(chunk.bytes.data()), chunk.bytes.size());
      held += chunk.bytes.size();
    }
    written.most_held = std::max(written.most_held, held);
  });
  EXPECT_TRUE(status.ok()) << status.message();
  EXPECT_TRUE(std::ranges::all_of(seen, std::identity())) << "some bytes never came";
  return written;
}

float distance(const std::vector<float>& a, const std::vector<float>& b) {
  float largest = 0;
  for (size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

TEST(CheckpointWriter, Q8LoadsAsTheSourceDoesWhereItIsQuantisedOnTheWayIn) {
  const CounterShape shape = tiny_shape();
  const std::string source = counter_checkpoint(shape.config);
  const Written written = convert(source, shape.config, WeightFormat::q8);
  Encoder direct = load_encoder(source, shape.config, Precision::int8);
  Encoder loaded = load_encoder(written.file, shape.config, Precision::int8);
  const auto logits = counter_logits(loaded, shape, kWindows);
  EXPECT_EQ(logits, counter_logits(direct, shape, kWindows));

  Encoder exact = load_encoder(source, shape.config, Precision::fp32);
  const float off = distance(logits, counter_logits(exact, shape, kWindows));
  EXPECT_GT(off, 1e-3F);  // it is quantised
  EXPECT_LT(off, 0.1F);
}

TEST(CheckpointWriter, Q4IsNearTheSource) {
  const CounterShape shape = tiny_shape();
  const std::string source = counter_checkpoint(shape.config);
  const Written written = convert(source, shape.config, WeightFormat::q4);
  EXPECT_LT(written.file.size(), convert(source, shape.config, WeightFormat::q8).file.size());
  Encoder exact = load_encoder(source, shape.config, Precision::fp32);
  const auto expected = counter_logits(exact, shape, kWindows);
  const auto [least, most] = std::ranges::minmax(expected);
  for (const Precision precision : {Precision::int8, Precision::fp32}) {
    Encoder loaded = load_encoder(written.file, shape.config, precision);
    const float off = distance(counter_logits(loaded, shape, kWindows), expected);
    EXPECT_GT(off, 0.01F * (most - least));
    EXPECT_LT(off, 0.15F * (most - least));
  }
}

TEST(CheckpointWriter, WritesTheSameForTheSameNumbersInAnyType) {
  const EncoderConfig config = tiny_shape().config;
  for (const TensorType type : {TensorType::f16, TensorType::bf16}) {
    const TensorEdit rounded = [&](const std::string& /*name*/, std::vector<float>& values) {
      for (float& value : values) {
        value = type == TensorType::f16
                    ? f32_from_f16(f16_from_f32(value))
                    : f32_from_bf16(static_cast<uint16_t>(std::bit_cast<uint32_t>(value) >> 16));
      }
    };
    const std::string wide = counter_checkpoint(config, rounded);
    const std::string narrow = counter_checkpoint(config, {}, type);
    EXPECT_LT(narrow.size(), wide.size());
    EXPECT_EQ(convert(narrow, config, WeightFormat::q4).file,
              convert(wide, config, WeightFormat::q4).file);
  }
}

TEST(CheckpointWriter, TakesNoQuantisedSource) {
  const EncoderConfig config = tiny_shape().config;
  const std::string source = counter_checkpoint(config);
  EXPECT_TRUE(CheckpointWriter::check_source(parse_file(source).value()).ok());
  const Written written = convert(source, config, WeightFormat::q8);
  const Status status = CheckpointWriter::check_source(parse_file(written.file).value());
  EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
  EXPECT_EQ(status.message(),
            "checkpoint: __metadata__.dtype: expected weights as published, found \"q8\"");
}

TEST(CheckpointWriter, HoldsOnePartAtATime) {
  const EncoderConfig config = tiny_shape().config;
  const Written written = convert(counter_checkpoint(config), config, WeightFormat::q8);
  const size_t embeddings = size_t{config.vocab_size} * (config.hidden + sizeof(float));
  EXPECT_EQ(written.most_held, embeddings);  // the largest part of so small a model
}

TEST(CheckpointWriter, TakesWordsInAnyNumberOfParts) {
  const EncoderConfig config = tiny_shape().config;
  const auto written = [&](uint32_t rows_a_part) {
    CheckpointWriter writer(CheckpointPlan::make(config, WeightFormat::q8, "").value());
    const auto embeddings =
        counter_values("roberta.embeddings.word_embeddings.weight",
                       size_t{config.vocab_size} * config.hidden, config.hidden);
    writer.take_positions(std::vector<float>(size_t{config.positions} * config.hidden),
                          std::vector<float>(config.hidden));
    const std::vector<float> ones(config.hidden, 1);
    writer.take_norm(NormKind::embeddings, 0, LayerNorm{ones, ones, 1});
    for (uint32_t first = 0; first < config.vocab_size; first += rows_a_part) {
      const uint32_t some = std::min(rows_a_part, config.vocab_size - first);
      writer.take_token_embeddings(
          first, std::span(embeddings)
                     .subspan(size_t{first} * config.hidden, size_t{some} * config.hidden));
    }
    writer.take_norm(NormKind::attention, 0, LayerNorm{ones, ones, 1});
    std::string file(static_cast<size_t>(writer.plan().file_size), '\0');
    for (const FileChunk& chunk : writer.take_chunks()) {
      std::ranges::transform(chunk.bytes, &file[chunk.begin],
                             [](std::byte each) { return static_cast<char>(each); });
    }
    return file;
  };
  EXPECT_EQ(written(7), written(config.vocab_size));
}

}  // namespace
}  // namespace xlmr
