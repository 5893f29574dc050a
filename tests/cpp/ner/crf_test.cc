// SPDX-License-Identifier: Apache-2.0
#include "ner/crf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "ner/model_config.h"
#include "ner/viterbi.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatEq;
using ::testing::HasSubstr;

Result<ModelConfig> parse(const std::string& crf) {
  return ModelConfig::parse(
      R"({"max_position_embeddings": 20, "id2label": {"0": "O", "1": "B-X", "2": "I-X"},
          "crf_state_dict": )" +
      crf + "}");
}

const std::string kTransitions = R"("transitions": [[0.5, 1, 9], [0, 0, 2], [0, -1, 2]],
    "start_transitions": [0, 0.25, 9], "end_transitions": [0, 0, 0.125])";
const std::string kMask = R"("_constraint_mask": [[1,1,0,0,1], [1,1,1,0,1], [1,1,1,0,1],
    [1,1,0,0,0], [0,0,0,0,0]])";

TEST(Crf, IsReadFromAConfig) {
  const auto config = parse("{" + kTransitions + "}");
  ASSERT_TRUE(config.ok()) << config.status().message();
  const Transitions& crf = config.value().crf.value();
  EXPECT_THAT(crf.start, ElementsAre(0, 0.25, 9));
  EXPECT_THAT(crf.end, ElementsAre(0, 0, 0.125));
  EXPECT_THAT(crf.next, ElementsAre(0.5, 1, 9, 0, 0, 2, 0, -1, 2));
}

TEST(Crf, WhatTheConstraintMaskForbidsIsNeverChosen) {
  const auto config = parse("{" + kTransitions + "," + kMask + "}");
  ASSERT_TRUE(config.ok()) << config.status().message();
  const Transitions& crf = config.value().crf.value();
  EXPECT_THAT(crf.from_to(0, 2), FloatEq(Transitions::kForbidden));
  EXPECT_THAT(crf.start[2], FloatEq(Transitions::kForbidden));
  EXPECT_THAT(crf.from_to(1, 2), FloatEq(2));
  // By hand: I-X cannot begin, so B-X (0.25 + 0) + 2 + 1 beats O, O (0 + 0.5 + 0).
  const std::vector<float> emissions = {0, 0, 5, 0, 0, 1};
  EXPECT_THAT(viterbi(emissions, crf), ElementsAre(1, 2));
}

TEST(Crf, IsAbsentWhereTheConfigHasNone) { EXPECT_FALSE(parse("null").value().crf.has_value()); }

TEST(Crf, RefusesOtherShapesAndValuesByTheirField) {
  const auto message = [](const std::string& crf) { return parse(crf).status().message(); };
  EXPECT_THAT(message("{}"), HasSubstr("crf_state_dict.transitions: expected a list of 3 lists"));
  EXPECT_THAT(message(R"({"transitions": [[0,0,0],[0,0],[0,0,0]]})"),
              HasSubstr("transitions[1]: expected a list of 3 numbers, found 2"));
  EXPECT_THAT(message(R"({"transitions": [[0,0,0],[0,0,"x"],[0,0,0]]})"),
              HasSubstr("transitions[1][2]: expected a finite number"));
  EXPECT_THAT(message(R"({"transitions": [[0,0,0],[0,0,1e300],[0,0,0]]})"),
              HasSubstr("transitions[1][2]: expected a finite number"));
  EXPECT_THAT(message("{" + kTransitions + R"(, "_constraint_mask": [[1]]})"),
              HasSubstr("_constraint_mask: expected a list of 5 lists"));
  EXPECT_THAT(message("7"), HasSubstr("crf_state_dict.transitions: expected"));
}

}  // namespace
}  // namespace xlmr
