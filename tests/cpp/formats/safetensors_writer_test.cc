// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors_writer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/safetensors_builder.h"

namespace xlmr {
namespace {

TEST(SafetensorsWriter, TheReaderTakesItBack) {
  const std::string odd = "\"\\\n\x01 é";
  const std::vector<TensorEntry> tensors = {{"a", TensorType::f32, {2, 3}, 0, 24},
                                            {odd, TensorType::i64, {}, 24, 32},
                                            {"c", TensorType::u8, {0}, 32, 32}};
  const auto header = safetensors_header(tensors, R"("format":"pt")");
  ASSERT_TRUE(header.ok());
  EXPECT_EQ(header.value().size() % 8, 0U);
  const auto parsed = parse_file(header.value() + std::string(32, 'x'));
  ASSERT_TRUE(parsed.ok()) << parsed.status().message();
  EXPECT_EQ(parsed.value().metadata("format"), "pt");
  ASSERT_NE(parsed.value().find(odd), nullptr);
  EXPECT_EQ(parsed.value().find(odd)->begin, header.value().size() + 24);
  EXPECT_EQ(parsed.value().find("a")->shape, tensors[0].shape);
}

TEST(SafetensorsWriter, RefusesMoreThanAReaderTakes) {
  const TensorEntry tensor{std::string(1000, '\x01'), TensorType::u8, {0}, 0, 0};
  const std::vector<TensorEntry> tensors(20'000, tensor);
  EXPECT_EQ(safetensors_header(tensors, "").status().code(), StatusCode::invalid_checkpoint);
}

}  // namespace
}  // namespace xlmr
