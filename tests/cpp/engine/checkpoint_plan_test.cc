// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/checkpoint_form.h"
#include "engine/checkpoint_layout.h"
#include "engine/counter_weights.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

const std::string kHash(64, 'a');

SafetensorsHeader parsed(const CheckpointPlan& plan) {
  auto header = SafetensorsHeader::parse(plan.header, plan.file_size);
  EXPECT_TRUE(header.ok()) << header.status().message();
  return std::move(header).value();
}

TEST(CheckpointPlan, IsACheckpointOfItsForm) {
  for (const CounterShape& shape : {tiny_shape(), base_shape(), large_shape()}) {
    for (const WeightFormat format : {WeightFormat::q8, WeightFormat::q4}) {
      const auto plan = CheckpointPlan::make(shape.config, format, kHash);
      ASSERT_TRUE(plan.ok()) << plan.status().message();
      const SafetensorsHeader header = parsed(plan.value());
      const auto layout = CheckpointLayout::match(header, shape.config);
      ASSERT_TRUE(layout.ok()) << layout.status().message();
      EXPECT_EQ(layout.value().form,
                format == WeightFormat::q8 ? CheckpointForm::q8 : CheckpointForm::q4);
      EXPECT_NE(layout.value().layers.back().query.input_scale, nullptr);
      EXPECT_EQ(header.metadata("source_sha256"), kHash);
      EXPECT_EQ(plan.value().header.size() % 8, 0U);
    }
  }
}

TEST(CheckpointPlan, SaysWhereTheHeaderSays) {
  const auto plan = CheckpointPlan::make(tiny_shape().config, WeightFormat::q4, "");
  ASSERT_TRUE(plan.ok());
  const SafetensorsHeader header = parsed(plan.value());
  ASSERT_EQ(header.tensors().size(), plan.value().tensors.size());
  for (size_t i = 0; i < header.tensors().size(); ++i) {
    const TensorEntry& planned = plan.value().tensors[i];
    const TensorEntry& read = header.tensors()[i];
    EXPECT_EQ(read.name, planned.name);
    EXPECT_EQ(read.type, planned.type);
    EXPECT_EQ(read.shape, planned.shape);
    EXPECT_EQ(read.begin, planned.begin);
    EXPECT_EQ(read.end, planned.end);
  }
  EXPECT_EQ(header.metadata("source_sha256"), "");
}

// 250002 token embeddings of 768 numbers and 12 layers: 4 bits and a half, or 8, for each weight of the matrices.
TEST(CheckpointPlan, IsAsSmallAsItsFormat) {
  EncoderConfig config = base_shape().config;
  config.vocab_size = 250002;
  const auto size = [&](WeightFormat format) {
    return static_cast<double>(CheckpointPlan::make(config, format, "").value().file_size);
  };
  const double weights = 768.0 * 250002 + 12 * (4.0 * 768 * 768 + 2.0 * 768 * 3072);
  EXPECT_NEAR(size(WeightFormat::q8) / weights, 1.0, 0.02);
  EXPECT_NEAR(size(WeightFormat::q4) / weights, 4.5 / 8, 0.02);
}

TEST(CheckpointPlan, RefusesWhatIsNoHash) {
  for (const std::string& hash :
       {std::string("abc"), std::string("\""), std::string(64, 'A'), std::string(63, 'a') + '"'}) {
    const auto plan = CheckpointPlan::make(tiny_shape().config, WeightFormat::q8, hash);
    ASSERT_FALSE(plan.ok()) << hash;
    EXPECT_EQ(plan.status().code(), StatusCode::invalid_argument);
    EXPECT_THAT(plan.status().message(), HasSubstr("expected 64 hexadecimal digits"));
  }
}

TEST(CheckpointPlan, RefusesQ4OfRowsThatAreNoWholeGroups) {
  EncoderConfig config = tiny_shape().config;
  config.intermediate = 80;
  EXPECT_TRUE(CheckpointPlan::make(config, WeightFormat::q8, "").ok());
  const auto plan = CheckpointPlan::make(config, WeightFormat::q4, "");
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(plan.status().message(),
            "dtype: expected q8 for rows of 80 numbers, which are no whole groups of 32, found q4");
}

TEST(CheckpointPlan, RefusesFloat32) {
  EXPECT_FALSE(CheckpointPlan::make(tiny_shape().config, WeightFormat::fp32, "").ok());
}

}  // namespace
}  // namespace xlmr
