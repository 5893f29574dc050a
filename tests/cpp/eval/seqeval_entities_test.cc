// SPDX-License-Identifier: Apache-2.0
// The oracle is seqeval 1.2.2's get_entities().
#include "eval/seqeval_entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

/// As get_entities() lists them: "PER 0-1".
std::vector<std::string> entities(const std::string& tags, bool is_suffix = false) {
  const ColumnsOf columns(tags, tags);
  const auto read = read_seqeval_tags(columns.view(), is_suffix);
  std::vector<std::string> list;
  for (const TypedSpan& each :
       seqeval_entities(read.value(), columns.view().gold, columns.view().ends)) {
    list.push_back(concat(read.value().types.names()[each.type], " ", each.begin, "-", each.end));
  }
  return list;
}

using testing::ElementsAre;

TEST(SeqevalEntities, AreThoseOfGetEntities) {
  EXPECT_THAT(entities("B-PER I-PER O B-LOC"), ElementsAre("PER 0-1", "LOC 3-3"));
  EXPECT_THAT(entities("B-PER I-LOC I-LOC"), ElementsAre("PER 0-0", "LOC 1-2"));
  EXPECT_THAT(entities("B-A E-A S-A S-A O E-A E-A"),
              ElementsAre("A 0-1", "A 2-2", "A 3-3", "A 5-5", "A 6-6"));
  EXPECT_THAT(entities("B-X | B-X"), ElementsAre("X 0-0", "X 2-2"));
  EXPECT_THAT(entities("PER-B PER-I O", true), ElementsAre("PER 0-1"));
}

TEST(SeqevalEntities, AreWrongWhereSeqevalsAre) {
  EXPECT_THAT(entities("B-A L-A B-A L-A"), ElementsAre("A 2-3"));
  EXPECT_THAT(entities("PER PER O LOC LOC O ORG ORG ORG-P ORG-O INS PRD PRD EVT EVT"),
              ElementsAre("ER 0-1", "OC 3-4", "NS 10-10", "RD 11-12", "VT 13-13", "VT 14-14"));
  EXPECT_THAT(entities("人名 人名"), ElementsAre("名 0-1"));
  EXPECT_THAT(entities("B I O"), ElementsAre("_ 0-1"));
}

}  // namespace
}  // namespace xlmr
