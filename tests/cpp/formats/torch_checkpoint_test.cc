// SPDX-License-Identifier: Apache-2.0
#include "formats/torch_checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/shard_driver.h"
#include "formats/torch_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

const std::vector<PickledTensor> kTensors = {{.name = "bias", .key = "94", .shape = {3}}};

TEST(TorchCheckpoint, ReadsEitherForm) {
  for (const std::string& file : {zip_checkpoint(kTensors), legacy_checkpoint(kTensors)}) {
    TorchCheckpoint reader(file.size());
    const Status status = read_shard(reader, file);
    ASSERT_TRUE(status.ok()) << status.message();
    const auto tensors = reader.take_tensors();
    ASSERT_EQ(tensors.size(), 1U);
    EXPECT_EQ(file.substr(tensors[0].begin, tensors[0].byte_size()), std::string(12, '4'));
  }
}

TEST(TorchCheckpoint, RefusesOtherFiles) {
  for (const std::string& file :
       {std::string(), std::string("PK"), std::string(1000, '\0'),
        std::string("{\"not\": \"found\"}"), pickled(state_dict(kTensors)),
        std::string("version https://git-lfs.github.com/spec/v1\n")}) {
    TorchCheckpoint reader(file.size());
    const Status status = read_shard(reader, file);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
    EXPECT_THAT(status.message(), HasSubstr("checkpoint: expected a file of torch.save()"));
  }
}

TEST(TorchCheckpoint, SurvivesEverySpoiledByte) {
  expect_safe_when_spoiled<TorchCheckpoint>(zip_checkpoint(kTensors));
  expect_safe_when_spoiled<TorchCheckpoint>(legacy_checkpoint(kTensors));
}

}  // namespace
}  // namespace xlmr
