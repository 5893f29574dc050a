// SPDX-License-Identifier: Apache-2.0
#include "formats/virtual_checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/safetensors.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Shards = std::vector<std::vector<TensorEntry>>;

VirtualCheckpoint make(const Shards& shards) {
  auto made = VirtualCheckpoint::make(shards);
  EXPECT_TRUE(made.ok()) << made.status().message();
  return std::move(made).value();
}

/// The bytes that a reader of the segments gets.
std::string read_all(const VirtualCheckpoint& whole, const std::vector<std::string>& files) {
  std::string bytes = whole.header;
  for (size_t i = 0; i < whole.segments.size(); ++i) {
    const FileSegment& segment = whole.segments[i];
    EXPECT_EQ(segment.begin, bytes.size());
    const uint64_t end =
        i + 1 < whole.segments.size() ? whole.segments[i + 1].begin : whole.file_size;
    bytes += files[segment.shard].substr(segment.shard_begin, end - segment.begin);
  }
  EXPECT_EQ(bytes.size(), whole.file_size);
  return bytes;
}

TEST(VirtualCheckpoint, IsASafetensorsFileOfAllParts) {
  const std::vector<std::string> files = {"..AAAABB..cc", "##dddd"};
  const Shards shards = {{{"a", TensorType::u8, {4}, 2, 6},
                          {"b", TensorType::bf16, {}, 6, 8},
                          {"c", TensorType::u8, {1, 2}, 10, 12}},
                         {{"d", TensorType::f32, {1}, 2, 6}}};
  const VirtualCheckpoint whole = make(shards);
  const uint64_t data = whole.header.size();
  EXPECT_THAT(whole.segments, ElementsAre(FileSegment{data, 0, 2}, FileSegment{data + 6, 0, 10},
                                          FileSegment{data + 8, 1, 2}));
  const std::string bytes = read_all(whole, files);
  const auto header = SafetensorsHeader::parse(whole.header, bytes.size());
  ASSERT_TRUE(header.ok()) << header.status().message();
  const auto text = [&](std::string_view name) {
    const TensorEntry* tensor = header.value().find(name);
    return bytes.substr(tensor->begin, tensor->byte_size());
  };
  EXPECT_EQ(text("a"), "AAAA");
  EXPECT_EQ(text("b"), "BB");
  EXPECT_EQ(text("c"), "cc");
  EXPECT_EQ(text("d"), "dddd");
  EXPECT_EQ(header.value().metadata("format"), "pt");
}

TEST(VirtualCheckpoint, SharedBytesComeTwiceAndEmptyTensorsHaveNoSegment) {
  const VirtualCheckpoint whole = make({{{"a", TensorType::u8, {2}, 1, 3},
                                         {"none", TensorType::u8, {0}, 3, 3},
                                         {"tied", TensorType::u8, {2}, 1, 3}}});
  const std::string bytes = read_all(whole, {"xYZ"});
  EXPECT_EQ(bytes.substr(whole.header.size()), "YZYZ");
  EXPECT_EQ(whole.segments.size(), 2U);
  EXPECT_TRUE(SafetensorsHeader::parse(whole.header, bytes.size()).ok());
}

TEST(VirtualCheckpoint, SaysWhereNumbersWithStridesLie) {
  const VirtualCheckpoint whole = make({{{"a", TensorType::u8, {2}, 0, 2},
                                         {"transposed", TensorType::bf16, {3, 2}, 2, 14, {1, 3}},
                                         {"expanded", TensorType::f32, {5}, 14, 18, {0}},
                                         {"b", TensorType::u8, {2}, 18, 20}}});
  const uint64_t data = whole.header.size();
  EXPECT_THAT(
      whole.segments,
      ElementsAre(FileSegment{data, 0, 0}, FileSegment{data + 2, 0, 2, 12, 2, {3, 2}, {1, 3}},
                  FileSegment{data + 14, 0, 14, 4, 4, {5}, {0}}, FileSegment{data + 34, 0, 18}));
  EXPECT_EQ(whole.file_size, data + 36);
  const auto header = SafetensorsHeader::parse(whole.header, whole.file_size);
  ASSERT_TRUE(header.ok()) << header.status().message();
  EXPECT_EQ(header.value().find("expanded")->byte_size(), 20U);
}

TEST(VirtualCheckpoint, RefusesAnExpandedTensorOfMoreBytesThanADoubleCounts) {
  for (const uint64_t size : {uint64_t{1} << 53, uint64_t{1} << 62}) {
    EXPECT_FALSE(VirtualCheckpoint::make(Shards{{{"a", TensorType::f32, {size}, 0, 4, {0}}}}).ok());
  }
}

TEST(VirtualCheckpoint, RefusesMoreBytesThanADoubleCounts) {
  const uint64_t most = uint64_t{1} << 52;
  const TensorEntry large{"a", TensorType::u8, {most}, 0, most};
  EXPECT_TRUE(VirtualCheckpoint::make(Shards{{large}}).ok());
  const auto made = VirtualCheckpoint::make(Shards{{large, large}});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(made.status().message(), HasSubstr("less than 2^53 bytes"));
}

}  // namespace
}  // namespace xlmr
