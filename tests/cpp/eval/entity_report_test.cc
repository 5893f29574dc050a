// SPDX-License-Identifier: Apache-2.0
#include "eval/entity_report.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(EntityReport, SaysWhatIsRightAndWhatIsConfused) {
  const ColumnsOf columns("B-PER I-PER O B-LOC | B-ORG O O O | O B-PER",
                          "B-PER O O B-ORG | B-ORG O B-LOC O | O O");
  // Written by hand: PER found short, LOC called ORG, LOC made up, PER missed.
  EXPECT_EQ(entity_text(entity_report(columns.view(), 10)),
            "type     gold   found correct precision    recall        f1\n"
            "LOC         1       1       0      0.00      0.00      0.00\n"
            "ORG         1       2       1     50.00    100.00     66.67\n"
            "PER         2       1       0      0.00      0.00      0.00\n"
            "\n"
            "micro       4       4       1     25.00     25.00     25.00\n"
            "macro       4       4       1     16.67     33.33     22.22\n"
            "\n"
            "10 tokens in 3 sentences, 60.00 % of the tags right\n"
            "\n"
            "       1  nothing -> LOC, made up\n"
            "       1  LOC -> ORG, other type\n"
            "       1  PER -> nothing, missed\n"
            "       1  PER -> PER, other boundaries\n");
}

TEST(EntityReport, HasTheSentencesWithTheMostFaultsFirst) {
  const ColumnsOf columns("B-A | B-A B-A | O | B-A", "O | B-B O | O | B-A");
  const EntityReport report = entity_report(columns.view(), 10);
  ASSERT_EQ(report.faulty.size(), 2u);
  EXPECT_EQ(report.faulty[0].sentence, 1u);
  EXPECT_EQ(report.faulty[0].faults, 3u);
  EXPECT_EQ(report.faulty[1].sentence, 0u);
  EXPECT_EQ(entity_report(columns.view(), 1).faulty.size(), 1u);
}

TEST(EntityReport, IsRightWhereThePackagesAreNot) {
  const ColumnsOf columns("B-A L-A B-A L-A", "B-A L-A B-A L-A");
  EXPECT_EQ(entity_report(columns.view(), 0).counts[0].correct, 2u);
  const EntityReport nothing = entity_report(ColumnsOf("O", "O").view(), 0);
  EXPECT_NE(entity_text(nothing).find("micro       0       0       0         -         -"),
            std::string::npos);
}

}  // namespace
}  // namespace xlmr
