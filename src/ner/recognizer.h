// SPDX-License-Identifier: Apache-2.0
// Recognizer: the C++ API. The two halves of named-entity recognition around a model's forward
// pass: entities of a text, or one label for each given word.
//
// Invariant: prepare() and decode(), or tag(), of one input and one WindowPlan agree on the
// windows, so the second takes exactly the logits that a backend made of what the first gave.
//
//   Recognizer ner(tokenizer, config);
//   auto sentence = ner.read("Emma woont in Londen.");
//   auto input = ner.prepare(sentence.value(), options.windows);     // ids  [tokens]
//   auto logits = backend(input.value());                            //      [tokens, labels]
//   auto entities = ner.decode(sentence.value(), logits, options);
//
//   auto words = ner.read_word_pieces(given, WordMode::hf, " ", nullptr);
//   auto tags = ner.tag(words.value(), backend(ner.prepare(words.value(), plan).value()), {});
#ifndef XLMR_NER_RECOGNIZER_H_
#define XLMR_NER_RECOGNIZER_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ner/entity.h"
#include "ner/labelling.h"
#include "ner/model_config.h"
#include "ner/model_input.h"
#include "ner/records.h"
#include "ner/word_tags.h"
#include "text/tokenizer.h"

namespace xlmr {

/// A text and its pieces.
struct Sentence {
  std::string text;
  Encoding encoding;
};

struct TagOptions {
  WindowPlan windows = {};
  Labelling labelling = Labelling::argmax;
  std::optional<LabelScheme> scheme = std::nullopt;  ///< by default what the labels suggest
  RecordOptions records = {};
  /// Replaces the tokenizer's offsets: a range for each token of a window, `<s>` and `</s>` too.
  std::vector<ByteRange> offset_mapping = {};
};

class Recognizer {
 public:
  Recognizer(std::shared_ptr<const Tokenizer> tokenizer, std::shared_ptr<const ModelConfig> config);

  [[nodiscard]] const ModelConfig& config() const { return *config_; }
  /// Tokens of the longest window: what the model has positions for, or less if the tokenizer says
  /// so.
  [[nodiscard]] uint32_t max_tokens() const {
    return std::min(config_->max_tokens, tokenizer_->max_length());
  }
  [[nodiscard]] const Tokenizer& tokenizer() const { return *tokenizer_; }

  /// Errors: those of Tokenizer::encode.
  [[nodiscard]] Result<Sentence> read(std::string text,
                                      Alignment alignment = Alignment::exact) const;

  /// A sentence given as words: each is tokenized by itself, and the text is the words with
  /// `delimiter` between them. Errors: those of Tokenizer::encode_words; text_too_long.
  [[nodiscard]] Result<Sentence> read_words(std::span<const std::string> words,
                                            std::string_view delimiter,
                                            Alignment alignment = Alignment::exact) const;

  /// Errors: those of split_windows; windows longer than the model's; text_too_long for more than 2^25
  /// logits in all.
  [[nodiscard]] Result<ModelInput> prepare(const Sentence& sentence, const WindowPlan& plan) const;

  /// `logits` [sum of lengths, labels] row-major. Errors: those of prepare and decode_spans;
  /// logits of another size or not finite; an offset mapping that is too short; a labelling that
  /// the model has no transitions for.
  [[nodiscard]] Result<std::vector<Entity>> decode(const Sentence& sentence,
                                                   std::span<const float> logits,
                                                   const TagOptions& options) const;

  /// `library` is what mode sparknlp reads with; `separator` stands between the words in mode tner.
  /// Errors: those of read_words_hf and its kin; not_loaded without the library that is needed.
  [[nodiscard]] Result<WordPieces> read_word_pieces(std::span<const std::string> words,
                                                    WordMode mode, std::string_view separator,
                                                    const SentencePieceTokenizer* library) const;

  /// As for a sentence.
  [[nodiscard]] Result<ModelInput> prepare(const WordPieces& words, const WindowPlan& plan) const;

  /// One tag a word, and the spans that they make where `options.spans` says by which rules.
  /// Errors: those of tag_words and decode_spans.
  [[nodiscard]] Result<TaggedWords> tag(const WordPieces& words, std::span<const float> logits,
                                        const WordTagOptions& options) const;

 private:
  std::shared_ptr<const Tokenizer> tokenizer_;
  std::shared_ptr<const ModelConfig> config_;
};

}  // namespace xlmr

#endif  // XLMR_NER_RECOGNIZER_H_
