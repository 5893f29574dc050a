// SPDX-License-Identifier: Apache-2.0
// The oracle is nervaluate 1.2.1: the texts are its own.
#include "eval/nervaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(Nervaluate, PrintsThePackagesReports) {
  const ColumnsOf columns("B-PER I-PER O | B-LOC I-LOC I-LOC O B-ORG",
                          "B-ORG I-ORG O | O I-LOC O B-PER B-ORG");
  const auto documents = nervaluate_documents(columns.view());
  const auto report = nervaluate(documents.value(), documents.value().labels, 1);
  EXPECT_EQ(
      nervaluate_text(report.value(), 2),
      "Scenario: all\n"
      "\n"
      "              correct   incorrect     partial      missed    spurious   precision      "
      "recall    f1-score\n"
      "\n"
      "ent_type            2           1           0           0           1        0.50        "
      "0.67        0.57\n"
      "   exact            2           1           0           0           1        0.50        "
      "0.67        0.57\n"
      " partial            2           0           1           0           1        0.62        "
      "0.83        0.71\n"
      "  strict            1           2           0           0           1        0.25        "
      "0.33        0.29\n");
  EXPECT_EQ(
      nervaluate_types_text(report.value(), Scenario::strict, 3),
      "Scenario: strict\n"
      "\n"
      "             correct   incorrect     partial      missed    spurious   precision      "
      "recall    f1-score\n"
      "\n"
      "    LOC            0           1           0           0           0       0.000       "
      "0.000       0.000\n"
      "    ORG            1           0           0           0           1       0.500       "
      "1.000       0.667\n"
      "    PER            0           0           0           1           1       0.000       "
      "0.000       0.000\n");
}

TEST(Nervaluate, LeavesOutOtherTypesAndSmallOverlaps) {
  SpanDocuments documents{{"A", "B"}, {{{{0, 0, 199}, {1, 300, 300}}, {{0, 199, 250}}}}};
  const std::vector<std::string> only_a = {"A"};
  const auto report = nervaluate(documents, only_a, 1);  // 1 of 200 is half a per cent
  EXPECT_EQ(report.value().types, only_a);
  EXPECT_EQ(report.value().overall[2].spurious, 1u);
  EXPECT_EQ(report.value().overall[2].missed, 1u);
  documents.documents[0].predicted[0].begin = 198;
  EXPECT_EQ(nervaluate(documents, only_a, 1).value().overall[2].partial, 1u);
  EXPECT_FALSE(nervaluate(documents, only_a, 0).ok());
  documents.documents[0].gold[0].end = -1;
  EXPECT_FALSE(nervaluate(documents, only_a, 1).ok());
}

TEST(Nervaluate, RaisesForTagsThatOpenNothing) {
  const auto message = [](const std::string& tags) {
    return nervaluate_documents(ColumnsOf(tags, tags).view()).status().message();
  };
  EXPECT_THAT(message("O S-PER"), testing::HasSubstr("ValueError: Invalid tag format: S-PER)"));
  EXPECT_EQ(message("B-PER E-PER"), "");  // any prefix goes on with the same type
  EXPECT_THAT(message("B-PER E-LOC"), testing::HasSubstr("E-LOC"));
}

}  // namespace
}  // namespace xlmr
