// SPDX-License-Identifier: Apache-2.0
#include "formats/little_endian.h"

#include <gtest/gtest.h>

#include <string_view>

namespace xlmr {
namespace {

TEST(LittleEndian, ReadsNumbersOfAnySize) {
  constexpr std::string_view kBytes = "\xFF\x01\x80\xFF\xFF\xFF\xFF\xFF\xFF";
  EXPECT_EQ(little_endian(kBytes, 0, 0), 0U);
  EXPECT_EQ(little_endian(kBytes, 0, 1), 255U);
  EXPECT_EQ(little_endian(kBytes, 1, 2), 0x8001U);
  EXPECT_EQ(little_endian(kBytes, 1, 8), 0xFFFFFFFFFFFF8001U);
}

}  // namespace
}  // namespace xlmr
