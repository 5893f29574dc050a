// SPDX-License-Identifier: Apache-2.0
// What JavaScript passes in to be worked on, as values of the core: texts, lists of words, logits.
//
// Invariant: everything is copied, so nothing refers to JavaScript's memory afterwards and work on
// it may run in any thread.
//
//   inputs_of(["Emma woont", ["in", "Londen"]])  ->  a text, and a sentence of two words
#ifndef XLMR_WASM_BIND_INPUTS_H_
#define XLMR_WASM_BIND_INPUTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace xlmr::js {

using emscripten::val;

struct Input {
  bool is_words = false;
  std::string text;
  std::vector<std::string> words;
};

inline std::vector<std::string> strings_of(const val& utf16) {
  std::vector<std::string> strings;
  for (const auto& each : emscripten::vecFromJSArray<std::u16string>(utf16)) {
    strings.push_back(utf8_from_utf16(each));
  }
  return strings;
}

inline std::vector<Input> inputs_of(const val& list) {
  std::vector<Input> inputs;
  for (const val& each : emscripten::vecFromJSArray<val>(list)) {
    if (each.isString()) {
      inputs.push_back({false, utf8_from_utf16(each.as<std::u16string>()), {}});
    } else {
      inputs.push_back({true, {}, strings_of(each)});
    }
  }
  return inputs;
}

inline std::vector<std::vector<float>> logits_of(const val& list) {
  std::vector<std::vector<float>> logits;
  for (const val& each : emscripten::vecFromJSArray<val>(list)) {
    logits.push_back(emscripten::convertJSArrayToNumberVector<float>(each));
  }
  return logits;
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_INPUTS_H_
