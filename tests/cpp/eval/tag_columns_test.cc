// SPDX-License-Identifier: Apache-2.0
#include "eval/tag_columns.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(TagColumns, AreCheckedBeforeTheyAreRead) {
  const ColumnsOf fine("B-PER O | O", "O O | O");
  EXPECT_TRUE(check(fine.view()).ok());
  EXPECT_EQ(check(ColumnsOf("O O", "O").view()).message(),
            "predicted: expected 2 tags, as gold has, found 1");
  const std::vector<uint32_t> wrong = {0, 7, 0};
  TagColumns columns = fine.view();
  columns.gold = wrong;
  EXPECT_EQ(check(columns).message(), "a tag: expected an index below 2, found 7");
  const std::vector<uint32_t> falling = {2, 1, 3};
  columns = fine.view();
  columns.ends = falling;
  EXPECT_EQ(check(columns).message(), "ends: expected positions from 2 to 3, found 1");
  columns.ends = columns.ends.first(1);
  EXPECT_EQ(check(columns).message(), "the last sentence: expected the end 3, found 2");
}

TEST(TypeTable, IsInTheOrderOfCodePointsWithoutRepetitions) {
  TypeTable types;
  for (const char* each : {"人", "a", "Z", "", "a"}) types.add(each);
  types.sort();
  EXPECT_EQ(types.names(), (std::vector<std::string>{"", "Z", "a", "人"}));
  EXPECT_EQ(types.index_of("a"), 2u);
}

}  // namespace
}  // namespace xlmr
