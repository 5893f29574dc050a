// SPDX-License-Identifier: Apache-2.0
#include "eval/conlleval.h"

#include "base/concat.h"
#include "eval/layout.h"

namespace xlmr {
namespace {

constexpr std::string_view kOut = "O";

struct Parts {
  std::string_view prefix;
  std::string_view type;
};

Parts split(std::string_view tag, const ConllevalOptions& options) {
  if (options.is_raw) {
    if (tag == options.outside || tag == kOut) return {kOut, ""};
    return {"B", tag == "0" ? "" : tag};
  }
  const size_t hyphen = tag.find('-');
  if (hyphen == std::string_view::npos) return {tag, ""};
  const std::string_view type = tag.substr(hyphen + 1);
  return {tag.substr(0, hyphen), type == "0" ? "" : type};  // Perl takes "0" for false
}

bool is_bracket(std::string_view prefix) { return prefix == "[" || prefix == "]"; }

bool ends(const ChunkTag& before, const ChunkTag& tag) {
  if (is_bracket(before.prefix)) return true;
  const auto follows = [&](char first, char second) {
    return before.prefix.size() == 1 && before.prefix[0] == first && tag.prefix.size() == 1 &&
           tag.prefix[0] == second;
  };
  if (follows('B', 'B') || follows('B', 'O') || follows('I', 'B') || follows('I', 'O') ||
      follows('E', 'E') || follows('E', 'I') || follows('E', 'O')) {
    return true;
  }
  return before.prefix != kOut && before.prefix != "." && before.type != tag.type;
}

bool starts(const ChunkTag& before, const ChunkTag& tag) {
  if (is_bracket(tag.prefix)) return true;
  const auto follows = [&](char first, char second) {
    return before.prefix.size() == 1 && before.prefix[0] == first && tag.prefix.size() == 1 &&
           tag.prefix[0] == second;
  };
  if (follows('B', 'B') || follows('I', 'B') || follows('O', 'B') || follows('O', 'I') ||
      follows('E', 'E') || follows('E', 'I') || follows('O', 'E')) {
    return true;
  }
  return tag.prefix != kOut && tag.prefix != "." && before.type != tag.type;
}

std::string scores(const Percentages& of) {
  return concat("precision: ", fixed(of.precision, 2, 6), "%; recall: ", fixed(of.recall, 2, 6),
                "%; FB1: ", fixed(of.f1, 2, 6));
}

std::string padded_by_bytes(std::string_view name, size_t width) {
  return concat(std::string(name.size() < width ? width - name.size() : 0, ' '), name);
}

std::string latex_cells(const Percentages& of) {
  return concat(" &  ", fixed(of.precision, 2, 6), "\\% & ", fixed(of.recall, 2, 6), "\\% & ",
                fixed(of.f1, 2, 6), " \\\\");
}

}  // namespace

ConllevalReport conlleval(const TagColumns& columns, const ConllevalOptions& options) {
  TypeTable types;
  types.add("");
  for (const std::string& name : columns.names) types.add(split(name, options).type);
  types.sort();
  std::vector<ChunkTag> tags;
  for (const std::string& name : columns.names) {
    const Parts parts = split(name, options);
    tags.push_back({parts.prefix, types.index_of(parts.type)});
  }
  const ChunkScript script{tags, {kOut, types.index_of("")}, types.size(), ends, starts, true};
  return {count_chunks(columns, script), types.names()};
}

Percentages percentages(const TypeCounts& counts) {
  Percentages of;
  const double correct = 100.0 * static_cast<double>(counts.correct);
  if (counts.found > 0) of.precision = correct / static_cast<double>(counts.found);
  if (counts.gold > 0) of.recall = correct / static_cast<double>(counts.gold);
  const double sum = of.precision + of.recall;
  if (sum > 0) of.f1 = 2 * of.precision * of.recall / sum;
  return of;
}

std::string conlleval_text(const ConllevalReport& report, bool is_latex) {
  const ChunkCounts& counts = report.counts;
  std::string text;
  if (is_latex) {
    text += "        & Precision &  Recall  & F$_{\\beta=1} \\\\\\hline";
  } else {
    text = concat("processed ", counts.tokens, " tokens with ", counts.all.gold,
                  " phrases; found: ", counts.all.found, " phrases; correct: ", counts.all.correct,
                  ".\n");
    if (counts.tokens > 0) {
      const double accuracy =
          100.0 * static_cast<double>(counts.correct_tokens) / static_cast<double>(counts.tokens);
      text +=
          concat("accuracy: ", fixed(accuracy, 2, 6), "%; ", scores(percentages(counts.all)), "\n");
    }
  }
  for (size_t type = 0; type < report.types.size(); ++type) {
    const TypeCounts& of = counts.types[type];
    const std::string& name = report.types[type];
    // The script joins two sorted lists by comparing with the last name, and takes an empty one for none.
    const bool is_twice = name.empty() && of.found > 0 && of.gold > 0;
    const int lines = of.found == 0 && of.gold == 0 ? 0 : is_twice ? 2 : 1;
    for (int line = 0; line < lines; ++line) {
      if (is_latex) {
        text += concat("\n", name, std::string(name.size() < 7 ? 7 - name.size() : 0, ' '),
                       latex_cells(percentages(of)));
      } else {
        text +=
            concat(padded_by_bytes(name, 17), ": ", scores(percentages(of)), "  ", of.found, "\n");
      }
    }
  }
  if (is_latex) {
    text += concat("\\hline\nOverall", latex_cells(percentages(counts.all)), "\\hline\n");
  }
  return text;
}

}  // namespace xlmr
