// SPDX-License-Identifier: Apache-2.0
// The oracles are scikit-learn 1.9.1, and the card of Spark NLP's xlm_roberta_base_token_classifier_conll03.
#include "eval/sklearn_report.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(SklearnReport, PrintsTheCardsTableFromCounts) {
  // Counts that give every figure of the card, whose supports, found phrases and 7757 correct tags other
  // than O are known. (In the card the heading stands two columns further left.)
  const SklearnReport report = sklearn_report(
      {"B-LOC", "B-MISC", "B-ORG", "B-PER", "I-LOC", "I-MISC", "I-ORG", "I-PER", "O"},
      {{1545, 1633, 1837},
       {793, 915, 922},
       {1226, 1504, 1341},
       {1761, 1838, 1842},
       {216, 243, 257},
       {262, 312, 346},
       {687, 784, 751},
       {1267, 1294, 1307},
       {42617, 42839, 42759}},
      0);
  EXPECT_EQ(sklearn_text(report, 2).value(),
            "              precision    recall  f1-score   support\n"
            "\n"
            "       B-LOC       0.95      0.84      0.89      1837\n"
            "      B-MISC       0.87      0.86      0.86       922\n"
            "       B-ORG       0.82      0.91      0.86      1341\n"
            "       B-PER       0.96      0.96      0.96      1842\n"
            "       I-LOC       0.89      0.84      0.86       257\n"
            "      I-MISC       0.84      0.76      0.80       346\n"
            "       I-ORG       0.88      0.91      0.90       751\n"
            "       I-PER       0.98      0.97      0.97      1307\n"
            "           O       0.99      1.00      1.00     42759\n"
            "\n"
            "    accuracy                           0.98     51362\n"
            "   macro avg       0.91      0.89      0.90     51362\n"
            "weighted avg       0.98      0.98      0.98     51362\n");
}

TEST(SklearnReport, TakesTagsAsClasses) {
  const SklearnReport report =
      sklearn_report(ColumnsOf("B-A O B-A | O", "B-A O O | B-B").view(), 0);
  EXPECT_EQ(report.tags, (std::vector<std::string>{"B-A", "B-B", "O"}));
  EXPECT_EQ(report.scores.micro.f1, 0.5);
  EXPECT_EQ(report.scores.types[0].f1, 2.0 / 3);
  EXPECT_EQ(report.scores.weighted.precision, 0.75);
  EXPECT_FALSE(sklearn_text(sklearn_report(ColumnsOf("", "").view(), 0), 2).ok());
}

}  // namespace
}  // namespace xlmr
