// SPDX-License-Identifier: Apache-2.0
#include "base/concat.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace xlmr {
namespace {

TEST(Concat, PutsTextsAndNumbersInARow) {
  const std::string name = "x.bin";
  EXPECT_EQ(concat(name, ": ", size_t{12}, std::string_view(" bytes")), "x.bin: 12 bytes");
  EXPECT_EQ(concat(), "");
  EXPECT_EQ(concat("", 0, ""), "0");
}

TEST(Concat, WritesNumbersOfEveryTypeInFull) {
  EXPECT_EQ(concat(INT64_MIN), "-9223372036854775808");
  EXPECT_EQ(concat(UINT64_MAX), "18446744073709551615");
  EXPECT_EQ(concat(uint8_t{65}, " ", int8_t{-1}, " ", uint16_t{65535}), "65 -1 65535");
}

}  // namespace
}  // namespace xlmr
