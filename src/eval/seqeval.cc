// SPDX-License-Identifier: Apache-2.0
#include "eval/seqeval.h"

#include <algorithm>
#include <limits>

#include "eval/layout.h"
#include "eval/seqeval_entities.h"

namespace xlmr {
namespace {

uint32_t type_of(const TypedSpan& entity) { return entity.type; }
uint32_t type_of(const SentenceSpan& entity) { return entity.span.type; }

template <typename Entity>
std::vector<std::vector<Entity>> by_type(const std::vector<Entity>& entities, size_t types) {
  std::vector<std::vector<Entity>> sets(types);
  for (const Entity& each : entities) sets[type_of(each)].push_back(each);
  for (auto& set : sets) {  // Python's sets
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  return sets;
}

template <typename Entity>
void compare(const TypeTable& types, const std::vector<Entity>& gold,
             const std::vector<Entity>& found, SeqevalReport& report) {
  const auto gold_sets = by_type(gold, types.size());
  const auto found_sets = by_type(found, types.size());
  for (size_t type = 0; type < types.size(); ++type) {
    if (gold_sets[type].empty() && found_sets[type].empty()) continue;
    report.types.push_back(types.names()[type]);
    report.counts.push_back({count_common<Entity>(gold_sets[type], found_sets[type]),
                             found_sets[type].size(), gold_sets[type].size()});
  }
}

void compare_tokens(const TagColumns& columns, SeqevalReport& report) {
  size_t equal = 0;
  for (size_t row = 0; row < columns.gold.size(); ++row) {
    const uint32_t gold = columns.gold[row];
    const uint32_t found = columns.predicted[row];
    const bool is_gold_out = columns.names[gold] == "O";
    const bool is_found_out = columns.names[found] == "O";
    if (gold == found) {
      ++equal;
      ++(is_gold_out ? report.true_negatives : report.true_positives);
    } else {
      if (!is_found_out) ++report.false_positives;
      if (!is_gold_out && is_found_out) ++report.false_negatives;
    }
  }
  report.accuracy = columns.gold.empty()
                        ? std::numeric_limits<double>::quiet_NaN()
                        : static_cast<double>(equal) / static_cast<double>(columns.gold.size());
}

Status compare_strictly(const TagColumns& columns, const SeqevalOptions& options,
                        SeqevalReport& report) {
  const StrictTags tags = read_strict_tags(columns, options.is_suffix);
  report.scheme = options.scheme;
  if (!report.scheme) {
    const auto detected = detect_tag_scheme(columns, tags);
    XLMR_RETURN_IF_ERROR(detected);
    report.scheme = detected.value();
  }
  const auto gold = strict_entities(columns, tags, columns.gold, *report.scheme);
  XLMR_RETURN_IF_ERROR(gold);
  const auto found = strict_entities(columns, tags, columns.predicted, *report.scheme);
  XLMR_RETURN_IF_ERROR(found);
  compare(tags.types, gold.value(), found.value(), report);
  return {};
}

}  // namespace

Result<SeqevalReport> seqeval(const TagColumns& columns, const SeqevalOptions& options) {
  SeqevalReport report;
  if (options.is_strict) {
    XLMR_RETURN_IF_ERROR(compare_strictly(columns, options, report));
  } else {
    const auto tags = read_seqeval_tags(columns, options.is_suffix);
    XLMR_RETURN_IF_ERROR(tags);
    compare(tags.value().types, seqeval_entities(tags.value(), columns.gold, columns.ends),
            seqeval_entities(tags.value(), columns.predicted, columns.ends), report);
  }
  compare_tokens(columns, report);
  report.scores = seqeval_scores(report.counts, options.zero_division);
  return report;
}

Result<std::string> seqeval_text(const SeqevalReport& report, int digits) {
  if (report.types.empty()) {
    return invalid_argument(expected("gold and predicted", "at least one entity",
                                     "none (seqeval: ValueError: max() of nothing)"));
  }
  ScoreTable table(report.types, digits);
  const auto row = [&](std::string_view name, const TypeScores& of) {
    table.row(name, of.precision, of.recall, of.f1, of.support);
  };
  for (size_t type = 0; type < report.types.size(); ++type) {
    row(report.types[type], report.scores.types[type]);
  }
  table.blank();
  row("micro avg", report.scores.micro);
  row("macro avg", report.scores.macro);
  row("weighted avg", report.scores.weighted);
  return std::move(table).take();
}

}  // namespace xlmr
