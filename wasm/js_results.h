// SPDX-License-Identifier: Apache-2.0
// Encodings and records as the flat arrays that JavaScript reads in one go.
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
#include <string_view>
#include <vector>

#include "js_values.h"
#include "ner/entity.h"
#include "ner/label_map.h"
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
