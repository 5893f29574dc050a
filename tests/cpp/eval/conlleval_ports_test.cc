// SPDX-License-Identifier: Apache-2.0
// The oracles are PyPI's conlleval 0.2, github.com/sighsmile/conlleval and the card of Spark NLP's
// xlm_roberta_base_token_classifier_conll03.
#include "eval/conlleval_ports.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

TEST(PypiConlleval, SaysThatAllIsPreciseWhereNothingWasFound) {
  const ColumnsOf columns("B-A I-A O | S-B", "O O O | O");
  EXPECT_EQ(pypi_conlleval_text(pypi_conlleval(columns.view(), "O")).value(),
            "processed 4 tokens with 2 phrases; found: 0 phrases; correct: 0.\n"
            "accuracy:  25.00%; precision: 100.00%; recall:   0.00%; FB1:   0.00\n"
            "                A: precision: 100.00%; recall:   0.00%; FB1:   0.00  0\n"
            "                B: precision: 100.00%; recall:   0.00%; FB1:   0.00  0\n");
}

TEST(PypiConlleval, TakesAnotherOutsideAndNoEmptyInput) {
  const ColumnsOf columns("B-A NONE B-A", "B-A NONE NONE");
  const auto report = pypi_conlleval(columns.view(), "NONE");
  EXPECT_EQ(report.counts.all.gold, 2u);
  EXPECT_EQ(report.counts.all.correct, 1u);
  const auto empty = pypi_conlleval_text(pypi_conlleval(ColumnsOf("", "").view(), "O"));
  EXPECT_NE(empty.status().message().find("ZeroDivisionError"), std::string::npos);
}

TEST(FlatConlleval, PrintsTheCardsBlockFromItsCounts) {
  // Reconstructed from the card: these alone give every printed figure.
  FlatReport flat;
  flat.report.types = {"LOC", "MISC", "ORG", "PER"};
  flat.report.counts.types = {
      {1531, 1625, 1837}, {768, 910, 922}, {1198, 1505, 1341}, {1760, 1860, 1842}};
  flat.report.counts.all = {5257, 5900, 5942};
  flat.report.counts.tokens = 51362;
  flat.report.counts.correct_tokens = 50374;
  flat.inside_tokens = 8603;
  flat.correct_inside_tokens = 7757;
  EXPECT_EQ(flat_conlleval_text(flat).value(),
            "processed 51362 tokens with 5942 phrases; found: 5900 phrases; correct: 5257.\n"
            "accuracy:  90.17%; (non-O)\n"
            "accuracy:  98.08%; precision:  89.10%; recall:  88.47%; FB1:  88.79\n"
            "              LOC: precision:  94.22%; recall:  83.34%; FB1:  88.45  1625\n"
            "             MISC: precision:  84.40%; recall:  83.30%; FB1:  83.84  910\n"
            "              ORG: precision:  79.60%; recall:  89.34%; FB1:  84.19  1505\n"
            "              PER: precision:  94.62%; recall:  95.55%; FB1:  95.08  1860\n");
}

TEST(FlatConlleval, HasNoSentencesAndNoTagsWithoutType) {
  const auto flat = flat_conlleval(ColumnsOf("B-A | I-A O", "B-A | I-A O").view());
  EXPECT_EQ(flat.value().report.counts.all.gold, 1u);
  EXPECT_EQ(flat.value().inside_tokens, 2u);
  EXPECT_EQ(flat_conlleval(ColumnsOf("PER", "O").view()).status().message(),
            "a tag: expected O or a prefix, a hyphen and a type, found PER");
  const auto nothing = flat_conlleval(ColumnsOf("O", "O").view());
  EXPECT_FALSE(flat_conlleval_text(nothing.value()).ok());
}

}  // namespace
}  // namespace xlmr
