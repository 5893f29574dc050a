// SPDX-License-Identifier: Apache-2.0
// Tagger: both halves of tagging, before and after a model, for lists of inputs, on a thread pool.
//
// Invariant: JavaScript's values are touched by the calling thread alone: what the pool works on is
// copied before, and turned into objects after. Each input has a result of its own, with a status.
//
//   tagger.windows(["Emma woont"], options)           ->  [{status, ids, lengths, cut}]
//   tagger.decode(["Emma woont"], [logits], options)  ->  [{status, names, scores, ...}]
#ifndef XLMR_WASM_BIND_TAGGER_H_
#define XLMR_WASM_BIND_TAGGER_H_

#include <emscripten/val.h>

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/thread_pool.h"
#include "bind/inputs.h"
#include "bind/results.h"
#include "bind/values.h"
#include "ner/recognizer.h"
#include "ner/word_tags.h"
#include "text/sentencepiece_tokenizer.h"

namespace xlmr::js {

class Tagger {
 public:
  /// Without a recognizer every result is `not_loaded`; without the library those of its mode are.
  Tagger(const Recognizer* recognizer, const SentencePieceTokenizer* sentencepiece,
         const ThreadPool& pool)
      : recognizer_(recognizer), sentencepiece_(sentencepiece), pool_(pool) {}

  [[nodiscard]] val windows(const val& list, const val& options) const {
    const auto inputs = inputs_of(list);
    const auto read = read_options_of(options);
    const auto plan = plan_of(options);
    const auto results = on_pool<ModelInput>(inputs.size(), [&](size_t i) -> Result<ModelInput> {
      const auto sentence = read_sentence(inputs[i], read);
      XLMR_RETURN_IF_ERROR(sentence);
      return recognizer_->prepare(sentence.value(), plan);
    });
    return objects_of(results, [](const auto& input) { return input_object(input); });
  }

  [[nodiscard]] val decode(const val& list, const val& logits_list, const val& options) const {
    const auto inputs = inputs_of(list);
    const auto logits = logits_of(logits_list);
    const auto read = read_options_of(options);
    const auto tag = tag_options_of(options);
    const auto results = on_pool<Decoded>(inputs.size(), [&](size_t i) -> Result<Decoded> {
      auto sentence = read_sentence(inputs[i], read);
      XLMR_RETURN_IF_ERROR(sentence);
      auto own = tag;
      auto ranges = ranges_of(read.offset_mapping, sentence.value().text, read.codepoints);
      XLMR_RETURN_IF_ERROR(ranges);
      own.offset_mapping = std::move(ranges).value();
      auto entities = recognizer_->decode(sentence.value(), logits[i], own);
      XLMR_RETURN_IF_ERROR(entities);
      return Decoded{std::move(sentence.value().text), std::move(entities).value()};
    });
    return objects_of(results, [&](const Decoded& decoded) {
      return records_object(decoded.text, decoded.entities, read.codepoints);
    });
  }

  [[nodiscard]] val word_windows(const val& list, const val& options) const {
    const auto inputs = inputs_of(list);
    const auto read = read_options_of(options);
    const auto plan = plan_of(options);
    const auto results = on_pool<ModelInput>(inputs.size(), [&](size_t i) -> Result<ModelInput> {
      const auto pieces = read_words(inputs[i], read);
      XLMR_RETURN_IF_ERROR(pieces);
      const auto& ids = pieces.value().ids;
      const auto windows = plan_windows(ids.size(), plan, recognizer_->config().max_tokens);
      XLMR_RETURN_IF_ERROR(windows);
      return make_input(ids, windows.value());
    });
    return objects_of(results, [](const auto& input) { return input_object(input); });
  }

  [[nodiscard]] val word_tags(const val& list, const val& logits_list, const val& options) const {
    const auto inputs = inputs_of(list);
    const auto logits = logits_of(logits_list);
    const auto read = read_options_of(options);
    const auto tag = word_tag_options_of(options);
    const auto decoder = decoder_of(options);
    const bool wants_spans = options["spans"].as<bool>();
    using Words = TaggedWords;
    const auto results = on_pool<Words>(inputs.size(), [&](size_t i) -> Result<Words> {
      const auto pieces = read_words(inputs[i], read);
      XLMR_RETURN_IF_ERROR(pieces);
      const auto& config = recognizer_->config();
      auto tags = tag_words(pieces.value(), logits[i], tag, config);
      XLMR_RETURN_IF_ERROR(tags);
      Words words{std::move(tags).value(), {}};
      if (!wants_spans) return words;
      if (auto checked = check_decoder(decoder, config.labels); !checked.ok()) return checked;
      words.spans = spans_of(words.tags, config, decoder);
      return words;
    });
    return objects_of(results, [](const Words& words) { return tags_object(words); });
  }

 private:
  struct Decoded {
    std::string text;
    std::vector<Entity> entities;
  };

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

  [[nodiscard]] Result<Sentence> read_sentence(const Input& input,
                                               const ReadOptions& options) const {
    return input.is_words
               ? recognizer_->read_words(input.words, options.delimiter, options.alignment)
               : recognizer_->read(input.text, options.alignment);
  }

  [[nodiscard]] Result<WordPieces> read_words(const Input& input,
                                              const ReadOptions& options) const {
    switch (options.words) {
      case WordMode::hf:
        break;
      case WordMode::tner:
        return read_words_tner(recognizer_->tokenizer(), input.words, options.delimiter);
      case WordMode::sparknlp:
        if (!sentencepiece_) return not_loaded("loadSentencePiece()");
        return read_words_sparknlp(*sentencepiece_, input.words);
    }
    return read_words_hf(recognizer_->tokenizer(), input.words);
  }

  const Recognizer* recognizer_;
  const SentencePieceTokenizer* sentencepiece_;
  const ThreadPool& pool_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_TAGGER_H_
