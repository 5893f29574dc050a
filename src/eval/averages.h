// SPDX-License-Identifier: Apache-2.0
// Precision, recall and F1 of types, and their averages, as seqeval and scikit-learn compute them.
//
// Invariant: float64 in numpy's order of operations, so that figures are equal to all digits. What cannot
// be computed is `zero_division`; the macro average of no types is NaN, as numpy's mean of nothing.
//
//   counts {correct 1, found 2, gold 1} of one type  ->  precision 0.5, recall 1, f1 0.666..., support 1
#ifndef XLMR_EVAL_AVERAGES_H_
#define XLMR_EVAL_AVERAGES_H_

#include <cstddef>
#include <span>
#include <vector>

#include "eval/chunk_counts.h"

namespace xlmr {

struct TypeScores {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  size_t support = 0;  ///< how many there are in gold
};

struct AveragedScores {
  std::vector<TypeScores> types;  ///< one for each of the counts
  TypeScores micro;
  TypeScores macro;
  TypeScores weighted;
};

/// seqeval 1.2.2, metrics/v1.py.
[[nodiscard]] AveragedScores seqeval_scores(std::span<const TypeCounts> counts,
                                            double zero_division);

/// scikit-learn 1.9, metrics/_classification.py, where F1 is computed from counts.
[[nodiscard]] AveragedScores sklearn_scores(std::span<const TypeCounts> counts,
                                            double zero_division);

}  // namespace xlmr

#endif  // XLMR_EVAL_AVERAGES_H_
