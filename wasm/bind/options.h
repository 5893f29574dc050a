// SPDX-License-Identifier: Apache-2.0
// The options of a call, as JavaScript passes them, as those of the core.
//
// Invariant: a name that an option does not have is an error that says so. Names are those of
// wasm/js/core/core_handle.ts.
//
//   tag_options({labelling: "none", ...})
//       ->  invalid_argument "labelling: expected one of argmax, viterbi, crf, found 'none'"
#ifndef XLMR_WASM_BIND_OPTIONS_H_
#define XLMR_WASM_BIND_OPTIONS_H_

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/concat.h"
#include "base/ranges.h"
#include "base/result.h"
#include "base/utf8.h"
#include "bind/inputs.h"
#include "ner/recognizer.h"
#include "text/tokenizer_set.h"

namespace xlmr::js {

template <typename Value>
using Named = std::pair<std::string_view, Value>;

inline constexpr Named<Compat> kCompats[] = {
    {"none", Compat::none}, {"hf-4", Compat::transformers4}, {"hf", Compat::transformers5}};

inline Status unknown_name(const std::string& option, const std::string& names, const val& found) {
  const auto what = found.isString() ? "'" + utf8_from_utf16(found.as<std::u16string>()) + "'"
                                     : found.typeOf().as<std::string>();
  return invalid_argument(expected(option, concat("one of ", names), what));
}

/// The value that `found`, what was passed as `option`, is the name of.
template <typename Value, size_t kCount>
Result<Value> one_of(const std::string& option, const val& found,
                     const Named<Value> (&values)[kCount]) {
  const auto name = found.isString() ? found.as<std::string>() : std::string();
  std::string names;
  for (const auto& [each, value] : values) {
    if (each == name) return value;
    names += (names.empty() ? "" : ", ") + std::string(each);
  }
  return unknown_name(option, names, found);
}

/// Reads the options of one call; result() is the first error of all that were read, if any.
class OptionReader {
 public:
  explicit OptionReader(val options) : options_(std::move(options)) {}

  template <typename Value, size_t kCount>
  Value name(const char* option, const Named<Value> (&values)[kCount]) {
    auto found = one_of(option, options_[option], values);
    if (found.ok()) return std::move(found).value();
    if (status_.ok()) status_ = found.status();
    return values[0].second;
  }
  template <typename Number>
  [[nodiscard]] Number number(const char* option) const {
    return options_[option].as<Number>();
  }
  [[nodiscard]] bool flag(const char* option) const { return options_[option].as<bool>(); }
  [[nodiscard]] val value(const char* option) const { return options_[option]; }

  /// `options`, if all names were names.
  template <typename Options>
  [[nodiscard]] Result<Options> result(const Options& options) const {
    if (!status_.ok()) return status_;
    return options;
  }

  WindowPlan windows() {
    return {.windowing = name<Windowing>("windowing", {{"owned", Windowing::owned},
                                                       {"truncated", Windowing::truncated},
                                                       {"overlapping", Windowing::overlapping}}),
            .options = {.max_tokens = number<uint32_t>("maxTokens"),
                        .stride = number<uint32_t>("stride")}};
  }

  Labelling labelling() {
    return name<Labelling>(
        "labelling",
        {{"argmax", Labelling::argmax}, {"viterbi", Labelling::viterbi}, {"crf", Labelling::crf}});
  }

  SpanDecoder decoder() {
    return name<SpanDecoder>("decoder", {{"scheme", SpanDecoder::scheme},
                                         {"hf", SpanDecoder::hf},
                                         {"conll", SpanDecoder::conll},
                                         {"tner", SpanDecoder::tner},
                                         {"sparknlp", SpanDecoder::sparknlp}});
  }

  Compat compat() { return name<Compat>("compat", kCompats); }

  OffsetUnit offsets() {
    return name<OffsetUnit>("offsets",
                            {{"utf16", OffsetUnit::utf16}, {"codepoint", OffsetUnit::codepoint}});
  }

 private:
  val options_;
  Status status_;
};

/// How inputs are read and cut into windows, and offsets written.
struct InputOptions {
  std::string delimiter;  ///< between the words of a sentence
  Compat compat = Compat::none;
  WordMode mode = WordMode::hf;
  OffsetUnit unit = OffsetUnit::utf16;
  std::vector<uint32_t> offset_mapping;  ///< pairs in `unit`s, or nothing
  WindowPlan windows;

  [[nodiscard]] Alignment alignment() const {
    return compat == Compat::none ? Alignment::exact : Alignment::reference;
  }
};

inline Result<InputOptions> input_options(const val& options) {
  OptionReader read(options);
  const InputOptions input{
      .delimiter = utf8_from_utf16(read.value("delimiter").as<std::u16string>()),
      .compat = read.compat(),
      .mode = read.name<WordMode>("mode", {{"hf", WordMode::hf},
                                           {"tner", WordMode::tner},
                                           {"tner_counted", WordMode::tner_counted},
                                           {"sparknlp", WordMode::sparknlp}}),
      .unit = read.offsets(),
      .offset_mapping =
          emscripten::convertJSArrayToNumberVector<uint32_t>(read.value("offsetMapping")),
      .windows = read.windows()};
  return read.result(input);
}

inline Result<TagOptions> tag_options(const val& options) {
  using Strategy = AggregationStrategy;
  using Scheme = std::optional<LabelScheme>;
  OptionReader read(options);
  const TagOptions tag{
      .windows = read.windows(),
      .labelling = read.labelling(),
      .scheme = read.name<Scheme>("scheme", {{"auto", std::nullopt},
                                             {"BIO", LabelScheme::bio},
                                             {"IOB1", LabelScheme::iob1},
                                             {"BIOES", LabelScheme::bioes},
                                             {"BILOU", LabelScheme::bilou},
                                             {"none", LabelScheme::none}}),
      .records = {.strategy = read.name<Strategy>("strategy", {{"none", Strategy::none},
                                                               {"simple", Strategy::simple},
                                                               {"first", Strategy::first},
                                                               {"average", Strategy::average},
                                                               {"max", Strategy::max}}),
                  .decoder = read.decoder(),
                  .ignore_labels = strings_of(read.value("ignoreLabels")),
                  .min_score = read.number<float>("minScore"),
                  .top_k = read.number<uint32_t>("topK"),
                  .compat_hf = read.compat() != Compat::none}};
  return read.result(tag);
}

inline Result<WordTagOptions> word_tag_options(const val& options) {
  OptionReader read(options);
  WordTagOptions tag{.windows = read.windows(),
                     .labelling = read.labelling(),
                     .top_k = read.number<uint32_t>("topK")};
  const SpanDecoder decoder = read.decoder();
  if (read.flag("spans")) tag.spans = decoder;
  return read.result(tag);
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_OPTIONS_H_
