// SPDX-License-Identifier: Apache-2.0
#include "formats/legacy_checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "formats/shard_driver.h"
#include "formats/torch_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

const std::vector<PickledTensor> kTensors = {
    {.name = "weight", .storage_type = "HalfStorage", .key = "95", .shape = {2, 3}},
    {.name = "bias", .key = "94", .shape = {3}}};

void expect_refused(const std::string& file, const std::string& part) {
  LegacyCheckpoint reader(file.size());
  const Status status = read_shard(reader, file);
  ASSERT_FALSE(status.ok()) << part;
  EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(status.message(), HasSubstr(part));
}

void expect_refused(const std::function<void(LegacyFile&)>& edit, const std::string& part) {
  LegacyFile file(kTensors);
  edit(file);
  expect_refused(file.file(), part);
}

TEST(LegacyCheckpoint, FindsEachTensorsBytes) {
  const std::string file = legacy_checkpoint(kTensors);
  LegacyCheckpoint reader(file.size());
  const Status status = read_shard(reader, file);
  ASSERT_TRUE(status.ok()) << status.message();
  const auto tensors = reader.take_tensors();
  ASSERT_EQ(tensors.size(), 2U);
  EXPECT_EQ(tensors[0].name, "weight");
  EXPECT_EQ(file.substr(tensors[0].begin, tensors[0].byte_size()), std::string(12, '5'));
  EXPECT_EQ(tensors[1].name, "bias");
  EXPECT_EQ(file.substr(tensors[1].begin, tensors[1].byte_size()), std::string(12, '4'));
}

TEST(LegacyCheckpoint, AsksForNoMoreThanThePicklesAndTheCounts) {
  const std::string file = legacy_checkpoint({{.name = "large", .key = "1", .shape = {3'000'000}}});
  LegacyCheckpoint reader(file.size());
  EXPECT_EQ(reader.wants(), (FileRange{0, Pickle::kMaxBytes}));
  ASSERT_TRUE(reader.give(file.substr(0, Pickle::kMaxBytes)).ok());
  ASSERT_TRUE(reader.wants());
  EXPECT_EQ(reader.wants()->size(), 8U);
}

TEST(LegacyCheckpoint, RefusesCountsThatAreNotThePickles) {
  expect_refused([](LegacyFile& file) { file.data[0] = 4; },
                 "storage 94: expected 3 elements, as the pickle says, at byte");
  expect_refused([](LegacyFile& file) { file.data[7] = '\x80'; }, "found 9223372036854775811");
  expect_refused([](LegacyFile& file) { file.data[20] = 0; }, "storage 95: expected 6 elements");
}

TEST(LegacyCheckpoint, RefusesFilesThatEndElsewhere) {
  expect_refused([](LegacyFile& file) { file.data += "x"; },
                 "storages: expected the file to end behind the last at");
  expect_refused([](LegacyFile& file) { file.data.pop_back(); },
                 "storage 95: expected its number of elements and 12 bytes at byte");
  expect_refused([](LegacyFile& file) { file.data.clear(); }, "storage 94: expected its number");
  expect_refused(
      [](LegacyFile& file) {
        file.object = pickled(state_dict(
            {{.name = "w", .shape = {int64_t{1} << 48}, .strides = {1}, .is_legacy = true}}));
        file.keys = pickled(pickle_list({pickle_text("0")}));
      },
      "storage 0: expected its number of elements and 1125899906842624 bytes");
}

TEST(LegacyCheckpoint, RefusesKeysThatAreNotTheStorages) {
  const auto with_keys = [](const Pickles& keys) {
    return [keys](LegacyFile& file) { file.keys = pickled(pickle_list(keys)); };
  };
  expect_refused(with_keys({pickle_text("94")}),
                 "storages: expected a list of 2 keys, found a list of 1");
  expect_refused(with_keys({pickle_text("94"), pickle_text("94")}),
                 "the key of a storage that a tensor has, once, found \"94\"");
  expect_refused(with_keys({pickle_text("94"), pickle_text("96")}), "found \"96\"");
  expect_refused(with_keys({pickle_text("94"), "N"}), "found None");
  expect_refused([](LegacyFile& file) { file.keys = pickled("}"); },
                 "storages: expected a list of 2 keys, found a dict of 0");
  expect_refused(
      [](LegacyFile& file) {
        file.object = pickled("}");
        file.keys = pickled("]");
      },
      "storages: expected at least one, found none");
}

TEST(LegacyCheckpoint, RefusesOtherVersionsAndMachines) {
  expect_refused([](LegacyFile& file) { file.magic[5] = 'x'; }, "byte 0: expected the 15 bytes");
  expect_refused([](LegacyFile& file) { file.version = pickled(pickle_integer(1000)); },
                 "protocol version: expected 1001, found 1000");
  expect_refused([](LegacyFile& file) { file.version = pickled("N"); }, "found None");
  const auto with_system = [](const std::string& value) {
    return [value](LegacyFile& file) { file.system = pickled(value); };
  };
  expect_refused(with_system("]"), "system information: expected a dict, found a list of 0");
  expect_refused(with_system("}"), "system information: expected little_endian, found no such key");
  expect_refused(with_system(pickle_dict({pickle_text("little_endian"), "\x89"})),
                 "system information: little_endian: expected True, found False");
}

TEST(LegacyCheckpoint, RefusesAnyPickleThatWouldRunSomething) {
  const std::string attack =
      "\x80\x02"
      "cos\nsystem\n)R.";
  expect_refused([&](LegacyFile& file) { file.version = attack; }, "byte 17: expected a name");
  expect_refused([&](LegacyFile& file) { file.system = attack; }, "found GLOBAL os.system");
  expect_refused([&](LegacyFile& file) { file.object = attack; }, "found GLOBAL os.system");
  expect_refused([&](LegacyFile& file) { file.keys = attack; }, "found GLOBAL os.system");
}

TEST(LegacyCheckpoint, SurvivesEverySpoiledByte) {
  expect_safe_when_spoiled<LegacyCheckpoint>(legacy_checkpoint(kTensors));
}

}  // namespace
}  // namespace xlmr
