// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors_shard.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/safetensors_builder.h"
#include "formats/shard_driver.h"

namespace xlmr {
namespace {

const std::string kFile =
    safetensors_file(R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, )"
                     R"("b": {"dtype": "U8", "shape": [3], "data_offsets": [8, 11]}})",
                     11);

TEST(SafetensorsShard, ReadsTheHeaderOnly) {
  SafetensorsShard reader(kFile.size());
  EXPECT_EQ(reader.wants(), (FileRange{0, 8}));
  ASSERT_TRUE(read_shard(reader, kFile).ok());
  const auto tensors = reader.take_tensors();
  ASSERT_EQ(tensors.size(), 2U);
  EXPECT_EQ(tensors[0].name, "a");
  EXPECT_EQ(tensors[0].begin, kFile.size() - 11);
  EXPECT_EQ(tensors[1].end, kFile.size());
}

TEST(SafetensorsShard, SurvivesEverySpoiledByte) {
  expect_safe_when_spoiled<SafetensorsShard>(kFile);
}

}  // namespace
}  // namespace xlmr
