// SPDX-License-Identifier: Apache-2.0
// Records as the flat arrays that JavaScript reads in one go.
//
// Invariant: all arrays of one object have one entry a record (offsets two).
//
//   records_object(text, {Emma PER}, ...)  ->  {status, labels [5], scores [0.9], indices [1],
//       offsets [0,4], words ["Emma"]}
#ifndef XLMR_WASM_JS_RESULTS_H_
#define XLMR_WASM_JS_RESULTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "js_values.h"
#include "ner/entity.h"
#include "ner/label_map.h"

namespace xlmr::js {

inline val records_object(std::string_view text, const std::vector<Entity>& entities,
                          const LabelMap& labels, bool grouped, bool codepoints) {
  std::vector<int32_t> label_ids;
  std::vector<float> scores;
  std::vector<int32_t> indices;
  Offsets offsets(text, codepoints);
  val words = val::array();
  for (const Entity& entity : entities) {
    label_ids.push_back(static_cast<int32_t>(grouped ? labels[entity.label].group : entity.label));
    scores.push_back(entity.score);
    indices.push_back(entity.index);
    offsets.push(entity.range);
    words.call<void>("push", entity.word);
  }
  val object = result_object({});
  object.set("labels", to_js(label_ids));
  object.set("scores", to_js(scores));
  object.set("indices", to_js(indices));
  object.set("offsets", offsets.array());
  object.set("words", words);
  return object;
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_JS_RESULTS_H_
