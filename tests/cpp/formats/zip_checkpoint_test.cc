// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/shard_driver.h"
#include "formats/torch_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

const PickledTensor kBias{.name = "bias", .key = "1", .shape = {3}};
const PickledTensor kWeight{
    .name = "weight", .storage_type = "HalfStorage", .key = "0", .shape = {2, 3}};

void expect_refused(const std::string& file, const std::string& part) {
  ZipCheckpoint reader(file.size());
  const Status status = read_shard(reader, file);
  ASSERT_FALSE(status.ok()) << part;
  EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(status.message(), HasSubstr(part));
}

TEST(ZipCheckpoint, FindsEachTensorsBytes) {
  const std::string file = zip_checkpoint({kWeight, kBias});
  ZipCheckpoint reader(file.size());
  const Status status = read_shard(reader, file);
  ASSERT_TRUE(status.ok()) << status.message();
  const auto tensors = reader.take_tensors();
  ASSERT_EQ(tensors.size(), 2U);
  EXPECT_EQ(tensors[0].name, "weight");
  EXPECT_EQ(tensors[0].type, TensorType::f16);
  EXPECT_EQ(file.substr(tensors[0].begin, tensors[0].byte_size()), std::string(12, '0'));
  EXPECT_EQ(tensors[1].name, "bias");
  EXPECT_EQ(file.substr(tensors[1].begin, tensors[1].byte_size()), std::string(12, '1'));
}

TEST(ZipCheckpoint, AnOlderTorchSaysNothingOfTheByteOrder) {
  const std::string file = ZipBuilder()
                               .add("model/version", "3\n")
                               .add("model/data.pkl", pickled(state_dict({kBias})))
                               .add("model/data/1", std::string(12, 'x'))
                               .file();
  ZipCheckpoint reader(file.size());
  ASSERT_TRUE(read_shard(reader, file).ok());
  EXPECT_EQ(reader.take_tensors().size(), 1U);
}

TEST(ZipCheckpoint, RefusesBigEndianNumbers) {
  expect_refused(zip_checkpoint({kBias}, "big"),
                 "zip: byteorder: expected \"little\", found another");
  expect_refused(zip_checkpoint({kBias}, "Little"), "zip: byteorder: expected \"little\"");
  expect_refused(zip_checkpoint({kBias}, ""), "zip: byteorder: expected \"little\"");
}

TEST(ZipCheckpoint, RefusesStoragesThatAreMissingOrOfAnotherSize) {
  const auto with_storage = [](const std::string& name, size_t size) {
    return ZipBuilder()
        .add("a/data.pkl", pickled(state_dict({kBias})))
        .add(name, std::string(size, 'x'))
        .file();
  };
  expect_refused(with_storage("a/data/2", 12),
                 "zip: data/1: expected 12 bytes, found no such entry");
  expect_refused(with_storage("b/data/1", 12), "found no such entry");
  expect_refused(with_storage("a/data/1", 11), "zip: data/1: expected 12 bytes, found 11");
  expect_refused(with_storage("a/data/1", 13), "zip: data/1: expected 12 bytes, found 13");
}

TEST(ZipCheckpoint, AKeyIsNoPath) {
  PickledTensor tensor = kBias;
  tensor.key = "../../data.pkl";
  expect_refused(ZipBuilder().add("a/data.pkl", pickled(state_dict({tensor}))).file(),
                 "zip: data/../../data.pkl: expected 12 bytes, found no such entry");
}

TEST(ZipCheckpoint, RefusesArchivesWithoutOnePickle) {
  expect_refused(ZipBuilder().add("data.pkl", "x").file(),
                 "zip: data.pkl: expected it in a folder");
  expect_refused(ZipBuilder().add("/data.pkl", "x").file(), "expected it in a folder");
  expect_refused(ZipBuilder().add("a/b/data.pkl", "x").file(), "expected it in a folder");
  expect_refused(ZipBuilder().add("a/data.pkl", "x").add("b/data.pkl", "x").file(),
                 "zip: data.pkl: expected one in the archive, found several");
  expect_refused(ZipBuilder().add("a/data.pkl", pickled(state_dict({kBias})) + "N").file(),
                 "zip: data.pkl: expected its end behind STOP");
  expect_refused(ZipBuilder().add("a/data.pkl", std::string(Pickle::kMaxBytes + 1, 'N')).file(),
                 "zip: data.pkl: expected at most 8388608 bytes, found 8388609");
}

TEST(ZipCheckpoint, RefusesAPickleThatWouldRunSomething) {
  const std::string attack = pickled("cos\nsystem\n(" + pickle_text("ls") + "tR");
  expect_refused(ZipBuilder().add("a/data.pkl", attack).file(), "found GLOBAL os.system");
}

TEST(ZipCheckpoint, SurvivesEverySpoiledByte) {
  expect_safe_when_spoiled<ZipCheckpoint>(zip_checkpoint({kWeight, kBias}));
  expect_safe_when_spoiled<ZipCheckpoint>(ZipBuilder()
                                              .zip64()
                                              .add("a/data.pkl", pickled(state_dict({kBias})))
                                              .add("a/data/1", "123456789012")
                                              .file());
}

}  // namespace
}  // namespace xlmr
