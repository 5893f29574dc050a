// SPDX-License-Identifier: Apache-2.0
// Model inputs, records and word tags as the flat arrays that JavaScript reads in one go.
//
// Invariant: all arrays of one object have one entry a record (offsets two).
//
//   records_object(text, {Emma PER}, ...)  ->  {status, names ["PER"], scores [0.9], indices [-1],
//       offsets [0,4], joined "Emma", ...}
#ifndef XLMR_WASM_BIND_RESULTS_H_
#define XLMR_WASM_BIND_RESULTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bind/values.h"
#include "ner/entity.h"
#include "ner/model_input.h"
#include "ner/span_decoder.h"
#include "ner/word_tags.h"

namespace xlmr::js {

inline val input_object(const ModelInput& input) {
  val object = result_object({});
  object.set("ids", to_js(input.ids));
  object.set("lengths", to_js(input.lengths));
  object.set("cut", input.cut);
  return object;
}

/// Labels that tags and records list, flat, and how many are whose.
class LabelLists {
 public:
  void push(const std::vector<LabelScore>& labels) {
    counts_.push_back(static_cast<int32_t>(labels.size()));
    for (const LabelScore& each : labels) {
      labels_.push_back(static_cast<int32_t>(each.label));
      scores_.push_back(each.score);
    }
  }
  void set(val& object) const {
    object.set("topCounts", to_js(counts_));
    object.set("topLabels", to_js(labels_));
    object.set("topScores", to_js(scores_));
  }

 private:
  std::vector<int32_t> counts_;
  std::vector<int32_t> labels_;
  std::vector<float> scores_;
};

inline val records_object(std::string_view text, const std::vector<Entity>& entities,
                          OffsetUnit unit) {
  std::vector<float> scores;
  std::vector<int32_t> indices;
  LabelLists lists;
  Offsets offsets(text, unit);
  const val names = val::array();
  Texts words;
  for (const Entity& entity : entities) {
    names.call<void>("push", entity.name);
    words.push(entity.word);
    scores.push_back(entity.score);
    indices.push_back(entity.index);
    offsets.push(entity.range);
    lists.push(entity.labels);
  }
  val object = result_object({});
  object.set("names", names);
  object.set("scores", to_js(scores));
  object.set("indices", to_js(indices));
  object.set("offsets", offsets.array());
  words.set(object);
  lists.set(object);
  return object;
}

inline val tags_object(const TaggedWords& words) {
  std::vector<int32_t> labels;
  std::vector<float> scores;
  std::vector<float> max_scores;
  LabelLists lists;
  for (const WordTag& tag : words.tags) {
    labels.push_back(tag.is_cut ? -1 : static_cast<int32_t>(tag.label));
    scores.push_back(tag.score);
    max_scores.push_back(tag.max_score);
    lists.push(tag.labels);
  }
  std::vector<int32_t> spans;
  const val types = val::array();
  for (const Span& span : words.spans) {
    spans.push_back(static_cast<int32_t>(span.units.begin));
    spans.push_back(static_cast<int32_t>(span.units.end));
    types.call<void>("push", std::string(span.type));
  }
  val object = result_object({});
  object.set("labels", to_js(labels));
  object.set("scores", to_js(scores));
  object.set("maxScores", to_js(max_scores));
  object.set("spans", to_js(spans));
  object.set("types", types);
  lists.set(object);
  return object;
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_RESULTS_H_
