// SPDX-License-Identifier: Apache-2.0
// What JavaScript passes in, as values of the core: texts, lists of words, options.
//
// Invariant: everything is copied, so nothing refers to JavaScript's memory afterwards and work on
// it may run in any thread. Names of options are those of wasm/js/core/core.ts, which checks them.
//
//   inputs_of(["Emma woont", ["in", "Londen"]])  ->  a text, and a sentence of two words
#ifndef XLMR_WASM_BIND_INPUTS_H_
#define XLMR_WASM_BIND_INPUTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/offset_map.h"
#include "base/utf8.h"
#include "ner/recognizer.h"
#include "ner/word_tags.h"

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

template <typename Enum>
Enum one_of(const val& name, std::initializer_list<std::pair<std::string_view, Enum>> values) {
  const auto found = name.as<std::string>();
  for (const auto& [each, value] : values) {
    if (each == found) return value;
  }
  return values.begin()->second;
}

inline WindowPlan plan_of(const val& options) {
  return {.windowing =
              one_of<Windowing>(options["windowing"], {{"owned", Windowing::owned},
                                                       {"truncated", Windowing::truncated},
                                                       {"overlapping", Windowing::overlapping}}),
          .options = {.max_tokens = options["maxTokens"].as<uint32_t>(),
                      .stride = options["stride"].as<uint32_t>()}};
}

inline Labelling labelling_of(const val& options) {
  return one_of<Labelling>(
      options["labelling"],
      {{"argmax", Labelling::argmax}, {"viterbi", Labelling::viterbi}, {"crf", Labelling::crf}});
}

inline AggregationStrategy strategy_of(const val& options) {
  return one_of<AggregationStrategy>(options["strategy"],
                                     {{"none", AggregationStrategy::none},
                                      {"simple", AggregationStrategy::simple},
                                      {"first", AggregationStrategy::first},
                                      {"average", AggregationStrategy::average},
                                      {"max", AggregationStrategy::max}});
}

inline std::optional<LabelScheme> scheme_of(const val& options) {
  return one_of<std::optional<LabelScheme>>(options["scheme"], {{"auto", std::nullopt},
                                                                {"BIO", LabelScheme::bio},
                                                                {"IOB1", LabelScheme::iob1},
                                                                {"BIOES", LabelScheme::bioes},
                                                                {"BILOU", LabelScheme::bilou},
                                                                {"none", LabelScheme::none}});
}

inline SpanDecoder decoder_of(const val& options) {
  return one_of<SpanDecoder>(options["decoder"], {{"scheme", SpanDecoder::scheme},
                                                  {"hf", SpanDecoder::hf},
                                                  {"conll", SpanDecoder::conll},
                                                  {"tner", SpanDecoder::tner},
                                                  {"sparknlp", SpanDecoder::sparknlp}});
}

enum class WordMode { hf, tner, sparknlp };

/// How inputs are read, and offsets written.
struct ReadOptions {
  std::string delimiter;  ///< between the words of a sentence
  Alignment alignment = Alignment::exact;
  WordMode words = WordMode::hf;
  bool codepoints = false;
  std::vector<uint32_t> offset_mapping;  ///< pairs, or nothing
};

inline ReadOptions read_options_of(const val& options) {
  return {.delimiter = utf8_from_utf16(options["delimiter"].as<std::u16string>()),
          .alignment = options["compatHf"].as<bool>() ? Alignment::reference : Alignment::exact,
          .words = one_of<WordMode>(
              options["mode"],
              {{"hf", WordMode::hf}, {"tner", WordMode::tner}, {"sparknlp", WordMode::sparknlp}}),
          .codepoints = options["codepoints"].as<bool>(),
          .offset_mapping =
              emscripten::convertJSArrayToNumberVector<uint32_t>(options["offsetMapping"])};
}

inline WordTagOptions word_tag_options_of(const val& options) {
  return {.windows = plan_of(options),
          .labelling = labelling_of(options),
          .top_k = options["topK"].as<uint32_t>()};
}

inline TagOptions tag_options_of(const val& options) {
  return {.windows = plan_of(options),
          .labelling = labelling_of(options),
          .scheme = scheme_of(options),
          .records = {.strategy = strategy_of(options),
                      .decoder = decoder_of(options),
                      .ignore_labels = strings_of(options["ignoreLabels"]),
                      .min_score = options["minScore"].as<float>(),
                      .top_k = options["topK"].as<uint32_t>(),
                      .compat_hf = options["compatHf"].as<bool>()}};
}

/// `offsets` are pairs in code points or UTF-16 units of `text`. Errors: invalid_argument.
inline Result<std::vector<ByteRange>> ranges_of(const std::vector<uint32_t>& offsets,
                                                std::string_view text, bool codepoints) {
  const OffsetMap map(text);
  std::vector<ByteRange> ranges;
  for (size_t i = 0; i + 1 < offsets.size(); i += 2) {
    const auto bytes = codepoints ? map.bytes(CodepointRange{offsets[i], offsets[i + 1]})
                                  : map.bytes(Utf16Range{offsets[i], offsets[i + 1]});
    if (!bytes) {
      return invalid_argument("offset_mapping[" + std::to_string(i / 2) +
                              "]: expected a range within the text, found [" +
                              std::to_string(offsets[i]) + ", " + std::to_string(offsets[i + 1]) +
                              ")");
    }
    ranges.push_back(*bytes);
  }
  return ranges;
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_INPUTS_H_
