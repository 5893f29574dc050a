// SPDX-License-Identifier: Apache-2.0
#include "eval/entity_report.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "base/concat.h"
#include "eval/entity_pairs.h"
#include "eval/layout.h"
#include "eval/seqeval.h"

namespace xlmr {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr size_t kCount = 8;
constexpr size_t kScore = 10;

class Confusions {
 public:
  void add(const EntityPair& pair) {
    const auto& [gold, predicted] = pair;
    const bool is_same_place =
        gold && predicted && gold->begin == predicted->begin && gold->end == predicted->end;
    count({type_of(gold), type_of(predicted), is_same_place, 0});
  }

  [[nodiscard]] std::vector<Confusion> take() && {
    std::sort(all_.begin(), all_.end(), [](const Confusion& one, const Confusion& other) {
      return std::tuple(other.count, one.gold, one.predicted, other.is_same_place) <
             std::tuple(one.count, other.gold, other.predicted, one.is_same_place);
    });
    return std::move(all_);
  }

 private:
  static std::optional<uint32_t> type_of(const std::optional<TypedSpan>& span) {
    return span ? std::optional(span->type) : std::nullopt;
  }

  void count(const Confusion& what) {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Confusion& each) {
      return each.gold == what.gold && each.predicted == what.predicted &&
             each.is_same_place == what.is_same_place;
    });
    if (found != all_.end()) {
      ++found->count;
    } else {
      all_.push_back(what);
      all_.back().count = 1;
    }
  }

  std::vector<Confusion> all_;
};

/// scikit-learn's averages; single scores that divide by zero are none.
AveragedScores scores_of(const std::vector<TypeCounts>& counts) {
  AveragedScores scores = sklearn_scores(counts, 0);
  TypeCounts all;
  const auto correct = [](const TypeCounts& of, TypeScores& score) {
    if (of.found == 0) score.precision = kNone;
    if (of.gold == 0) score.recall = kNone;
    if (of.found == 0 && of.gold == 0) score.f1 = kNone;
  };
  for (size_t at = 0; at < counts.size(); ++at) {
    correct(counts[at], scores.types[at]);
    all.found += counts[at].found;
    all.gold += counts[at].gold;
  }
  correct(all, scores.micro);
  return scores;
}

std::string score(double value) {
  return std::isnan(value) ? padded("-", kScore) : fixed(100 * value, 2, kScore);
}

std::string counts_line(std::string_view name, size_t width, const TypeCounts& counts,
                        const TypeScores& of) {
  std::string line(name);
  line.append(width - codepoint_count(name), ' ');
  for (const size_t each : {counts.gold, counts.found, counts.correct}) {
    line += padded(each, kCount);
  }
  return line + score(of.precision) + score(of.recall) + score(of.f1) + '\n';
}

std::string_view kind_of(const Confusion& of) {
  if (!of.predicted) return "missed";
  if (!of.gold) return "made up";
  return of.is_same_place ? "other type" : "other boundaries";
}

}  // namespace

EntityReport entity_report(const TagColumns& columns, size_t most_faulty) {
  const EntityTags tags = read_entity_tags(columns);
  EntityReport report;
  report.tokens = columns.gold.size();
  report.sentences = columns.ends.size();
  report.types = tags.types.names();
  report.counts.resize(tags.types.size());
  Confusions confusions;
  size_t begin = 0;
  for (size_t number = 0; number < columns.ends.size(); ++number) {
    const size_t size = columns.ends[number] - begin;
    auto gold = entities_of(tags, columns.gold.subspan(begin, size));
    auto found = entities_of(tags, columns.predicted.subspan(begin, size));
    begin = columns.ends[number];
    for (const TypedSpan& each : gold) ++report.counts[each.type].gold;
    for (const TypedSpan& each : found) ++report.counts[each.type].found;
    size_t faults = 0;
    for (const EntityPair& pair : pair_entities(gold, found)) {
      faults += pair.faults();
      if (pair.is_right()) {
        ++report.counts[pair.gold->type].correct;
      } else {
        confusions.add(pair);
      }
    }
    if (faults > 0) report.faulty.push_back({number, faults, std::move(gold), std::move(found)});
  }
  std::stable_sort(report.faulty.begin(), report.faulty.end(),
                   [](const FaultySentence& one, const FaultySentence& other) {
                     return one.faults > other.faults;
                   });
  if (report.faulty.size() > most_faulty) report.faulty.resize(most_faulty);
  report.confusions = std::move(confusions).take();
  size_t equal = 0;
  for (size_t row = 0; row < columns.gold.size(); ++row) {
    const EntityTag gold = tags.tags[columns.gold[row]];
    const EntityTag found = tags.tags[columns.predicted[row]];
    if (gold.place == found.place && gold.type == found.type) ++equal;
  }
  report.accuracy =
      report.tokens == 0 ? kNone : static_cast<double>(equal) / static_cast<double>(report.tokens);
  report.scores = scores_of(report.counts);
  return report;
}

std::string entity_text(const EntityReport& report) {
  size_t width = std::string_view("macro").size();
  for (const std::string& name : report.types) width = std::max(width, codepoint_count(name));
  std::string text = "type" + std::string(width - 4, ' ');
  for (const char* name : {"gold", "found", "correct"}) text += padded(name, kCount);
  for (const char* name : {"precision", "recall", "f1"}) text += padded(name, kScore);
  text += '\n';
  TypeCounts all;
  for (size_t type = 0; type < report.types.size(); ++type) {
    const TypeCounts& of = report.counts[type];
    all = {all.correct + of.correct, all.found + of.found, all.gold + of.gold};
    text += counts_line(report.types[type], width, of, report.scores.types[type]);
  }
  text += '\n' + counts_line("micro", width, all, report.scores.micro);
  text += counts_line("macro", width, all, report.scores.macro);
  text += concat("\n", report.tokens, report.tokens == 1 ? " token in " : " tokens in ",
                 report.sentences, report.sentences == 1 ? " sentence, " : " sentences, ",
                 fixed(100 * report.accuracy, 2), " % of the tags right\n");
  if (!report.confusions.empty()) text += '\n';
  for (const Confusion& each : report.confusions) {
    const auto name = [&](std::optional<uint32_t> type) {
      return type ? std::string_view(report.types[*type]) : std::string_view("nothing");
    };
    text += concat(padded(each.count, kCount), "  ", name(each.gold), " -> ", name(each.predicted),
                   ", ", kind_of(each), "\n");
  }
  return text;
}

}  // namespace xlmr
