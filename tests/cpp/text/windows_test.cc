// SPDX-License-Identifier: Apache-2.0
#include "text/windows.h"

#include <gtest/gtest.h>

namespace xlmr {
namespace {

TEST(Windows, GivesNoneForNoPiecesAndOneForAFit) {
  EXPECT_TRUE(split_windows(0, {.max_tokens = 8, .stride = 2}).value().empty());
  const auto fit = split_windows(6, {.max_tokens = 8, .stride = 2});
  ASSERT_EQ(fit.value().size(), 1U);
  EXPECT_EQ(fit.value()[0].pieces, (TokenRange{0, 6}));
  EXPECT_EQ(fit.value()[0].owned, (TokenRange{0, 6}));
}

TEST(Windows, SplitsTheExampleOfTheHeader) {
  const auto windows = split_windows(10, {.max_tokens = 8, .stride = 2}).value();
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[0].pieces, (TokenRange{0, 6}));
  EXPECT_EQ(windows[0].owned, (TokenRange{0, 5}));
  EXPECT_EQ(windows[1].pieces, (TokenRange{4, 10}));
  EXPECT_EQ(windows[1].owned, (TokenRange{5, 10}));
}

TEST(Windows, CoverEveryPieceAndOwnEachOnceForAllSmallCases) {
  for (uint32_t max_tokens = 3; max_tokens < 14; ++max_tokens) {
    const uint32_t room = max_tokens - 2;
    for (uint32_t stride = 0; stride < room; ++stride) {
      for (uint32_t count = 1; count < 60; ++count) {
        const auto windows =
            split_windows(count, {.max_tokens = max_tokens, .stride = stride}).value();
        uint32_t owned_to = 0;
        for (size_t i = 0; i < windows.size(); ++i) {
          const auto& [pieces, owned] = windows[i];
          ASSERT_LE(pieces.size(), room);
          ASSERT_LE(pieces.begin, owned.begin);
          ASSERT_LE(owned.end, pieces.end);
          ASSERT_EQ(owned.begin, owned_to);
          ASSERT_LT(owned.begin, owned.end);
          if (i > 0) {
            ASSERT_EQ(windows[i - 1].pieces.end - pieces.begin, stride);
          }
          owned_to = owned.end;
        }
        ASSERT_EQ(owned_to, count);
      }
    }
  }
}

TEST(Windows, RefuseStridesThatLeaveNoStep) {
  EXPECT_EQ(split_windows(9, {.max_tokens = 8, .stride = 6}).status().message(),
            "stride: expected less than 6 (max_tokens without special tokens), found 6");
  EXPECT_EQ(split_windows(9, {.max_tokens = 2, .stride = 0}).status().code(),
            StatusCode::invalid_argument);
}

}  // namespace
}  // namespace xlmr
