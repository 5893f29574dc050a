// SPDX-License-Identifier: Apache-2.0
#include "eval/layout.h"

#include <gtest/gtest.h>

namespace xlmr {
namespace {

TEST(Layout,
     RoundsTheBinaryValueAsPythonDoes) {  // Python: f"{2.675:.2f}", f"{0.125:.2f}", f"{0.5:.0f}"
  EXPECT_EQ(fixed(2.675, 2), "2.67");
  EXPECT_EQ(fixed(0.125, 2), "0.12");
  EXPECT_EQ(fixed(0.5, 0, 3), "  0");
  EXPECT_EQ(fixed(1.0 / 3, 20, 25), "   0.33333333333333331483");
}

TEST(Layout, PadsByCodePoints) {
  EXPECT_EQ(padded("été", 5), "  été");
  EXPECT_EQ(padded("longer", 3), "longer");
  EXPECT_EQ(padded(size_t{17}, 4), "  17");
}

TEST(Layout, LeavesTwoColumnsEmptyInARowOfOneScore) {
  ScoreTable table({"O"}, 2);
  table.row_of_one("accuracy", 0.984, 51362);
  EXPECT_EQ(std::move(table).take(),
            "              precision    recall  f1-score   support\n\n"
            "    accuracy                           0.98     51362\n");
}

}  // namespace
}  // namespace xlmr
