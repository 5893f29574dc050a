// SPDX-License-Identifier: Apache-2.0
#include "text/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace xlmr {
namespace {

using ::testing::HasSubstr;

TEST(Encoding, CountsATextsLengthInUtf16Units) {
  EXPECT_TRUE(check_text("").ok());
  EXPECT_TRUE(check_text(std::string(kMaxTextUnits, 'n')).ok());
  EXPECT_EQ(check_text(std::string(kMaxTextUnits + 1, 'n')).code(), StatusCode::text_too_long);
  std::string emoji;
  for (uint32_t i = 0; i < kMaxTextUnits / 2; ++i) emoji += "🙂";
  EXPECT_TRUE(check_text(emoji).ok());
  EXPECT_THAT(check_text(emoji + "x").message(), HasSubstr("at most 1048576 UTF-16 units"));
}

TEST(Encoding, SaysWhereATextIsNotUtf8) {
  EXPECT_THAT(check_text("a\xFF").message(), HasSubstr("malformed byte at 1"));
}

}  // namespace
}  // namespace xlmr
