// SPDX-License-Identifier: Apache-2.0
// seqeval: the classification_report of seqeval 1.2.2, default and strict, and all its figures.
//
// Invariant: an entity is right where type, begin and end are equal. Types are in the order of their code
// points.
//
//               precision    recall  f1-score   support
//
//         MISC       0.00      0.00      0.00         1
//          PER       1.00      1.00      1.00         1
//
//    micro avg       0.50      0.50      0.50         2
#ifndef XLMR_EVAL_SEQEVAL_H_
#define XLMR_EVAL_SEQEVAL_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "eval/averages.h"
#include "eval/strict_entities.h"
#include "eval/tag_columns.h"

namespace xlmr {

struct SeqevalOptions {
  bool is_strict = false;
  std::optional<TagScheme> scheme = std::nullopt;  ///< strict mode's; none is auto_detect()'s
  bool is_suffix = false;                          ///< PER-B in place of B-PER
  double zero_division = 0;
};

struct SeqevalReport {
  std::vector<std::string> types;  ///< those that have an entity in either column
  std::vector<TypeCounts> counts;
  AveragedScores scores;
  std::optional<TagScheme> scheme;  ///< strict mode's
  double accuracy = 0;              ///< accuracy_score(); NaN without tokens
  size_t true_positives = 0;        ///< performance_measure()'s four
  size_t false_positives = 0;
  size_t false_negatives = 0;
  size_t true_negatives = 0;
};

/// Errors: invalid_argument where seqeval raises.
[[nodiscard]] Result<SeqevalReport> seqeval(const TagColumns& columns,
                                            const SeqevalOptions& options);

/// Errors: invalid_argument without entities, where seqeval raises.
[[nodiscard]] Result<std::string> seqeval_text(const SeqevalReport& report, int digits);

/// How many elements of two ascending lists without repetitions are equal.
template <typename T>
[[nodiscard]] size_t count_common(std::span<const T> first, std::span<const T> second) {
  size_t common = 0;
  size_t at = 0;
  for (const T& each : first) {
    while (at < second.size() && second[at] < each) ++at;
    if (at < second.size() && second[at] == each) ++common;
  }
  return common;
}

}  // namespace xlmr

#endif  // XLMR_EVAL_SEQEVAL_H_
