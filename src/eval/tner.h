// SPDX-License-Identifier: Apache-2.0
// tner: the figures of T-NER 0.2.4's evaluate() (span_f1 of tner/util.py), made with seqeval's default
// mode.
//
// Invariant: what T-NER does is done: a type's name is what is left of its tag without any `B-`, its tags
// are those that end with that name, and its F1 is a macro average beside precision and recall of all.
//
//   gold B-JOB-TITLE O  ->  by type JOTITLE {precision 0, recall 0, f1 NaN}, as no tag ends so
#ifndef XLMR_EVAL_TNER_H_
#define XLMR_EVAL_TNER_H_

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eval/resampling.h"
#include "eval/tag_columns.h"

namespace xlmr {

struct TnerOptions {
  bool is_span_only = false;  ///< span_detection_mode: whether there is an entity, of whatever type
  bool has_intervals = false;  ///< return_ci
};

struct TnerScores {
  double f1 = 0;
  double precision = 0;
  double recall = 0;
  /// Of F1, at 90 and 95 per cent; none where not asked for, or of less than two sentences, where scipy
  /// raises.
  std::optional<std::array<Interval, 2>> intervals;
};

struct TnerReport {
  TnerScores micro;
  TnerScores macro;  ///< NaN without entities
  std::vector<std::string> types;
  std::vector<TnerScores> by_type;  ///< none where is_span_only
};

/// Errors: invalid_argument for an empty tag, where seqeval raises.
[[nodiscard]] Result<TnerReport> tner(const TagColumns& columns, const TnerOptions& options);

}  // namespace xlmr

#endif  // XLMR_EVAL_TNER_H_
