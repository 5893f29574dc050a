// SPDX-License-Identifier: Apache-2.0
#include "base/byte_reader.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace xlmr {
namespace {

using namespace std::string_literals;

TEST(ByteReader, ReadsVarintsOfEveryLength) {
  EXPECT_EQ(ByteReader("\x00"s).varint(), 0U);
  EXPECT_EQ(ByteReader("\x96\x01").varint(), 150U);
  EXPECT_EQ(ByteReader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01").varint(),
            std::numeric_limits<uint64_t>::max());
}

TEST(ByteReader, RefusesVarintsThatAreCutOrTooLong) {
  ByteReader cut("\x96");
  EXPECT_EQ(cut.varint(), std::nullopt);
  EXPECT_EQ(cut.position(), 0U);
  EXPECT_EQ(ByteReader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02").varint(), std::nullopt);
  EXPECT_EQ(ByteReader("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01").varint(), std::nullopt);
}

TEST(ByteReader, NeverPassesTheEndWhateverTheLengthClaims) {
  ByteReader reader("abc");
  EXPECT_EQ(reader.bytes(std::numeric_limits<uint64_t>::max()), std::nullopt);
  EXPECT_EQ(reader.bytes(4), std::nullopt);
  EXPECT_EQ(reader.bytes(2), "ab");
  EXPECT_EQ(reader.bytes(2), std::nullopt);
  EXPECT_EQ(reader.bytes(1), "c");
  EXPECT_TRUE(reader.at_end());
}

TEST(ByteReader, ReadsLinesThatHaveAnEnd) {
  ByteReader reader("one\n\nrest");
  EXPECT_EQ(reader.line(), "one");
  EXPECT_EQ(reader.line(), "");
  EXPECT_EQ(reader.line(), std::nullopt);
  EXPECT_EQ(reader.position(), 5U);
}

TEST(ByteReader, ReadsLittleEndianFloats) {
  EXPECT_EQ(ByteReader("\x00\x00\x80\xBF"s).f32(), -1.0F);
  EXPECT_EQ(ByteReader("\x00\x00\x80"s).f32(), std::nullopt);
}

}  // namespace
}  // namespace xlmr
