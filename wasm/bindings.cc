// SPDX-License-Identifier: Apache-2.0
// The Embind boundary: one class for the stateful thing, plain values for results, no exceptions.
//
// Invariant: nothing that crosses needs to be freed but the Recognizer itself; arrays are copies,
// so a growing memory cannot detach them. Text crosses as UTF-16, where a lone surrogate is
// harmless. JavaScript's values are touched by the calling thread alone: what the pool works on is
// copied before and turned into objects after. wasm/js/core.ts holds the matching TypeScript types.
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
#include "js_inputs.h"
#include "js_results.h"
#include "js_values.h"
#include "ner/recognizer.h"
#include "ner/word_tags.h"
#include "text/sentencepiece_tokenizer.h"

namespace {

using emscripten::val;
using xlmr::Result;
using xlmr::js::encoding_object;
using xlmr::js::Input;
using xlmr::js::JsStatus;
using xlmr::js::result_object;
using xlmr::js::to_js;

xlmr::Status not_loaded(const char* expected) {
  return {xlmr::StatusCode::not_loaded, std::string("expected ") + expected + " first"};
}

struct Decoded {
  std::string text;
  std::vector<xlmr::Entity> entities;
};

class JsRecognizer {
 public:
  explicit JsRecognizer(int threads) : pool_(static_cast<size_t>(std::max(threads, 1))) {}

  JsStatus load_tokenizer(const std::string& model) {
    auto loaded = xlmr::Tokenizer::load(model);
    if (loaded.ok()) {
      tokenizer_ = std::make_shared<const xlmr::Tokenizer>(std::move(loaded).value());
    }
    return to_js(loaded.status());
  }

  JsStatus load_sentencepiece(const std::string& model) {
    auto loaded = xlmr::SentencePieceTokenizer::load(model);
    if (loaded.ok()) {
      sentencepiece_ = std::make_unique<xlmr::SentencePieceTokenizer>(std::move(loaded).value());
    }
    return to_js(loaded.status());
  }

  JsStatus load_config(const std::string& json) {
    if (!tokenizer_) return to_js(not_loaded("loadTokenizer()"));
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

  [[nodiscard]] bool has_crf() const {
    return recognizer_ && recognizer_->config().crf.has_value();
  }

  [[nodiscard]] uint32_t max_tokens() const {
    return recognizer_ ? recognizer_->config().max_tokens : 0;
  }

  [[nodiscard]] val pieces(const val& ids) const {
    val names = val::array();
    if (!tokenizer_) return names;
    for (const auto id : emscripten::convertJSArrayToNumberVector<int32_t>(ids)) {
      names.call<void>("push", std::string(tokenizer_->piece(id)));
    }
    return names;
  }

  [[nodiscard]] val encode(const val& utf16_texts, bool by_sentencepiece, bool codepoints) const {
    return by_sentencepiece ? encode_with(sentencepiece_.get(), utf16_texts, codepoints)
                            : encode_with(tokenizer_.get(), utf16_texts, codepoints);
  }

  [[nodiscard]] val windows(const val& list, const val& options) const {
    const auto inputs = xlmr::js::inputs_of(list);
    const auto read = xlmr::js::read_options_of(options);
    const auto plan = xlmr::js::plan_of(options);
    const auto results =
        on_pool<xlmr::ModelInput>(inputs.size(), [&](size_t i) -> Result<xlmr::ModelInput> {
          const auto sentence = read_sentence(inputs[i], read);
          if (!sentence.ok()) return sentence.status();
          return recognizer_->prepare(sentence.value(), plan);
        });
    return objects_of(results, [](const auto& input) { return xlmr::js::input_object(input); });
  }

  [[nodiscard]] val decode(const val& list, const val& logits_list, const val& options) const {
    const auto inputs = xlmr::js::inputs_of(list);
    const auto logits = xlmr::js::logits_of(logits_list);
    const auto read = xlmr::js::read_options_of(options);
    const auto tag = xlmr::js::tag_options_of(options);
    const auto results = on_pool<Decoded>(inputs.size(), [&](size_t i) -> Result<Decoded> {
      auto sentence = read_sentence(inputs[i], read);
      if (!sentence.ok()) return sentence.status();
      auto own = tag;
      auto ranges =
          xlmr::js::ranges_of(read.offset_mapping, sentence.value().text, read.codepoints);
      if (!ranges.ok()) return ranges.status();
      own.offset_mapping = std::move(ranges).value();
      auto entities = recognizer_->decode(sentence.value(), logits[i], own);
      if (!entities.ok()) return entities.status();
      return Decoded{std::move(sentence.value().text), std::move(entities).value()};
    });
    return objects_of(results, [&](const Decoded& decoded) {
      return xlmr::js::records_object(decoded.text, decoded.entities, read.codepoints);
    });
  }

  [[nodiscard]] val word_windows(const val& list, const val& options) const {
    const auto inputs = xlmr::js::inputs_of(list);
    const auto read = xlmr::js::read_options_of(options);
    const auto plan = xlmr::js::plan_of(options);
    const auto results =
        on_pool<xlmr::ModelInput>(inputs.size(), [&](size_t i) -> Result<xlmr::ModelInput> {
          const auto pieces = read_words(inputs[i], read);
          if (!pieces.ok()) return pieces.status();
          const auto& ids = pieces.value().ids;
          const auto windows = xlmr::plan_windows(ids.size(), plan, max_tokens());
          if (!windows.ok()) return windows.status();
          return xlmr::make_input(ids, windows.value());
        });
    return objects_of(results, [](const auto& input) { return xlmr::js::input_object(input); });
  }

  [[nodiscard]] val word_tags(const val& list, const val& logits_list, const val& options) const {
    const auto inputs = xlmr::js::inputs_of(list);
    const auto logits = xlmr::js::logits_of(logits_list);
    const auto read = xlmr::js::read_options_of(options);
    const auto tag = xlmr::js::word_tag_options_of(options);
    const auto decoder = xlmr::js::decoder_of(options);
    const bool wants_spans = options["spans"].as<bool>();
    using Words = xlmr::js::TaggedWords;
    const auto results = on_pool<Words>(inputs.size(), [&](size_t i) -> Result<Words> {
      const auto pieces = read_words(inputs[i], read);
      if (!pieces.ok()) return pieces.status();
      const auto& config = recognizer_->config();
      auto tags = xlmr::tag_words(pieces.value(), logits[i], tag, config);
      if (!tags.ok()) return tags.status();
      Words words{std::move(tags).value(), {}};
      if (!wants_spans) return words;
      if (auto checked = xlmr::check_decoder(decoder, config.labels); !checked.ok()) return checked;
      words.spans = xlmr::spans_of(words.tags, config, decoder);
      return words;
    });
    return objects_of(results, [](const Words& words) { return xlmr::js::tags_object(words); });
  }

 private:
  template <typename T, typename Work>
  std::vector<Result<T>> on_pool(size_t count, const Work& work) const {
    std::vector<Result<T>> results(count, not_loaded("loadTokenizer() and loadConfig()"));
    if (recognizer_) pool_.for_each(count, [&](size_t i) { results[i] = work(i); });
    return results;
  }

  template <typename T, typename ToObject>
  static val objects_of(const std::vector<Result<T>>& results, const ToObject& to_object) {
    val objects = val::array();
    for (const auto& result : results) {
      objects.call<void>("push",
                         result.ok() ? to_object(result.value()) : result_object(result.status()));
    }
    return objects;
  }

  [[nodiscard]] Result<xlmr::Sentence> read_sentence(const Input& input,
                                                     const xlmr::js::ReadOptions& options) const {
    return input.is_words
               ? recognizer_->read_words(input.words, options.delimiter, options.alignment)
               : recognizer_->read(input.text, options.alignment);
  }

  [[nodiscard]] Result<xlmr::WordPieces> read_words(const Input& input,
                                                    const xlmr::js::ReadOptions& options) const {
    switch (options.words) {
      case xlmr::js::WordMode::hf:
        break;
      case xlmr::js::WordMode::tner:
        return xlmr::read_words_tner(*tokenizer_, input.words, options.delimiter);
      case xlmr::js::WordMode::sparknlp:
        if (!sentencepiece_) return not_loaded("loadSentencePiece()");
        return xlmr::read_words_sparknlp(*sentencepiece_, input.words);
    }
    return xlmr::read_words_hf(*tokenizer_, input.words);
  }

  template <typename Tokenizer>
  val encode_with(const Tokenizer* tokenizer, const val& utf16_texts, bool codepoints) const {
    const auto texts = xlmr::js::strings_of(utf16_texts);
    std::vector<Result<xlmr::Encoding>> encodings(texts.size(), not_loaded("loadTokenizer()"));
    if (tokenizer != nullptr) {
      pool_.for_each(texts.size(), [&](size_t i) { encodings[i] = tokenizer->encode(texts[i]); });
    }
    val objects = val::array();
    for (size_t i = 0; i < texts.size(); ++i) {
      const auto& encoding = encodings[i];
      objects.call<void>("push", encoding.ok()
                                     ? encoding_object(texts[i], encoding.value(), codepoints)
                                     : result_object(encoding.status()));
    }
    return objects;
  }

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
      .function("hasCrf", &JsRecognizer::has_crf)
      .function("maxTokens", &JsRecognizer::max_tokens)
      .function("pieces", &JsRecognizer::pieces)
      .function("encode", &JsRecognizer::encode)
      .function("windows", &JsRecognizer::windows)
      .function("decode", &JsRecognizer::decode)
      .function("wordWindows", &JsRecognizer::word_windows)
      .function("wordTags", &JsRecognizer::word_tags);
}
