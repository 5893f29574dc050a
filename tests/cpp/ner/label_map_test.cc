// SPDX-License-Identifier: Apache-2.0
#include "ner/label_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xlmr {
namespace {

using ::testing::ElementsAre;

TEST(LabelMap, ReadsPrefixesAsHuggingFaceDoes) {
  const LabelMap labels({"O", "B-PER", "I-PER", "ORG-P", "B-ORG-COMPANY", "E-LOC"});
  EXPECT_EQ(labels[0].tag, "O");
  EXPECT_TRUE(labels[1].begins);
  EXPECT_EQ(labels[1].tag, "PER");
  EXPECT_FALSE(labels[2].begins);
  EXPECT_EQ(labels[2].tag, "PER");
  EXPECT_EQ(labels[3].tag, "ORG-P");  // no prefix: the whole label is the tag
  EXPECT_EQ(labels.group_of(3), "P");
  EXPECT_EQ(labels.group_of(4), "ORG-COMPANY");
  EXPECT_EQ(labels[5].tag, "E-LOC");
}

TEST(LabelMap, NamesEachGroupOnceInOrderOfItsFirstLabel) {
  const LabelMap labels({"O", "B-PER", "I-PER", "B-LOC", "ORG-O"});
  EXPECT_THAT(labels.groups(), ElementsAre("O", "PER", "LOC"));
  EXPECT_EQ(labels.group_of(4), "O");
}

}  // namespace
}  // namespace xlmr
