// SPDX-License-Identifier: Apache-2.0
// The oracle is seqeval 1.2.2: figures and texts are its own.
#include "eval/seqeval.h"

#include <gtest/gtest.h>

#include <cmath>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(Seqeval, PrintsTheReportOfItsReadme) {
  const ColumnsOf columns("O O O B-MISC I-MISC I-MISC O | B-PER I-PER O",
                          "O O B-MISC I-MISC I-MISC I-MISC O | B-PER I-PER O");
  const auto report = seqeval(columns.view(), {});
  EXPECT_EQ(seqeval_text(report.value(), 2).value(),
            "              precision    recall  f1-score   support\n"
            "\n"
            "        MISC       0.00      0.00      0.00         1\n"
            "         PER       1.00      1.00      1.00         1\n"
            "\n"
            "   micro avg       0.50      0.50      0.50         2\n"
            "   macro avg       0.50      0.50      0.50         2\n"
            "weighted avg       0.50      0.50      0.50         2\n");
  EXPECT_EQ(report.value().accuracy, 0.8);
  EXPECT_EQ(report.value().true_positives, 4u);
  EXPECT_EQ(report.value().false_positives, 2u);
  EXPECT_EQ(report.value().false_negatives, 0u);
  EXPECT_EQ(report.value().true_negatives, 4u);
}

TEST(Seqeval, IsStricterByAScheme) {
  const ColumnsOf columns("B-NP I-NP O", "I-NP I-NP O");
  EXPECT_EQ(seqeval(columns.view(), {}).value().scores.micro.f1, 1);
  const auto strict = seqeval(columns.view(), {.is_strict = true, .scheme = TagScheme::iob2});
  EXPECT_EQ(strict.value().scores.micro.f1, 0);
  EXPECT_EQ(seqeval(columns.view(), {.is_strict = true}).value().scheme, TagScheme::iob2);
}

TEST(Seqeval, HasNoTextWithoutEntitiesAndNaNForTheirMean) {
  const auto report = seqeval(ColumnsOf("O O", "O O").view(), {});
  EXPECT_TRUE(std::isnan(report.value().scores.macro.f1));
  EXPECT_FALSE(seqeval_text(report.value(), 2).ok());
}

}  // namespace
}  // namespace xlmr
