// SPDX-License-Identifier: Apache-2.0
#include "eval/sklearn_report.h"

#include <algorithm>
#include <utility>

#include "eval/layout.h"

namespace xlmr {

SklearnReport sklearn_report(const TagColumns& columns, double zero_division) {
  TypeTable tags;
  for (const std::string& name : columns.names) tags.add(name);
  tags.sort();
  std::vector<uint32_t> index;
  for (const std::string& name : columns.names) index.push_back(tags.index_of(name));
  std::vector<TypeCounts> counts(tags.size());
  for (size_t row = 0; row < columns.gold.size(); ++row) {
    const uint32_t gold = columns.gold[row];
    const uint32_t predicted = columns.predicted[row];
    ++counts[index[gold]].gold;
    ++counts[index[predicted]].found;
    if (gold == predicted) ++counts[index[gold]].correct;
  }
  return sklearn_report(tags.names(), std::move(counts), zero_division);
}

SklearnReport sklearn_report(std::vector<std::string> tags, std::vector<TypeCounts> counts,
                             double zero_division) {
  AveragedScores scores = sklearn_scores(counts, zero_division);
  return {std::move(tags), std::move(counts), std::move(scores)};
}

Result<std::string> sklearn_text(const SklearnReport& report, int digits) {
  if (report.tags.empty()) {
    return invalid_argument(expected("gold", "at least one token", "none (scikit-learn raises)"));
  }
  // Where no tag is right, scikit-learn counts from zeros that are floats (multilabel_confusion_matrix).
  const bool has_right = std::any_of(report.counts.begin(), report.counts.end(),
                                     [](const TypeCounts& of) { return of.correct > 0; });
  ScoreTable table(report.tags, digits, has_right ? "" : ".0");
  const auto row = [&](std::string_view name, const TypeScores& of) {
    table.row(name, of.precision, of.recall, of.f1, of.support);
  };
  for (size_t tag = 0; tag < report.tags.size(); ++tag) {
    row(report.tags[tag], report.scores.types[tag]);
  }
  table.blank();
  table.row_of_one("accuracy", report.scores.micro.f1, report.scores.micro.support);
  row("macro avg", report.scores.macro);
  row("weighted avg", report.scores.weighted);
  return std::move(table).take();
}

}  // namespace xlmr
