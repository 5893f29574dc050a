// SPDX-License-Identifier: Apache-2.0
// The oracle is each scheme's definition: what seqeval and conlleval lose or bend is right here.
#include "eval/entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

using testing::ElementsAre;

std::vector<std::string> entities_in(const std::vector<std::string>& names) {
  std::vector<uint32_t> ids;
  for (size_t at = 0; at < names.size(); ++at) ids.push_back(static_cast<uint32_t>(at));
  const std::vector<uint32_t> ends = {static_cast<uint32_t>(names.size())};
  const TagColumns columns{names, ids, ids, ends, false};
  const EntityTags tags = read_entity_tags(columns);
  std::vector<std::string> list;
  for (const TypedSpan& each : entities_of(tags, ids)) {
    list.push_back(concat(tags.types.names()[each.type], " ", each.begin, "-", each.end));
  }
  return list;
}

TEST(Entities, StayApartInEveryScheme) {
  EXPECT_THAT(entities_in({"B-A", "L-A", "B-A", "I-A", "L-A", "U-A", "U-A"}),
              ElementsAre("A 0-2", "A 2-5", "A 5-6", "A 6-7"));
  EXPECT_THAT(entities_in({"B-A", "E-A", "S-A", "B-A"}), ElementsAre("A 0-2", "A 2-3", "A 3-4"));
  EXPECT_THAT(entities_in({"I-A", "B-A", "I-A", "I-B"}), ElementsAre("A 0-1", "A 1-3", "B 3-4"));
  EXPECT_THAT(entities_in({"I-A", "E-A", "I-A", "E-A"}), ElementsAre("A 0-2", "A 2-4"));
}

TEST(Entities, KeepTypesAsTheyAre) {
  EXPECT_THAT(entities_in({"B-a-b\r", "I-a-b", "O\r"}), ElementsAre("a-b 0-2"));
  EXPECT_THAT(entities_in({"B--ORG", "B-ORG-"}), ElementsAre("-ORG 0-1", "ORG- 1-2"));
  EXPECT_THAT(entities_in({"ORG", "ORG", "O", "ORG-P", "PER"}),
              ElementsAre("ORG 0-2", "ORG-P 3-4", "PER 4-5"));
  EXPECT_THAT(entities_in({"B-JOB-TITLE", "I-JOB-TITLE"}), ElementsAre("JOB-TITLE 0-2"));
}

}  // namespace
}  // namespace xlmr
