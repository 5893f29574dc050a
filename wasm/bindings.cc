// SPDX-License-Identifier: Apache-2.0
// The Embind boundary: one class for the stateful thing, plain values for results, no exceptions.
//
// Invariant: nothing that crosses needs to be freed but the Recognizer itself; arrays are copies,
// so a growing memory cannot detach them. Text crosses as UTF-16, where a lone surrogate is
// harmless. wasm/js/core.ts holds the matching TypeScript types.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "base/utf8.h"
#include "js_encodings.h"
#include "js_results.h"
#include "js_values.h"
#include "ner/recognizer.h"

namespace {

using emscripten::val;
using xlmr::js::bytes_of;
using xlmr::js::encodings_object;
using xlmr::js::JsStatus;
using xlmr::js::pieces_object;
using xlmr::js::records_object;
using xlmr::js::result_object;
using xlmr::js::to_js;

xlmr::Status no_tokenizer() {
  return {xlmr::StatusCode::not_loaded, "expected loadTokenizer() first"};
}

xlmr::Status no_model() {
  return {xlmr::StatusCode::not_loaded, "expected loadTokenizer() and loadConfig() first"};
}

class JsRecognizer {
 public:
  explicit JsRecognizer(int threads) : pool_(static_cast<size_t>(std::max(threads, 1))) {}

  JsStatus load_tokenizer(const val& model) {
    auto loaded = xlmr::Tokenizer::load(bytes_of(model));
    if (loaded.ok()) {
      tokenizer_ = std::make_shared<const xlmr::Tokenizer>(std::move(loaded).value());
    }
    return to_js(loaded.status());
  }

  JsStatus load_sentencepiece(const val& model) {
    auto loaded = xlmr::SentencePieceTokenizer::load(bytes_of(model));
    if (loaded.ok()) {
      sentencepiece_ = std::make_unique<xlmr::SentencePieceTokenizer>(std::move(loaded).value());
    }
    return to_js(loaded.status());
  }

  JsStatus load_config(const std::string& json) {
    if (!tokenizer_) return to_js(no_tokenizer());
    auto config = xlmr::ModelConfig::parse(json);
    if (config.ok()) recognizer_.emplace(tokenizer_, std::move(config).value());
    return to_js(config.status());
  }

  [[nodiscard]] val labels() const {
    val names = val::array();
    const auto& map = recognizer_ ? recognizer_->config().labels : xlmr::LabelMap();
    for (uint32_t id = 0; id < map.size(); ++id) {
      names.call<void>("push", map[id].name);
    }
    return names;
  }

  [[nodiscard]] val groups() const {
    return recognizer_ ? val::array(recognizer_->config().labels.groups()) : val::array();
  }

  [[nodiscard]] uint32_t max_tokens() const {
    return recognizer_ ? recognizer_->config().max_tokens : 0;
  }

  [[nodiscard]] val pieces(const val& ids) const {
    return tokenizer_ ? pieces_object(*tokenizer_, ids) : result_object(no_tokenizer());
  }

  [[nodiscard]] val encode(const val& joined, const val& lengths, bool by_sentencepiece,
                           bool codepoints) const {
    const bool loaded = by_sentencepiece ? sentencepiece_ != nullptr : tokenizer_ != nullptr;
    if (!loaded) return result_object(no_tokenizer());
    return by_sentencepiece ? encodings_object(*sentencepiece_, joined, lengths, codepoints, pool_)
                            : encodings_object(*tokenizer_, joined, lengths, codepoints, pool_);
  }

  [[nodiscard]] val windows(const std::u16string& utf16, uint32_t max_tokens,
                            uint32_t stride) const {
    if (!recognizer_) return result_object(no_model());
    const auto input = recognizer_->prepare(xlmr::utf8_from_utf16(utf16),
                                            {.max_tokens = max_tokens, .stride = stride});
    val object = result_object(input.status());
    if (input.ok()) {
      object.set("ids", to_js(input.value().ids));
      object.set("lengths", to_js(input.value().lengths));
    }
    return object;
  }

  [[nodiscard]] val decode(const std::u16string& utf16, const val& logits,
                           const val& options) const {
    if (!recognizer_) return result_object(no_model());
    const std::string text = xlmr::utf8_from_utf16(utf16);
    const bool grouped = options["strategy"].as<std::string>() == "simple";
    const auto entities = recognizer_->decode(
        text, emscripten::convertJSArrayToNumberVector<float>(logits),
        {.max_tokens = options["maxTokens"].as<uint32_t>(),
         .stride = options["stride"].as<uint32_t>()},
        {.strategy = grouped ? xlmr::AggregationStrategy::simple : xlmr::AggregationStrategy::none,
         .ignore_labels = emscripten::vecFromJSArray<std::string>(options["ignoreLabels"])});
    if (!entities.ok()) return result_object(entities.status());
    return records_object(text, entities.value(), recognizer_->config().labels, grouped,
                          options["codepoints"].as<bool>());
  }

 private:
  xlmr::ThreadPool pool_;
  std::shared_ptr<const xlmr::Tokenizer> tokenizer_;
  std::unique_ptr<const xlmr::SentencePieceTokenizer> sentencepiece_;
  std::optional<xlmr::Recognizer> recognizer_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(xlmr_ner) {
  emscripten::value_object<JsStatus>("Status")
      .field("code", &JsStatus::code)
      .field("message", &JsStatus::message);

  emscripten::class_<JsRecognizer>("Recognizer")
      .constructor<int>()
      .function("loadTokenizer", &JsRecognizer::load_tokenizer)
      .function("loadSentencePiece", &JsRecognizer::load_sentencepiece)
      .function("loadConfig", &JsRecognizer::load_config)
      .function("labels", &JsRecognizer::labels)
      .function("groups", &JsRecognizer::groups)
      .function("maxTokens", &JsRecognizer::max_tokens)
      .function("pieces", &JsRecognizer::pieces)
      .function("encode", &JsRecognizer::encode)
      .function("windows", &JsRecognizer::windows)
      .function("decode", &JsRecognizer::decode);
}
