// SPDX-License-Identifier: Apache-2.0
// Encodings, model inputs, records and word tags as the flat arrays that JavaScript reads in one
// go.
//
// Invariant: all arrays of one object have one entry a token or record (offsets two); special
// tokens around the text have offsets 0, 0.
//
//   encoding_object("Emma", ...)  ->  {status, ids [0, 28068, 2], offsets [0,0, 0,4, 0,0], words
//   [0]}
#ifndef XLMR_WASM_JS_RESULTS_H_
#define XLMR_WASM_JS_RESULTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "js_values.h"
#include "ner/entity.h"
#include "ner/model_input.h"
#include "ner/span_decoder.h"
#include "ner/word_tags.h"
#include "text/encoding.h"
#include "text/special_tokens.h"

namespace xlmr::js {

inline val encoding_object(std::string_view text, const Encoding& encoding, bool codepoints) {
  std::vector<int32_t> ids;
  ids.reserve(encoding.ids.size() + kSpecialsPerSequence);
  Offsets offsets(text, codepoints);
  ids.push_back(kBosId);
  offsets.push_special();
  for (size_t i = 0; i < encoding.ids.size(); ++i) {
    ids.push_back(encoding.ids[i]);
    offsets.push(encoding.ranges[i]);
  }
  ids.push_back(kEosId);
  offsets.push_special();
  val object = result_object({});
  object.set("ids", to_js(ids));
  object.set("offsets", offsets.array());
  object.set("words", to_js(encoding.words));
  return object;
}

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
                          bool codepoints) {
  std::vector<float> scores;
  std::vector<int32_t> indices;
  LabelLists lists;
  Offsets offsets(text, codepoints);
  val names = val::array();
  val words = val::array();
  for (const Entity& entity : entities) {
    names.call<void>("push", entity.name);
    words.call<void>("push", entity.word);
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
  object.set("words", words);
  lists.set(object);
  return object;
}

/// The labels of words, and the spans they make.
struct TaggedWords {
  std::vector<WordTag> tags;
  std::vector<Span> spans;
};

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
  val types = val::array();
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

#endif  // XLMR_WASM_JS_RESULTS_H_
