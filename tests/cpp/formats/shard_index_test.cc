// SPDX-License-Identifier: Apache-2.0
#include "formats/shard_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string index_of(const std::string& map) {
  return R"({"metadata": {"total_size": 1}, "weight_map": )" + map + "}";
}

const std::string kMap = R"({"b": "m-2.bin", "a": "m-1.bin", "c": "m-2.bin"})";

std::vector<TensorEntry> tensors(const std::vector<std::string>& names) {
  std::vector<TensorEntry> entries;
  for (const std::string& name : names) entries.push_back({name, TensorType::u8, {1}, 0, 1});
  return entries;
}

void expect_refused(const std::string& json, const std::string& part) {
  const auto index = ShardIndex::parse(json, ".bin");
  ASSERT_FALSE(index.ok()) << part;
  EXPECT_EQ(index.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(index.status().message(), HasSubstr("checkpoint index: "));
  EXPECT_THAT(index.status().message(), HasSubstr(part));
}

TEST(ShardIndex, NamesItsFilesInOrder) {
  const auto index = ShardIndex::parse(index_of(kMap), ".bin");
  ASSERT_TRUE(index.ok()) << index.status().message();
  EXPECT_THAT(index.value().files(), ElementsAre("m-1.bin", "m-2.bin"));
}

TEST(ShardIndex, ChecksWhatAFileHolds) {
  const auto index = ShardIndex::parse(index_of(kMap), ".bin");
  ASSERT_TRUE(index.ok());
  const auto message = [&](size_t file, const std::vector<std::string>& names) {
    return index.value().check(file, tensors(names)).message();
  };
  EXPECT_EQ(message(0, {"a"}), "");
  EXPECT_EQ(message(1, {"c", "b"}), "");
  EXPECT_EQ(message(1, {"b"}), "checkpoint: c: expected it in m-2.bin, found no such tensor");
  EXPECT_EQ(message(0, {"a", "b"}), "checkpoint: b: expected it in m-2.bin, found it in m-1.bin");
  EXPECT_EQ(message(0, {"a", "d"}),
            "checkpoint: d: expected it in no file, as the index has it, found it in m-1.bin");
}

TEST(ShardIndex, RefusesNamesThatArePathsOrOfAnotherKind) {
  for (const std::string name :
       {"../m.bin", "/etc/m.bin", "a/m.bin", "a\\\\m.bin", "C:m.bin", "m.bin\\u0000", "é.bin",
        "m bin", "%2e%2e%2fm.bin", "m.safetensors", "pytorch_model.bin.index.json", "", ".bin",
        "~m.bin", "m?x.bin"}) {
    expect_refused(index_of("{\"a\": \"" + name + "\"}"),
                   "weight_map.a: expected the name of a file in the same folder that ends with");
  }
  expect_refused(index_of("{\"a\": \"" + std::string(252, 'm') + ".bin\"}"), "weight_map.a");
  EXPECT_TRUE(
      ShardIndex::parse(index_of("{\"a\": \"" + std::string(251, 'm') + ".bin\"}"), ".bin").ok());
}

TEST(ShardIndex, RefusesWhatIsNoIndex) {
  expect_refused("", "expected JSON");
  expect_refused("[]", "top level: expected an object");
  expect_refused("{}", "weight_map: expected an object, found nothing");
  expect_refused(index_of("[]"), "weight_map: expected an object, found array");
  expect_refused(index_of("{}"), "weight_map: expected at least one tensor, found none");
  expect_refused(index_of(R"({"a": 7})"), "weight_map.a: expected a string, found 7");
  expect_refused(index_of(R"({"a": "m.bin", "a": "m.bin"})"), "a: expected each tensor once");
  expect_refused(std::string(ShardIndex::kMaxBytes + 1, ' '),
                 "at most 8388608 bytes, found 8388609");
  std::string many = "{";
  for (int i = 0; i <= 1000; ++i) {
    many += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\": \"m" + std::to_string(i) + ".bin\"";
  }
  expect_refused(index_of(many + "}"), "weight_map: expected at most 1000 files, found more");
}

TEST(ShardIndex, RefusesAnIndexCutOffAtAnyByte) {
  const std::string json = index_of(kMap);
  for (size_t size = 0; size < json.size(); ++size) expect_refused(json.substr(0, size), "");
}

}  // namespace
}  // namespace xlmr
