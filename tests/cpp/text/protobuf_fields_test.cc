// SPDX-License-Identifier: Apache-2.0
#include "text/protobuf_fields.h"

#include <gtest/gtest.h>

#include <string>

#include "model_builder.h"

namespace xlmr {
namespace {

TEST(ProtobufFields, WalksFieldsOfEveryWireType) {
  const std::string message = varint_field(1, 300) + bytes_field(2, "hi") + varint(3 << 3 | 5) +
                              "abcd" + varint(4 << 3 | 1) + "abcdefgh";
  ProtobufFields fields(message);
  EXPECT_EQ(fields.next()->varint, 300U);
  EXPECT_EQ(fields.next()->payload, "hi");
  EXPECT_EQ(fields.next()->payload, "abcd");
  EXPECT_EQ(fields.next()->payload, "abcdefgh");
  EXPECT_FALSE(fields.next());
  EXPECT_FALSE(fields.failed());
}

TEST(ProtobufFields, FailsOnEveryTruncation) {
  const std::string message = bytes_field(2, "hello") + varint_field(1, 300);
  const size_t boundary = bytes_field(2, "hello").size();
  for (size_t size = 0; size < message.size(); ++size) {
    ProtobufFields fields(std::string_view(message).substr(0, size));
    while (fields.next()) {
    }
    EXPECT_EQ(fields.failed(), size != 0 && size != boundary) << "size " << size;
  }
}

TEST(ProtobufFields, RefusesGroupsAndFieldZero) {
  for (const std::string& message : {varint(1 << 3 | 3), varint(1 << 3 | 4), varint(1 << 3 | 7),
                                     varint_field(0, 1), varint(2 << 3 | 2) + varint(~0ULL)}) {
    ProtobufFields fields(message);
    EXPECT_FALSE(fields.next());
    EXPECT_TRUE(fields.failed());
  }
}

}  // namespace
}  // namespace xlmr
