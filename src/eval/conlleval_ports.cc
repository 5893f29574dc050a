// SPDX-License-Identifier: Apache-2.0
#include "eval/conlleval_ports.h"

#include <algorithm>

#include "base/concat.h"
#include "eval/layout.h"

namespace xlmr {
namespace {

constexpr std::string_view kOut = "O";
// PyPI's port takes the tag for outside as an option, and rules are plain functions: the tag is
// renamed instead, to what no prefix can be as it has a hyphen.
constexpr std::string_view kOtherOut = "-";

struct Parts {
  std::string_view prefix;
  std::string_view type;
};

Parts split(std::string_view tag) {
  const size_t hyphen = tag.find('-');
  if (hyphen == std::string_view::npos) return {tag, ""};
  return {tag.substr(0, hyphen), tag.substr(hyphen + 1)};
}

bool is_one_of(std::string_view prefix, std::string_view letters) {
  return prefix.size() == 1 && letters.find(prefix[0]) != std::string_view::npos;
}

bool pypi_ends(const ChunkTag& before, const ChunkTag& tag) {
  if (is_one_of(before.prefix, "ES[]")) return true;
  if (is_one_of(before.prefix, "BI") && (is_one_of(tag.prefix, "BS") || tag.prefix == kOtherOut)) {
    return true;
  }
  return before.prefix != kOtherOut && before.prefix != "." && before.type != tag.type;
}

bool pypi_starts(const ChunkTag& before, const ChunkTag& tag) {
  if (is_one_of(tag.prefix, "BS[]")) return true;
  if (is_one_of(tag.prefix, "EI") &&
      (is_one_of(before.prefix, "ES") || before.prefix == kOtherOut)) {
    return true;
  }
  return tag.prefix != kOtherOut && tag.prefix != "." && before.type != tag.type;
}

bool flat_changes(const ChunkTag& before, const ChunkTag& tag) {
  return before.type != tag.type || is_one_of(tag.prefix, "BS") || is_one_of(before.prefix, "ES");
}

bool flat_ends(const ChunkTag& before, const ChunkTag& tag) {
  if (before.prefix == kOut) return false;
  return tag.prefix == kOut || flat_changes(before, tag);
}

bool flat_starts(const ChunkTag& before, const ChunkTag& tag) {
  if (tag.prefix == kOut) return false;
  return before.prefix == kOut || flat_changes(before, tag);
}

/// PyPI's and the other port differ in the precision of nothing.
Percentages percentages(const TypeCounts& counts, double precision_of_none) {
  const auto correct = static_cast<double>(counts.correct);
  const double precision =
      counts.found == 0 ? precision_of_none : correct / static_cast<double>(counts.found);
  const double recall = counts.gold == 0 ? 0 : correct / static_cast<double>(counts.gold);
  const double sum = precision + recall;
  const double f1 = sum == 0 ? 0 : 2 * precision * recall / sum;
  return {precision * 100, recall * 100, f1 * 100};
}

std::string first_line(const ChunkCounts& counts) {
  return concat("processed ", counts.tokens, " tokens with ", counts.all.gold,
                " phrases; found: ", counts.all.found, " phrases; correct: ", counts.all.correct,
                ".\n");
}

std::string scores(const Percentages& of) {
  return concat("precision: ", fixed(of.precision, 2, 6), "%; recall: ", fixed(of.recall, 2, 6),
                "%; FB1: ", fixed(of.f1, 2, 6));
}

std::string type_line(std::string_view name, const Percentages& of, size_t found) {
  return concat(padded(name, 17), ": ", scores(of), "  ", found, "\n");
}

Status no_tokens(std::string_view port) {
  return invalid_argument(expected("gold", "at least one token",
                                   concat("none: ", port, " divides by zero (ZeroDivisionError)")));
}

}  // namespace

ConllevalReport pypi_conlleval(const TagColumns& columns, std::string_view outside) {
  TypeTable types;
  types.add("");
  for (const std::string& name : columns.names) types.add(split(name).type);
  types.sort();
  std::vector<ChunkTag> tags;
  for (const std::string& name : columns.names) {
    const Parts parts = split(name);
    const std::string_view prefix = parts.prefix == outside ? kOtherOut : parts.prefix;
    tags.push_back({prefix, types.index_of(parts.type)});
  }
  const ChunkTag out{kOtherOut, types.index_of("")};
  const ChunkScript script{tags, out, types.size(), pypi_ends, pypi_starts, true};
  return {count_chunks(columns, script), types.names()};
}

Result<std::string> pypi_conlleval_text(const ConllevalReport& report) {
  const ChunkCounts& counts = report.counts;
  if (counts.tokens == 0) return no_tokens("conlleval 0.2");
  const double accuracy =
      static_cast<double>(counts.correct_tokens) / static_cast<double>(counts.tokens);
  std::string text = concat(first_line(counts), "accuracy: ", fixed(accuracy * 100, 2, 6), "%; ",
                            scores(percentages(counts.all, 1)), "\n");
  for (size_t type = 0; type < report.types.size(); ++type) {
    if (report.types[type].empty()) continue;
    const TypeCounts& of = counts.types[type];
    text += type_line(report.types[type], percentages(of, 1), of.found);
  }
  return text;
}

Result<FlatReport> flat_conlleval(const TagColumns& columns) {
  TypeTable types;
  for (const std::string& name : columns.names) {
    if (name == kOut) continue;
    if (name.find('-') == std::string::npos) {
      return invalid_argument(expected("a tag", "O or a prefix, a hyphen and a type", name));
    }
    types.add(split(name).type);
  }
  types.sort();
  // Python's None, which no type is equal to.
  const auto none = static_cast<uint32_t>(types.size());
  std::vector<ChunkTag> tags;
  for (const std::string& name : columns.names) {
    const Parts parts = split(name);
    tags.push_back({parts.prefix, name == kOut ? none : types.index_of(parts.type)});
  }
  const ChunkScript script{tags, {kOut, none}, types.size() + 1, flat_ends, flat_starts, false};
  FlatReport flat{{count_chunks(columns, script), types.names()}};
  for (size_t row = 0; row < columns.gold.size(); ++row) {
    if (columns.names[columns.gold[row]] == kOut) continue;
    ++flat.inside_tokens;
    if (columns.gold[row] == columns.predicted[row]) ++flat.correct_inside_tokens;
  }
  return flat;
}

Result<std::string> flat_conlleval_text(const FlatReport& flat) {
  const ChunkCounts& counts = flat.report.counts;
  if (flat.inside_tokens == 0) {
    return invalid_argument(
        expected("gold", "at least one tag that is not O",
                 "none: sighsmile/conlleval divides by zero (ZeroDivisionError)"));
  }
  const double inside = 100.0 * static_cast<double>(flat.correct_inside_tokens) /
                        static_cast<double>(flat.inside_tokens);
  const double all =
      100.0 * static_cast<double>(counts.correct_tokens) / static_cast<double>(counts.tokens);
  std::string text =
      concat(first_line(counts), "accuracy: ", fixed(inside, 2, 6), "%; (non-O)\n",
             "accuracy: ", fixed(all, 2, 6), "%; ", scores(percentages(counts.all, 0)), "\n");
  for (size_t type = 0; type < flat.report.types.size(); ++type) {
    const TypeCounts& of = counts.types[type];
    if (of.found == 0 && of.gold == 0) continue;
    text += type_line(flat.report.types[type], percentages(of, 0), of.found);
  }
  return text;
}

}  // namespace xlmr
