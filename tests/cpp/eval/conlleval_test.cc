// SPDX-License-Identifier: Apache-2.0
// The oracle is conlleval.pl of 2004-01-26: what is written here is what it printed.
#include "eval/conlleval.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

std::string run(const ColumnsOf& columns, const ConllevalOptions& options = {}) {
  return conlleval_text(conlleval(columns.view(), options), options.is_latex);
}

TEST(Conlleval, PrintsTheScriptsText) {
  EXPECT_EQ(run({"O O O B-MISC I-MISC I-MISC O | B-PER I-PER O",
                 "O O B-MISC I-MISC I-MISC I-MISC O | B-PER I-PER O"}),
            "processed 10 tokens with 2 phrases; found: 2 phrases; correct: 1.\n"
            "accuracy:  80.00%; precision:  50.00%; recall:  50.00%; FB1:  50.00\n"
            "             MISC: precision:   0.00%; recall:   0.00%; FB1:   0.00  1\n"
            "              PER: precision: 100.00%; recall: 100.00%; FB1: 100.00  1\n");
}

TEST(Conlleval, CountsAsTheScriptDoes) {
  const auto first_line = [](const ColumnsOf& columns, const ConllevalOptions& options = {}) {
    const std::string text = run(columns, options);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_EQ(first_line({"I-A E-A I-A E-A", "I-A E-A I-A E-A"}),
            "processed 4 tokens with 2 phrases; found: 2 phrases; correct: 2.");
  EXPECT_EQ(first_line({"B-A E-A S-A B-A I-A E-A", "B-A E-A S-A B-A I-A E-A"}),
            "processed 6 tokens with 1 phrases; found: 1 phrases; correct: 1.");
  EXPECT_EQ(first_line({"PER PER O LOC", "PER O O LOC"}, {.is_raw = true}),
            "processed 4 tokens with 3 phrases; found: 2 phrases; correct: 2.");
  EXPECT_EQ(first_line({"PER PER NONE", "PER O NONE"}, {.is_raw = true, .outside = "NONE"}),
            "processed 3 tokens with 2 phrases; found: 1 phrases; correct: 1.");
  EXPECT_EQ(first_line({"I-PER | I-PER", "I-PER | I-PER"}),
            "processed 2 tokens with 2 phrases; found: 2 phrases; correct: 2.");
  EXPECT_EQ(first_line({"I-PER I-PER", "I-PER I-PER"}),
            "processed 2 tokens with 1 phrases; found: 1 phrases; correct: 1.");
}

TEST(Conlleval, HasItsLatex) {
  EXPECT_EQ(run({"B-ORG I-ORG", "I-ORG I-ORG"}, {.is_latex = true}),
            "        & Precision &  Recall  & F$_{\\beta=1} \\\\\\hline\n"
            "ORG     &  100.00\\% & 100.00\\% & 100.00 \\\\\\hline\n"
            "Overall &  100.00\\% & 100.00\\% & 100.00 \\\\\\hline\n");
}

TEST(Conlleval, KeepsWhatSurprisesInTheScript) {
  EXPECT_EQ(run({"", ""}), "processed 0 tokens with 0 phrases; found: 0 phrases; correct: 0.\n");
  // The type 0 is the empty one, and the empty one has two lines.
  const std::string twice =
      "                 : precision: 100.00%; recall: 100.00%; FB1: 100.00  1\n";
  EXPECT_EQ(run({"B-0", "B-0"}),
            "processed 1 tokens with 1 phrases; found: 1 phrases; correct: 1.\n"
            "accuracy: 100.00%; precision: 100.00%; recall: 100.00%; FB1: 100.00\n" +
                twice + twice);
  // Names are padded by bytes.
  EXPECT_NE(run({"B-人", "B-人"}).find("\n              人: "), std::string::npos);
  // What a `.` ends is counted with no type where a sentence ends after it, with its type where the file does.
  EXPECT_NE(run({"B-X .-X", "B-X .-X"}), run(ColumnsOf("B-X .-X", "B-X .-X", true)));
}

}  // namespace
}  // namespace xlmr
