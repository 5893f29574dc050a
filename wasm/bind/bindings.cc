// SPDX-License-Identifier: Apache-2.0
// The Embind boundary: one class for the stateful thing, plain values for results, no exceptions.
//
// Invariant: nothing that crosses needs to be freed but the Recognizer itself; arrays are copies,
// so a growing memory cannot detach them. Text crosses as UTF-16, where a lone surrogate is
// harmless. JavaScript's values are touched by the calling thread alone: what the pool works on is
// copied before and turned into objects after. wasm/js/core/core.ts holds the matching TypeScript types.
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
#include "bind/checkpoint_parts.h"
#include "bind/converter.h"
#include "bind/encodings.h"
#include "bind/engine.h"
#include "bind/memory.h"
#include "bind/tagger.h"
#include "bind/values.h"
#include "ner/recognizer.h"

namespace {

using emscripten::val;
using xlmr::js::bytes_of;
using xlmr::js::encodings_object;
using xlmr::js::JsStatus;
using xlmr::js::not_loaded;
using xlmr::js::pieces_object;
using xlmr::js::result_object;
using xlmr::js::to_js;

class JsRecognizer {
 public:
  JsRecognizer() { xlmr::js::report_full_memory(); }

  /// The caller's included; workers for the others must be waiting.
  void use_threads(int threads) { pool_.resize(static_cast<size_t>(std::max(threads, 1))); }

  JsStatus load_tokenizer(const val& model, const val& config) {
    auto loaded = xlmr::Tokenizer::load(bytes_of(model), bytes_of(config));
    if (!loaded.ok()) return to_js(loaded.status());
    tokenizer_ = std::make_shared<const xlmr::Tokenizer>(std::move(loaded).value());
    return to_js({});
  }

  JsStatus load_sentencepiece(const val& model) {
    auto loaded = xlmr::SentencePieceTokenizer::load(bytes_of(model));
    if (!loaded.ok()) return to_js(loaded.status());
    sentencepiece_ = std::make_unique<xlmr::SentencePieceTokenizer>(std::move(loaded).value());
    return to_js({});
  }

  JsStatus load_config(const std::string& json) {
    if (!tokenizer_) return to_js(not_loaded("loadTokenizer()"));
    auto config = xlmr::ModelConfig::parse(json);
    if (!config.ok()) return to_js(config.status());
    recognizer_.emplace(tokenizer_, std::move(config).value());
    return to_js({});
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

  [[nodiscard]] uint32_t max_tokens() const { return recognizer_ ? recognizer_->max_tokens() : 0; }

  [[nodiscard]] val pieces(const val& ids) const {
    return tokenizer_ ? pieces_object(*tokenizer_, ids) : result_object(not_loaded("a tokenizer"));
  }

  [[nodiscard]] val encode(const val& joined, const val& lengths, bool by_sentencepiece,
                           bool codepoints) const {
    const bool loaded = by_sentencepiece ? sentencepiece_ != nullptr : tokenizer_ != nullptr;
    if (!loaded) return result_object(not_loaded("a tokenizer"));
    return by_sentencepiece ? encodings_object(*sentencepiece_, joined, lengths, codepoints, pool_)
                            : encodings_object(*tokenizer_, joined, lengths, codepoints, pool_);
  }

  val open_parts(const val& index, const std::string& suffix) { return parts_.open(index, suffix); }
  void add_part(double file_size) { parts_.add(file_size); }
  [[nodiscard]] val wanted_of_part() const { return parts_.wants(); }
  JsStatus give_part(const val& bytes) { return parts_.give(bytes); }
  val finish_parts() { return parts_.finish(); }

  val weights_header_size(const val& first, double file_size) const {
    return xlmr::js::header_size(first, file_size);
  }
  [[nodiscard]] JsStatus check_weights(const val& header, double file_size,
                                       const std::string& config, uint32_t labels) const {
    return xlmr::js::Engine::check(header, file_size, config, labels);
  }
  JsStatus open_weights(const val& header, double file_size, const std::string& config,
                        uint32_t labels, const std::string& precision) {
    return engine_.open(header, file_size, config, labels, precision);
  }
  val wanted_weights() { return engine_.wants(); }
  JsStatus give_weights(const val& bytes) { return engine_.give(bytes); }
  val forward(const val& ids, const val& lengths) { return engine_.forward(ids, lengths); }
  [[nodiscard]] std::string kernel() const { return engine_.kernel(); }

  val open_conversion(const val& header, double file_size, const std::string& config,
                      const std::string& dtype, const std::string& source_sha256) {
    return converter_.open(header, file_size, config, dtype, source_sha256);
  }
  val wanted_for_conversion() { return converter_.wants(); }
  val convert(const val& bytes) { return converter_.give(bytes); }

  [[nodiscard]] val windows(const val& inputs, const val& options) const {
    return tagger().windows(inputs, options);
  }
  [[nodiscard]] val decode(const val& inputs, const val& logits, const val& options) const {
    return tagger().decode(inputs, logits, options);
  }
  [[nodiscard]] val word_windows(const val& lists, const val& options) const {
    return tagger().word_windows(lists, options);
  }
  [[nodiscard]] val word_tags(const val& lists, const val& logits, const val& options) const {
    return tagger().word_tags(lists, logits, options);
  }

 private:
  [[nodiscard]] xlmr::js::Tagger tagger() const {
    return {recognizer_ ? &*recognizer_ : nullptr, sentencepiece_.get(), pool_};
  }

  xlmr::ThreadPool pool_{1};
  std::shared_ptr<const xlmr::Tokenizer> tokenizer_;
  std::unique_ptr<const xlmr::SentencePieceTokenizer> sentencepiece_;
  std::optional<xlmr::Recognizer> recognizer_;
  xlmr::js::CheckpointParts parts_;
  xlmr::js::Engine engine_{pool_};
  xlmr::js::Converter converter_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(xlmr_ner) {
  emscripten::value_object<JsStatus>("Status")
      .field("code", &JsStatus::code)
      .field("message", &JsStatus::message);

  emscripten::class_<JsRecognizer>("Recognizer")
      .constructor<>()
      .function("useThreads", &JsRecognizer::use_threads)
      .function("loadTokenizer", &JsRecognizer::load_tokenizer)
      .function("loadSentencePiece", &JsRecognizer::load_sentencepiece)
      .function("loadConfig", &JsRecognizer::load_config)
      .function("labels", &JsRecognizer::labels)
      .function("hasCrf", &JsRecognizer::has_crf)
      .function("maxTokens", &JsRecognizer::max_tokens)
      .function("pieces", &JsRecognizer::pieces)
      .function("encode", &JsRecognizer::encode)
      .function("openParts", &JsRecognizer::open_parts)
      .function("addPart", &JsRecognizer::add_part)
      .function("wantedOfPart", &JsRecognizer::wanted_of_part)
      .function("givePart", &JsRecognizer::give_part)
      .function("finishParts", &JsRecognizer::finish_parts)
      .function("weightsHeaderSize", &JsRecognizer::weights_header_size)
      .function("checkWeights", &JsRecognizer::check_weights)
      .function("openWeights", &JsRecognizer::open_weights)
      .function("wantedWeights", &JsRecognizer::wanted_weights)
      .function("giveWeights", &JsRecognizer::give_weights)
      .function("forward", &JsRecognizer::forward)
      .function("kernel", &JsRecognizer::kernel)
      .function("openConversion", &JsRecognizer::open_conversion)
      .function("wantedForConversion", &JsRecognizer::wanted_for_conversion)
      .function("convert", &JsRecognizer::convert)
      .function("windows", &JsRecognizer::windows)
      .function("decode", &JsRecognizer::decode)
      .function("wordWindows", &JsRecognizer::word_windows)
      .function("wordTags", &JsRecognizer::word_tags);
}
