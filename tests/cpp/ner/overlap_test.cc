// SPDX-License-Identifier: Apache-2.0
#include "ner/overlap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Entity entity(const char* name, uint32_t begin, uint32_t end, float score = 0.5F) {
  return {.name = name, .score = score, .range = {begin, end}};
}

std::vector<std::string> merge(std::vector<Entity> entities,
                               std::string_view text = "abcdefghijklmnop") {
  std::vector<std::string> out;
  for (const Entity& each : merge_overlapping(text, std::move(entities))) {
    out.push_back(each.name + std::to_string(each.range.begin) + "-" +
                  std::to_string(each.range.end));
  }
  return out;
}

TEST(Overlap, TheLongerOfTwoStays) {
  EXPECT_THAT(merge({entity("A", 0, 5), entity("B", 8, 12), entity("C", 8, 14)}),
              ElementsAre("A0-5", "C8-14"));
}

TEST(Overlap, OfEquallyLongOnesTheSurerStaysAndTheFirstOnATie) {
  EXPECT_THAT(merge({entity("A", 0, 3, .5F), entity("B", 1, 4, .6F)}), ElementsAre("B1-4"));
  EXPECT_THAT(merge({entity("A", 0, 3, .5F), entity("B", 0, 3, .5F)}), ElementsAre("A0-3"));
}

TEST(Overlap, NeighboursAreKeptAndSortedByBegin) {
  EXPECT_THAT(merge({entity("B", 3, 6), entity("A", 0, 3)}), ElementsAre("A0-3", "B3-6"));
}

// Three letters in six bytes are shorter than four letters in four.
TEST(Overlap, LengthsAreCountedInCodePoints) {
  EXPECT_THAT(merge({entity("A", 0, 6), entity("B", 4, 9)}, "äöüabc"), ElementsAre("B4-9"));
}

// The reference compares the first entity with itself, and an empty range overlaps nothing.
TEST(Overlap, AnEmptyFirstEntityIsReportedTwice) {
  EXPECT_THAT(merge({entity("A", 2, 2)}), ElementsAre("A2-2", "A2-2"));
  EXPECT_THAT(merge({}), IsEmpty());
}

// Offsets that a caller replaced may go backwards; such an entity is shorter than any other.
TEST(Overlap, AnEntityThatGoesBackwardsIsNotLonger) {
  EXPECT_THAT(merge({entity("A", 2, 6), entity("B", 4, 1, .9F)}), ElementsAre("A2-6"));
}

}  // namespace
}  // namespace xlmr
