// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace xlmr {
namespace {

Status fails() { return invalid_config(expected("config.json", "a number up to 3", 4)); }
Result<int> has_value() { return 5; }

Result<int> passes_on(bool first, Result<int> second) {
  XLMR_RETURN_IF_ERROR(first ? fails() : Status());
  XLMR_RETURN_IF_ERROR(second);
  return second.value() + 1;
}

TEST(Status, SaysWhereWhatWasExpectedAndWhatWasFound) {
  EXPECT_EQ(fails().message(), "config.json: expected a number up to 3, found 4");
  EXPECT_EQ(fails().code(), StatusCode::invalid_config);
}

TEST(Status, IsPassedOnAsItIsFromAStatusOrAResult) {
  EXPECT_EQ(passes_on(true, has_value()).status().message(), fails().message());
  EXPECT_EQ(passes_on(false, fails()).status().message(), fails().message());
  EXPECT_EQ(passes_on(false, fails()).status().code(), StatusCode::invalid_config);
}

TEST(Status, IsPassedOverWhereAllIsWell) { EXPECT_EQ(passes_on(false, has_value()).value(), 6); }

}  // namespace
}  // namespace xlmr
