// SPDX-License-Identifier: Apache-2.0
// The Embind boundary of dist/wasm/eval: one function a report, plain values in and out.
//
// Invariant: nothing that crosses needs to be freed, and no function keeps anything.
// wasm/js/eval/eval_handle.ts has the same functions as types.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bind/eval_results.h"
#include "eval/conlleval.h"
#include "eval/conlleval_ports.h"
#include "eval/entity_pairs.h"
#include "eval/entity_report.h"
#include "eval/nervaluate.h"
#include "eval/seqeval.h"
#include "eval/sklearn_report.h"
#include "eval/tner.h"

namespace xlmr::js {
namespace {

val conlleval_object(const ConllevalReport& report) {
  val object = object_of({});
  object.set("types", names_of(report.types));
  object.set("counts", counts_of(report.counts.types));
  object.set("all", counts_of({report.counts.all}));
  object.set("tokens", static_cast<double>(report.counts.tokens));
  object.set("correctTokens", static_cast<double>(report.counts.correct_tokens));
  return object;
}

val conlleval_of(const val& columns, const val& options) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto outside = options["outside"].as<std::string>();
  const bool is_latex = options["latex"].as<bool>();
  const auto report = conlleval(owned.view(), {options["raw"].as<bool>(), is_latex, outside});
  val object = conlleval_object(report);
  object.set("text", conlleval_text(report, is_latex));
  return object;
}

val pypi_conlleval_of(const val& columns, const std::string& outside) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto report = pypi_conlleval(owned.view(), outside);
  val object = conlleval_object(report);
  set_text(object, pypi_conlleval_text(report));
  return object;
}

val flat_conlleval_of(const val& columns) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto flat = flat_conlleval(owned.view());
  if (!flat.ok()) return object_of(flat.status());
  val object = conlleval_object(flat.value().report);
  set_text(object, flat_conlleval_text(flat.value()));
  return object;
}

val seqeval_of(const val& columns, const val& options) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto report = seqeval(
      owned.view(), {options["strict"].as<bool>(), scheme_of(options["scheme"].as<std::string>()),
                     options["suffix"].as<bool>(), options["zeroDivision"].as<double>()});
  if (!report.ok()) return object_of(report.status());
  const SeqevalReport& of = report.value();
  val object = object_of({});
  object.set("types", names_of(of.types));
  object.set("counts", counts_of(of.counts));
  object.set("scores", scores_of(of.scores));
  object.set("scheme", std::string(of.scheme ? scheme_name(*of.scheme) : ""));
  object.set("accuracy", of.accuracy);
  object.set("tokens", array_of(std::vector<uint32_t>{static_cast<uint32_t>(of.true_positives),
                                                      static_cast<uint32_t>(of.false_positives),
                                                      static_cast<uint32_t>(of.false_negatives),
                                                      static_cast<uint32_t>(of.true_negatives)}));
  set_text(object, seqeval_text(of, options["digits"].as<int>()));
  return object;
}

val sklearn_of(const val& columns, double zero_division, int digits) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const SklearnReport report = sklearn_report(owned.view(), zero_division);
  val object = object_of({});
  object.set("types", names_of(report.tags));
  object.set("counts", counts_of(report.counts));
  object.set("scores", scores_of(report.scores));
  set_text(object, sklearn_text(report, digits));
  return object;
}

/// Sevens of F1, precision, recall and the two intervals, NaN where there are none.
void push_tner(const TnerScores& of, std::vector<double>& flat) {
  const Interval none = percentile_interval({}, 1);
  const auto intervals = of.intervals.value_or(std::array<Interval, 2>{none, none});
  flat.insert(flat.end(), {of.f1, of.precision, of.recall, intervals[0].low, intervals[0].high,
                           intervals[1].low, intervals[1].high});
}

val tner_of(const val& columns, bool is_span_only, bool has_intervals) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto report = tner(owned.view(), {is_span_only, has_intervals});
  if (!report.ok()) return object_of(report.status());
  std::vector<double> flat;
  push_tner(report.value().micro, flat);
  push_tner(report.value().macro, flat);
  for (const TnerScores& each : report.value().by_type) push_tner(each, flat);
  val object = object_of({});
  object.set("types", names_of(report.value().types));
  object.set("scores", array_of(flat));
  object.set("hasIntervals", report.value().micro.intervals.has_value());
  return object;
}

/// Tens of counts and scores, for each scenario in turn: overall, then of each type.
val nervaluate_object(const SpanDocuments& documents, const val& options) {
  std::vector<std::string> tags = documents.labels;
  if (options["tags"].isArray()) {
    tags.clear();
    for (const auto& each : emscripten::vecFromJSArray<std::u16string>(options["tags"])) {
      tags.push_back(utf8_from_utf16(each));
    }
  }
  const auto report = nervaluate(documents, tags, options["minOverlap"].as<double>());
  if (!report.ok()) return object_of(report.status());
  const NervaluateReport& of = report.value();
  std::vector<double> flat;
  const auto push = [&](const ScenarioCounts& scenarios) {
    for (const MatchCounts& each : scenarios) {
      for (const size_t count : {each.correct, each.incorrect, each.partial, each.missed,
                                 each.spurious, each.possible, each.actual}) {
        flat.push_back(static_cast<double>(count));
      }
      flat.insert(flat.end(), {each.precision, each.recall, each.f1});
    }
  };
  push(of.overall);
  for (const ScenarioCounts& each : of.by_type) push(each);
  val object = object_of({});
  object.set("types", names_of(of.types));
  object.set("scores", array_of(flat));
  const int digits = options["digits"].as<int>();
  const int scenario = options["scenario"].as<int>();
  object.set("text", scenario < 0
                         ? nervaluate_text(of, digits)
                         : nervaluate_types_text(of, static_cast<Scenario>(scenario), digits));
  return object;
}

val nervaluate_of(const val& columns, const val& options) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const auto documents = nervaluate_documents(owned.view());
  if (!documents.ok()) return object_of(documents.status());
  return nervaluate_object(documents.value(), options);
}

/// Spans as fours: 0 for gold or 1, a label of `labels`, begin and end. `counts`: how many of either are in
/// each document.
val nervaluate_spans_of(const val& labels, const val& spans, const val& counts,
                        const val& options) {
  SpanDocuments documents;
  for (const auto& each : emscripten::vecFromJSArray<std::u16string>(labels)) {
    documents.labels.push_back(utf8_from_utf16(each));
  }
  const auto flat = emscripten::convertJSArrayToNumberVector<double>(spans);
  size_t at = 0;
  for (const uint32_t count : emscripten::convertJSArrayToNumberVector<uint32_t>(counts)) {
    SpanDocument document;
    for (uint32_t read = 0; read < count && at + 4 <= flat.size(); ++read, at += 4) {
      const auto label = static_cast<uint32_t>(flat[at + 1]);
      if (label >= documents.labels.size()) {
        return object_of(invalid_argument(expected("a label", "one of labels", label)));
      }
      (flat[at] == 0 ? document.gold : document.predicted)
          .push_back(
              {label, static_cast<int64_t>(flat[at + 2]), static_cast<int64_t>(flat[at + 3])});
    }
    documents.documents.push_back(std::move(document));
  }
  return nervaluate_object(documents, options);
}

/// Triples of type, begin and end.
val spans_of(const std::vector<TypedSpan>& spans) {
  std::vector<uint32_t> flat;
  for (const TypedSpan& each : spans) {
    flat.insert(flat.end(),
                {each.type, static_cast<uint32_t>(each.begin), static_cast<uint32_t>(each.end)});
  }
  return array_of(flat);
}

val entities_of_columns(const val& columns, uint32_t most_faulty) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const EntityReport report = entity_report(owned.view(), most_faulty);
  val object = object_of({});
  object.set("types", names_of(report.types));
  object.set("counts", counts_of(report.counts));
  object.set("scores", scores_of(report.scores));
  object.set("accuracy", report.accuracy);
  std::vector<int32_t> confusions;
  for (const Confusion& each : report.confusions) {
    const auto index = [](std::optional<uint32_t> type) {
      return type ? static_cast<int32_t>(*type) : -1;
    };
    confusions.insert(confusions.end(),
                      {index(each.gold), index(each.predicted), each.is_same_place ? 1 : 0,
                       static_cast<int32_t>(each.count)});
  }
  object.set("confusions", array_of(confusions));
  const val faulty = val::array();
  for (const FaultySentence& each : report.faulty) {
    val sentence = val::object();
    sentence.set("sentence", static_cast<double>(each.sentence));
    sentence.set("faults", static_cast<double>(each.faults));
    sentence.set("gold", spans_of(each.gold));
    sentence.set("predicted", spans_of(each.predicted));
    faulty.call<void>("push", sentence);
  }
  object.set("faulty", faulty);
  object.set("text", entity_text(report));
  return object;
}

/// Sevens: the sentence, then type, begin and end of the gold entity and of the predicted one, -1 for none.
val entity_pairs_of(const val& columns) {
  const OwnedColumns owned(columns);
  if (const Status status = check(owned.view()); !status.ok()) return object_of(status);
  const EntityPairs pairs = entity_pairs(owned.view());
  std::vector<int32_t> flat;
  for (size_t sentence = 0; sentence < pairs.sentences.size(); ++sentence) {
    for (const EntityPair& pair : pairs.sentences[sentence]) {
      flat.push_back(static_cast<int32_t>(sentence));
      for (const std::optional<TypedSpan>& each : {pair.gold, pair.predicted}) {
        for (const size_t number :
             {size_t{each ? each->type : 0}, each ? each->begin : 0, each ? each->end : 0}) {
          flat.push_back(each ? static_cast<int32_t>(number) : -1);
        }
      }
    }
  }
  val object = object_of({});
  object.set("types", names_of(pairs.types));
  object.set("pairs", array_of(flat));
  return object;
}

}  // namespace
}  // namespace xlmr::js

EMSCRIPTEN_BINDINGS(xlmr_ner_eval) {
  emscripten::function("conlleval", &xlmr::js::conlleval_of);
  emscripten::function("pypiConlleval", &xlmr::js::pypi_conlleval_of);
  emscripten::function("flatConlleval", &xlmr::js::flat_conlleval_of);
  emscripten::function("seqeval", &xlmr::js::seqeval_of);
  emscripten::function("sklearn", &xlmr::js::sklearn_of);
  emscripten::function("tner", &xlmr::js::tner_of);
  emscripten::function("nervaluate", &xlmr::js::nervaluate_of);
  emscripten::function("nervaluateSpans", &xlmr::js::nervaluate_spans_of);
  emscripten::function("entities", &xlmr::js::entities_of_columns);
  emscripten::function("entityPairs", &xlmr::js::entity_pairs_of);
}
