// SPDX-License-Identifier: Apache-2.0
// conlleval: the report of the CoNLL shared tasks' Perl script (version of 2004-01-26), its text to the
// byte.
//
// Invariant: what the script does is done, also where it surprises: a type `0` is the empty type, the
// empty type has two lines where both columns have it, names are padded by bytes, `outside` counts with
// `is_raw` alone.
//
//   processed 2 tokens with 1 phrases; found: 1 phrases; correct: 1.
//   accuracy:  50.00%; precision: 100.00%; recall: 100.00%; FB1: 100.00
//                 ORG: precision: 100.00%; recall: 100.00%; FB1: 100.00  1
#ifndef XLMR_EVAL_CONLLEVAL_H_
#define XLMR_EVAL_CONLLEVAL_H_

#include <string>
#include <string_view>
#include <vector>

#include "eval/chunk_counts.h"
#include "eval/tag_columns.h"

namespace xlmr {

struct ConllevalOptions {
  bool is_raw = false;             ///< -r: tags are types, every token is a chunk of its own
  bool is_latex = false;           ///< -l
  std::string_view outside = "O";  ///< -o
};

struct ConllevalReport {
  ChunkCounts counts;
  std::vector<std::string> types;  ///< one for each of the counts', ascending
};

[[nodiscard]] ConllevalReport conlleval(const TagColumns& columns, const ConllevalOptions& options);

/// What the script prints.
[[nodiscard]] std::string conlleval_text(const ConllevalReport& report, bool is_latex);

/// Per cent, as the script computes them: 0 where there is nothing to divide by.
struct Percentages {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};
[[nodiscard]] Percentages percentages(const TypeCounts& counts);

}  // namespace xlmr

#endif  // XLMR_EVAL_CONLLEVAL_H_
