// SPDX-License-Identifier: Apache-2.0
#include "eval/nervaluate.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/concat.h"
#include "base/utf8.h"
#include "eval/layout.h"

namespace xlmr {
namespace {

constexpr size_t kColumn = 11;

/// Python's tag[2:].
std::string_view type_of(std::string_view tag) {
  for (int skipped = 0; skipped < 2 && !tag.empty(); ++skipped) {
    tag.remove_prefix(decode_codepoint(tag, 0).size);
  }
  return tag;
}

/// What is asked of a pair of entities, and what of the best one that is not correct.
struct Match {
  bool is_correct = false;
  bool is_second = false;  // incorrect, or partial
  int64_t distance = 0;    // the smallest is taken, the first of these
};

bool overlaps(const LabelledSpan& predicted, const LabelledSpan& gold, double min_overlap) {
  if (predicted.begin > gold.end || predicted.end < gold.begin) return false;
  const int64_t common =
      std::min(predicted.end, gold.end) - std::max(predicted.begin, gold.begin) + 1;
  const auto size = static_cast<double>(gold.end - gold.begin + 1);
  return static_cast<double>(common) / size * 100.0 >= min_overlap;
}

Match match(Scenario scenario, const LabelledSpan& predicted, const LabelledSpan& gold,
            double min_overlap) {
  const bool is_label = predicted.label == gold.label;
  const bool is_place = predicted.begin == gold.begin && predicted.end == gold.end;
  const bool overlap = overlaps(predicted, gold, min_overlap);
  switch (scenario) {
    case Scenario::strict:
      return {is_label && is_place, overlap};
    case Scenario::exact:
      return {is_place, overlap};
    case Scenario::partial:
      return {overlap && is_place, overlap};
    case Scenario::ent_type:
      return {overlap && is_label, overlap && !is_label,
              std::abs(predicted.begin - gold.begin) + std::abs(predicted.end - gold.end)};
  }
  return {};
}

void count_document(Scenario scenario, std::span<const LabelledSpan> golds,
                    std::span<const LabelledSpan> predictions, double min_overlap,
                    MatchCounts& counts) {
  std::vector<bool> is_taken(golds.size());
  for (const LabelledSpan& predicted : predictions) {
    std::optional<size_t> correct;
    std::optional<size_t> second;
    int64_t distance = 0;
    for (size_t at = 0; at < golds.size(); ++at) {
      if (is_taken[at]) continue;
      const Match found = match(scenario, predicted, golds[at], min_overlap);
      if (found.is_correct) {
        if (!correct || found.distance < distance) {
          correct = at;
          distance = found.distance;
        }
        if (scenario != Scenario::ent_type) break;
      } else if (found.is_second && !second) {
        second = at;
      }
    }
    if (correct) {
      ++counts.correct;
      is_taken[*correct] = true;
    } else if (second) {
      ++(scenario == Scenario::partial ? counts.partial : counts.incorrect);
      is_taken[*second] = true;
    } else {
      ++counts.spurious;
    }
  }
  counts.missed += static_cast<size_t>(std::count(is_taken.begin(), is_taken.end(), false));
}

void finish(Scenario scenario, MatchCounts& counts) {
  const size_t both = counts.correct + counts.incorrect + counts.partial;
  counts.actual = both + counts.spurious;
  counts.possible = both + counts.missed;
  const bool has_halves = scenario == Scenario::partial || scenario == Scenario::ent_type;
  const double right = static_cast<double>(counts.correct) +
                       (has_halves ? 0.5 * static_cast<double>(counts.partial) : 0);
  if (counts.actual > 0) counts.precision = right / static_cast<double>(counts.actual);
  if (counts.possible > 0) counts.recall = right / static_cast<double>(counts.possible);
  const double sum = counts.precision + counts.recall;
  if (sum > 0) counts.f1 = 2 * (counts.precision * counts.recall) / sum;
}

std::vector<LabelledSpan> of_labels(const std::vector<LabelledSpan>& spans,
                                    const std::vector<bool>& is_wanted) {
  std::vector<LabelledSpan> wanted;
  for (const LabelledSpan& each : spans) {
    if (is_wanted[each.label]) wanted.push_back(each);
  }
  return wanted;
}

std::string head(std::string_view scenario, size_t width) {
  std::string text = concat("Scenario: ", scenario, "\n\n", padded("", width), " ");
  for (const char* name : {"correct", "incorrect", "partial", "missed", "spurious", "precision",
                           "recall", "f1-score"}) {
    text += ' ' + padded(name, kColumn);
  }
  return text + "\n\n";
}

std::string row(std::string_view name, const MatchCounts& of, size_t width, int digits) {
  std::string text = padded(name, width) + ' ';
  for (const size_t count : {of.correct, of.incorrect, of.partial, of.missed, of.spurious}) {
    text += ' ' + padded(count, kColumn);
  }
  for (const double score : {of.precision, of.recall, of.f1}) {
    text += ' ' + fixed(score, digits, kColumn);
  }
  return text + '\n';
}

/// The package measures the first heading with the names.
size_t width_of(std::span<const std::string> names, int digits) {
  size_t width = std::max(std::string_view("correct").size(), static_cast<size_t>(digits));
  for (const std::string& name : names) width = std::max(width, codepoint_count(name));
  return width;
}

/// The entities of one sentence by the list loader.
class Loader {
 public:
  Loader(const TagColumns& columns, const TypeTable& types) : columns_(columns), types_(types) {}

  Status load(std::span<const uint32_t> ids, std::vector<LabelledSpan>& spans) const {
    std::optional<std::string_view> open;
    int64_t begin = 0;
    int64_t at = 0;
    const auto close = [&] {
      if (open) spans.push_back({types_.index_of(*open), begin, at - 1});
      open.reset();
    };
    for (const uint32_t id : ids) {
      const std::string_view tag = columns_.names[id];
      const std::string_view type = type_of(tag);
      if (tag == "O") {
        close();
      } else if (!open || *open != type || tag.starts_with('B')) {
        close();
        if (!tag.starts_with("B-") && !tag.starts_with("I-")) {
          return invalid_argument(
              expected(concat("tag ", tag), "B- or I- where an entity begins",
                       concat("another (nervaluate: ValueError: Invalid tag format: ", tag, ")")));
        }
        open = type;
        begin = at;
      }
      ++at;
    }
    close();
    return {};
  }

 private:
  const TagColumns& columns_;
  const TypeTable& types_;
};

}  // namespace

Result<SpanDocuments> nervaluate_documents(const TagColumns& columns) {
  TypeTable types;
  for (const std::string& name : columns.names) types.add(type_of(name));
  types.sort();
  const Loader loader(columns, types);
  SpanDocuments loaded{types.names(), std::vector<SpanDocument>(columns.ends.size())};
  for (const bool is_gold : {true, false}) {  // the package loads all gold documents first
    const auto ids = is_gold ? columns.gold : columns.predicted;
    size_t begin = 0;
    for (size_t number = 0; number < columns.ends.size(); ++number) {
      const auto sentence = ids.subspan(begin, columns.ends[number] - begin);
      begin = columns.ends[number];
      SpanDocument& document = loaded.documents[number];
      XLMR_RETURN_IF_ERROR(loader.load(sentence, is_gold ? document.gold : document.predicted));
    }
  }
  return loaded;
}

Result<NervaluateReport> nervaluate(const SpanDocuments& documents,
                                    std::span<const std::string> tags, double min_overlap) {
  if (!(min_overlap >= 1 && min_overlap <= 100)) {
    return invalid_argument(expected("min_overlap", "1 to 100 per cent", "another number"));
  }
  const size_t labels = documents.labels.size();
  std::vector<bool> is_wanted(labels);
  for (size_t label = 0; label < labels; ++label) {
    is_wanted[label] = std::find(tags.begin(), tags.end(), documents.labels[label]) != tags.end();
  }
  NervaluateReport report;
  report.has_documents = !documents.documents.empty();
  std::vector<bool> is_used(labels);
  std::vector<ScenarioCounts> by_label(labels);
  std::vector<std::vector<LabelledSpan>> gold_of(labels);
  std::vector<std::vector<LabelledSpan>> predicted_of(labels);
  for (const SpanDocument& document : documents.documents) {
    const auto gold = of_labels(document.gold, is_wanted);
    const auto predicted = of_labels(document.predicted, is_wanted);
    std::vector<uint32_t> present;
    for (const auto* spans : {&gold, &predicted}) {
      for (const LabelledSpan& each : *spans) {
        if (each.end < each.begin) {
          return invalid_argument(
              expected("an entity", concat("an end of at least ", each.begin), each.end));
        }
        if (gold_of[each.label].empty() && predicted_of[each.label].empty()) {
          present.push_back(each.label);
        }
        (spans == &gold ? gold_of : predicted_of)[each.label].push_back(each);
      }
    }
    for (size_t at = 0; at < kScenarioNames.size(); ++at) {
      const auto scenario = static_cast<Scenario>(at);
      count_document(scenario, gold, predicted, min_overlap, report.overall[at]);
      for (const uint32_t label : present) {
        count_document(scenario, gold_of[label], predicted_of[label], min_overlap,
                       by_label[label][at]);
      }
    }
    for (const uint32_t label : present) {
      is_used[label] = true;
      gold_of[label].clear();
      predicted_of[label].clear();
    }
  }
  for (size_t label = 0; label < labels; ++label) {
    if (!is_used[label]) continue;
    report.types.push_back(documents.labels[label]);
    report.by_type.push_back(by_label[label]);
  }
  for (size_t at = 0; at < kScenarioNames.size(); ++at) {
    const auto scenario = static_cast<Scenario>(at);
    finish(scenario, report.overall[at]);
    for (ScenarioCounts& each : report.by_type) finish(scenario, each[at]);
  }
  return report;
}

std::string nervaluate_text(const NervaluateReport& report, int digits) {
  const std::vector<std::string> names(kScenarioNames.begin(), kScenarioNames.end());
  const size_t width = report.has_documents ? width_of(names, digits) : width_of({}, digits);
  std::string text = head("all", width);
  if (!report.has_documents) return text;
  for (size_t at = 0; at < names.size(); ++at) {
    text += row(names[at], report.overall[at], width, digits);
  }
  return text;
}

std::string nervaluate_types_text(const NervaluateReport& report, Scenario scenario, int digits) {
  const size_t width = width_of(report.types, digits);
  const auto at = static_cast<size_t>(scenario);
  std::string text = head(kScenarioNames[at], width);
  for (size_t type = 0; type < report.types.size(); ++type) {
    text += row(report.types[type], report.by_type[type][at], width, digits);
  }
  return text;
}

}  // namespace xlmr
