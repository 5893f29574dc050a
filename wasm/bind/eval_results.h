// SPDX-License-Identifier: Apache-2.0
// Columns of tags that JavaScript passes, and reports as what it reads in one go.
//
// Invariant: a report's numbers are in flat arrays, in the order of its `types`; NaN is a score that does
// not exist. `text` is missing where the package that is followed raises, and `problem` says why then.
//
//   scores_of({{0.5, 1, 0.67, 2}, ...})  ->  Float64Array [0.5, 1, 0.67, 2, ...]
#ifndef XLMR_WASM_BIND_EVAL_RESULTS_H_
#define XLMR_WASM_BIND_EVAL_RESULTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/status.h"
#include "base/utf8.h"
#include "eval/averages.h"
#include "eval/chunk_counts.h"
#include "eval/tag_columns.h"

namespace xlmr::js {

using emscripten::val;

/// JavaScript's {names, gold, predicted, ends, open}, owned.
class OwnedColumns {
 public:
  explicit OwnedColumns(const val& columns)
      : gold_(ids_of(columns["gold"])),
        predicted_(ids_of(columns["predicted"])),
        ends_(ids_of(columns["ends"])),
        is_open_(columns["open"].as<bool>()) {
    for (const auto& each : emscripten::vecFromJSArray<std::u16string>(columns["names"])) {
      names_.push_back(utf8_from_utf16(each));
    }
  }

  [[nodiscard]] TagColumns view() const { return {names_, gold_, predicted_, ends_, is_open_}; }

 private:
  static std::vector<uint32_t> ids_of(const val& array) {
    return emscripten::convertJSArrayToNumberVector<uint32_t>(array);
  }

  std::vector<std::string> names_;
  std::vector<uint32_t> gold_;
  std::vector<uint32_t> predicted_;
  std::vector<uint32_t> ends_;
  bool is_open_;
};

template <typename T>
val array_of(const std::vector<T>& values) {
  return val(emscripten::typed_memory_view(values.size(), values.data()))
      .template call<val>("slice");
}

inline val names_of(const std::vector<std::string>& names) {
  const val list = val::array();
  for (const std::string& each : names) list.call<void>("push", each);
  return list;
}

inline val object_of(const Status& status) {
  val object = val::object();
  object.set("code", std::string(code_name(status.code())));
  object.set("message", status.message());
  return object;
}

inline void set_text(val& object, const Result<std::string>& text) {
  if (text.ok()) {
    object.set("text", text.value());
  } else {
    object.set("problem", text.status().message());
  }
}

/// Triples of correct, found and gold.
inline val counts_of(const std::vector<TypeCounts>& counts) {
  std::vector<uint32_t> flat;
  for (const TypeCounts& each : counts) {
    for (const size_t count : {each.correct, each.found, each.gold}) {
      flat.push_back(static_cast<uint32_t>(count));
    }
  }
  return array_of(flat);
}

/// Fours of precision, recall, F1 and support: of each type, then micro, macro and weighted.
inline val scores_of(const AveragedScores& scores) {
  std::vector<double> flat;
  const auto push = [&](const TypeScores& of) {
    flat.insert(flat.end(), {of.precision, of.recall, of.f1, static_cast<double>(of.support)});
  };
  for (const TypeScores& each : scores.types) push(each);
  for (const TypeScores* each : {&scores.micro, &scores.macro, &scores.weighted}) push(*each);
  return array_of(flat);
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_EVAL_RESULTS_H_
