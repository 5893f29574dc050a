// SPDX-License-Identifier: Apache-2.0
// Both halves of tagging, before and after a model, for lists of inputs, on a thread pool.
//
// Invariant: JavaScript's values are touched by the calling thread alone: what the pool works on is
// copied before, and turned into objects after. Each input has a result of its own, with a status.
//
//   windows(loaded, ["Emma woont"], options)           ->  [{status, ids, lengths, cut}]
//   decode(loaded, ["Emma woont"], [logits], options)  ->  [{status, names, scores, ...}]
#ifndef XLMR_WASM_BIND_TAGGING_H_
#define XLMR_WASM_BIND_TAGGING_H_

#include <emscripten/val.h>

#include <string>
#include <utility>
#include <vector>

#include "base/concat.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "bind/inputs.h"
#include "bind/options.h"
#include "bind/results.h"
#include "bind/values.h"
#include "ner/offset_mapping.h"
#include "ner/recognizer.h"
#include "text/sentencepiece_tokenizer.h"

namespace xlmr::js {

/// The first error of what a call is made with: its options, and logits for each input.
inline Status check_call(const Status& read, const Status& options, size_t inputs, size_t logits) {
  XLMR_RETURN_IF_ERROR(read);
  XLMR_RETURN_IF_ERROR(options);
  if (inputs == logits) return {};
  return invalid_argument(expected("logits", concat("those of ", inputs, " inputs"), logits));
}

/// What is loaded; without tokenizers, or a configuration, there is no recognizer.
struct Loaded {
  const TokenizerSet* tokenizers;
  std::shared_ptr<const ModelConfig> config;
  const SentencePieceTokenizer* sentencepiece;
  const ThreadPool& pool;

  /// Errors: not_loaded; those of TokenizerSet::get.
  [[nodiscard]] Result<Recognizer> recognizer(Compat compat) const {
    if (config == nullptr) return not_loaded("loadTokenizer() and loadConfig()");
    auto tokenizer = tokenizers->get(compat);
    XLMR_RETURN_IF_ERROR(tokenizer);
    return Recognizer(std::move(tokenizer).value(), config);
  }
};

/// `work(recognizer, i)` of each of `count` inputs; where the call or what is loaded is in error,
/// that for each.
template <typename T, typename Work>
std::vector<Result<T>> on_pool(const Loaded& loaded, size_t count, const Status& call,
                               Compat compat, const Work& work) {
  if (!call.ok()) return std::vector<Result<T>>(count, call);
  const auto recognizer = loaded.recognizer(compat);
  if (!recognizer.ok()) return std::vector<Result<T>>(count, recognizer.status());
  std::vector<Result<T>> results(count, Status(StatusCode::internal, "not worked on"));
  loaded.pool.for_each(count, [&](size_t i) { results[i] = work(recognizer.value(), i); });
  return results;
}

/// That of options which may not have been read.
inline Compat compat_of(const Result<InputOptions>& options) {
  return options.ok() ? options.value().compat : Compat::none;
}

template <typename T, typename ToObject>
val objects_of(const std::vector<Result<T>>& results, const ToObject& to_object) {
  const val objects = val::array();
  for (const auto& result : results) {
    objects.call<void>("push",
                       result.ok() ? to_object(result.value()) : result_object(result.status()));
  }
  return objects;
}

inline Result<Sentence> read_sentence(const Recognizer& recognizer, const Input& input,
                                      const InputOptions& options) {
  return input.is_words ? recognizer.read_words(input.words, options.delimiter, options.alignment())
                        : recognizer.read(input.text, options.alignment());
}

inline val windows(const Loaded& loaded, const val& list, const val& options) {
  const auto inputs = inputs_of(list);
  const auto read = input_options(options);
  const auto results = on_pool<ModelInput>(
      loaded, inputs.size(), read.status(), compat_of(read),
      [&](const Recognizer& recognizer, size_t i) -> Result<ModelInput> {
        const auto sentence = read_sentence(recognizer, inputs[i], read.value());
        XLMR_RETURN_IF_ERROR(sentence);
        return recognizer.prepare(sentence.value(), read.value().windows);
      });
  return objects_of(results, [](const auto& input) { return input_object(input); });
}

struct DecodedText {
  std::string text;
  std::vector<Entity> entities;
};

inline Result<DecodedText> decode_input(const Recognizer& recognizer, const Input& input,
                                        std::span<const float> logits, const InputOptions& read,
                                        TagOptions tag) {
  auto sentence = read_sentence(recognizer, input, read);
  XLMR_RETURN_IF_ERROR(sentence);
  auto ranges = byte_ranges(read.offset_mapping, read.unit, sentence.value().text);
  XLMR_RETURN_IF_ERROR(ranges);
  tag.offset_mapping = std::move(ranges).value();
  auto entities = recognizer.decode(sentence.value(), logits, tag);
  XLMR_RETURN_IF_ERROR(entities);
  return DecodedText{std::move(sentence.value().text), std::move(entities).value()};
}

inline val decode(const Loaded& loaded, const val& list, const val& logits_list,
                  const val& options) {
  const auto inputs = inputs_of(list);
  const auto logits = logits_of(logits_list);
  const auto read = input_options(options);
  const auto tag = tag_options(options);
  const auto results = on_pool<DecodedText>(
      loaded, inputs.size(), check_call(read.status(), tag.status(), inputs.size(), logits.size()),
      compat_of(read), [&](const Recognizer& recognizer, size_t i) {
        return decode_input(recognizer, inputs[i], logits[i], read.value(), tag.value());
      });
  return objects_of(results, [&](const DecodedText& decoded) {
    return records_object(decoded.text, decoded.entities, read.value().unit);
  });
}

inline Result<WordPieces> read_word_pieces(const Recognizer& recognizer, const Input& input,
                                           const InputOptions& options,
                                           const SentencePieceTokenizer* library) {
  return recognizer.read_word_pieces(input.words, options.mode, options.delimiter, library);
}

inline val word_windows(const Loaded& loaded, const val& list, const val& options) {
  const auto inputs = inputs_of(list);
  const auto read = input_options(options);
  const auto results =
      on_pool<ModelInput>(loaded, inputs.size(), read.status(), compat_of(read),
                          [&](const Recognizer& recognizer, size_t i) -> Result<ModelInput> {
                            const auto pieces = read_word_pieces(
                                recognizer, inputs[i], read.value(), loaded.sentencepiece);
                            XLMR_RETURN_IF_ERROR(pieces);
                            return recognizer.prepare(pieces.value(), read.value().windows);
                          });
  return objects_of(results, [](const auto& input) { return input_object(input); });
}

inline val word_tags(const Loaded& loaded, const val& list, const val& logits_list,
                     const val& options) {
  const auto inputs = inputs_of(list);
  const auto logits = logits_of(logits_list);
  const auto read = input_options(options);
  const auto tag = word_tag_options(options);
  const auto results = on_pool<TaggedWords>(
      loaded, inputs.size(), check_call(read.status(), tag.status(), inputs.size(), logits.size()),
      compat_of(read), [&](const Recognizer& recognizer, size_t i) -> Result<TaggedWords> {
        const auto pieces =
            read_word_pieces(recognizer, inputs[i], read.value(), loaded.sentencepiece);
        XLMR_RETURN_IF_ERROR(pieces);
        return recognizer.tag(pieces.value(), logits[i], tag.value());
      });
  return objects_of(results, [](const auto& words) { return tags_object(words); });
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_TAGGING_H_
