// SPDX-License-Identifier: Apache-2.0
#include "eval/tner.h"

#include <string_view>
#include <utility>

#include "eval/resampled_f1.h"

namespace xlmr {
namespace {

constexpr std::string_view kBegin = "B-";

/// k.replace('B-', '')
std::string without_begin(std::string_view tag) {
  std::string name;
  while (true) {
    const size_t at = tag.find(kBegin);
    name += tag.substr(0, at);
    if (at == std::string_view::npos) return name;
    tag.remove_prefix(at + kBegin.size());
  }
}

TypeTable types_of_gold(const TagColumns& columns) {
  std::vector<bool> is_gold(columns.names.size());
  for (const uint32_t id : columns.gold) is_gold[id] = true;
  TypeTable types;
  for (size_t id = 0; id < columns.names.size(); ++id) {
    if (is_gold[id] && columns.names[id].starts_with(kBegin)) {
      types.add(without_begin(columns.names[id]));
    }
  }
  types.sort();
  return types;
}

/// The columns with other names for the same tags.
TagColumns renamed(const TagColumns& columns, const std::vector<std::string>& names) {
  TagColumns other = columns;
  other.names = names;
  return other;
}

TnerScores scores_of(const TypeScores& of) { return {of.f1, of.precision, of.recall, {}}; }

Result<TnerScores> scores_of_type(const TagColumns& columns, std::string_view type,
                                  bool has_intervals) {
  std::vector<std::string> names(columns.names.begin(), columns.names.end());
  for (std::string& name : names) {
    if (!name.ends_with(type)) name = "O";
  }
  const auto resampled = ResampledF1::make(renamed(columns, names));
  XLMR_RETURN_IF_ERROR(resampled);
  const AveragedScores all = resampled.value().scores();
  TnerScores scores{all.macro.f1, all.micro.precision, all.micro.recall, {}};
  if (!has_intervals) return scores;
  const auto intervals = resampled.value().intervals();
  if (intervals) scores.intervals = intervals->macro;
  return scores;
}

}  // namespace

Result<TnerReport> tner(const TagColumns& columns, const TnerOptions& options) {
  std::vector<std::string> names(columns.names.begin(), columns.names.end());
  if (options.is_span_only) {
    for (std::string& name : names) {
      if (name != "O") name = name.substr(0, name.find('-')) + "-entity";
    }
  }
  const auto resampled = ResampledF1::make(renamed(columns, names));
  XLMR_RETURN_IF_ERROR(resampled);
  const AveragedScores all = resampled.value().scores();
  TnerReport report{scores_of(all.micro), scores_of(all.macro), {}, {}};
  if (options.has_intervals) {
    const auto intervals = resampled.value().intervals();
    if (intervals) {
      report.micro.intervals = intervals->micro;
      report.macro.intervals = intervals->macro;
    }
  }
  if (options.is_span_only) return report;
  report.types = types_of_gold(columns).names();
  for (const std::string& type : report.types) {
    auto scores = scores_of_type(columns, type, options.has_intervals);
    XLMR_RETURN_IF_ERROR(scores);
    report.by_type.push_back(std::move(scores).value());
  }
  return report;
}

}  // namespace xlmr
