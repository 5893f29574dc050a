// SPDX-License-Identifier: Apache-2.0
// sklearn_report: scikit-learn's classification_report (1.9) of the tags of tokens, which Spark NLP's
// cards print, followed there by sighsmile's conlleval (conlleval_ports.h).
//
// Invariant: every tag is a class of its own, O as well; the micro average is printed as accuracy.
//
//                 precision    recall  f1-score   support
//
//          B-LOC       0.95      0.84      0.89      1837
//
//       accuracy                           0.98     51362
#ifndef XLMR_EVAL_SKLEARN_REPORT_H_
#define XLMR_EVAL_SKLEARN_REPORT_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "eval/averages.h"
#include "eval/tag_columns.h"

namespace xlmr {

struct SklearnReport {
  std::vector<std::string> tags;  ///< ascending
  std::vector<TypeCounts> counts;
  AveragedScores scores;
};

[[nodiscard]] SklearnReport sklearn_report(const TagColumns& columns, double zero_division);

/// Of counts that came from elsewhere, one for each of the tags.
[[nodiscard]] SklearnReport sklearn_report(std::vector<std::string> tags,
                                           std::vector<TypeCounts> counts, double zero_division);

/// Errors: invalid_argument without tokens, where scikit-learn raises.
[[nodiscard]] Result<std::string> sklearn_text(const SklearnReport& report, int digits);

}  // namespace xlmr

#endif  // XLMR_EVAL_SKLEARN_REPORT_H_
