// SPDX-License-Identifier: Apache-2.0
// nervaluate: the four scenarios of nervaluate 1.2.1 (after SemEval 2013), over all types and by type.
//
// Invariant: what the package does is done: ends are inclusive, predictions are matched in their order, a
// type is scored as if there were no other, and an overlap below `min_overlap` per cent is none.
//
//   gold (PER, 0, 1), predicted (ORG, 0, 1)  ->  strict 1 incorrect, exact 1 correct, partial 1 correct,
//       ent_type 1 incorrect; by type PER 1 missed, ORG 1 spurious
#ifndef XLMR_EVAL_NERVALUATE_H_
#define XLMR_EVAL_NERVALUATE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eval/tag_columns.h"

namespace xlmr {

/// An entity as nervaluate takes it.
struct LabelledSpan {
  uint32_t label = 0;  ///< of the documents' labels
  int64_t begin = 0;
  int64_t end = 0;  ///< inclusive
};

struct SpanDocument {
  std::vector<LabelledSpan> gold;
  std::vector<LabelledSpan> predicted;
};

struct SpanDocuments {
  std::vector<std::string> labels;  ///< ascending
  std::vector<SpanDocument> documents;
};

/// nervaluate's list loader: one document a sentence. Errors: invalid_argument for a tag other than B- and
/// I- that opens an entity, where it raises.
[[nodiscard]] Result<SpanDocuments> nervaluate_documents(const TagColumns& columns);

/// In the order of the package's report.
enum class Scenario { ent_type, exact, partial, strict };
inline constexpr std::array<std::string_view, 4> kScenarioNames = {"ent_type", "exact", "partial",
                                                                   "strict"};

struct MatchCounts {
  size_t correct = 0;
  size_t incorrect = 0;
  size_t partial = 0;
  size_t missed = 0;
  size_t spurious = 0;
  size_t possible = 0;  ///< in gold
  size_t actual = 0;    ///< predicted
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// One for each scenario.
using ScenarioCounts = std::array<MatchCounts, 4>;

struct NervaluateReport {
  ScenarioCounts overall;
  std::vector<std::string> types;  ///< those that occur and are asked for, ascending
  std::vector<ScenarioCounts> by_type;
  bool has_documents = false;  ///< without any, the package has no overall figures
};

/// `tags`: the types to look at, all others are left out. `min_overlap`: in per cent of the gold entity,
/// 1 to 100. Errors: invalid_argument for another min_overlap, and for an entity that ends before it begins.
[[nodiscard]] Result<NervaluateReport> nervaluate(const SpanDocuments& documents,
                                                  std::span<const std::string> tags,
                                                  double min_overlap);

/// summary_report(mode='overall'), which ends with a newline.
[[nodiscard]] std::string nervaluate_text(const NervaluateReport& report, int digits);

/// summary_report(mode='entities') of one scenario.
[[nodiscard]] std::string nervaluate_types_text(const NervaluateReport& report, Scenario scenario,
                                                int digits);

}  // namespace xlmr

#endif  // XLMR_EVAL_NERVALUATE_H_
