// SPDX-License-Identifier: Apache-2.0
// Word tags: one label for each given word, from its first piece, as three systems do it.
//
// Invariant: a tag a word, in order, also for a word that has no piece (outside, score 0).
//
//   words  鈴木 は      hf        ▁ 鈴木 ▁は       each word by itself; a ▁ alone is a first piece
//                     sparknlp  鈴木 ▁は         by the SentencePiece library, and such a ▁ dropped
//                     tner      ▁ 鈴木 ▁は       the words joined by a separator, as one text
//
// Sources: transformers tokenize_and_align_labels (hf); Spark NLP XlmRoBertaClassification.scala
// (sparknlp); T-NER 0.2.4 ner_tokenizer.py (tner), which finds first pieces by counting the pieces of
// each word alone, and counts a word without pieces as one. `tner` takes the first piece that touches
// the word: the same wherever that count is right. `tner_counted` counts as T-NER does.
#ifndef XLMR_NER_WORD_TAGS_H_
#define XLMR_NER_WORD_TAGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ner/labelling.h"
#include "ner/model_config.h"
#include "ner/model_input.h"
#include "ner/scores.h"
#include "ner/span_decoder.h"
#include "text/sentencepiece_tokenizer.h"
#include "text/tokenizer.h"

namespace xlmr {

/// Whose way of finding the pieces of words it is.
enum class WordMode { hf, tner, tner_counted, sparknlp };

struct WordPieces {
  static constexpr uint32_t kNone = UINT32_MAX;

  std::vector<int32_t> ids;
  /// The first piece of each word, or kNone. Where pieces are counted a word may be at the place of
  /// `</s>`, which is `ids.size()`, or behind it.
  std::vector<uint32_t> first;
};

/// Errors of all: those of check_text; they name the word where each is read by itself.
[[nodiscard]] Result<WordPieces> read_words_hf(const Tokenizer& tokenizer,
                                               std::span<const std::string> words);
[[nodiscard]] Result<WordPieces> read_words_sparknlp(const SentencePieceTokenizer& tokenizer,
                                                     std::span<const std::string> words);
[[nodiscard]] Result<WordPieces> read_words_tner(const Tokenizer& tokenizer,
                                                 std::span<const std::string> words,
                                                 std::string_view separator);
[[nodiscard]] Result<WordPieces> count_words_tner(const Tokenizer& tokenizer,
                                                  std::span<const std::string> words,
                                                  std::string_view separator);

struct WordTag {
  uint32_t label = 0;
  float score = 0;      ///< the label's probability
  float max_score = 0;  ///< the best label's, which a CRF need not have chosen
  bool is_cut = false;  ///< it is past the end of a truncated window: there is no label
  std::vector<LabelScore> labels = {};  ///< the best of all labels, best first, if asked for
};

struct WordTagOptions {
  WindowPlan windows = {};
  Labelling labelling = Labelling::argmax;
  uint32_t top_k = 0;                               ///< how many labels each tag lists
  std::optional<SpanDecoder> spans = std::nullopt;  ///< by whose rules tags make spans, if wanted
};

struct TaggedWords {
  std::vector<WordTag> tags;
  std::vector<Span> spans;
};

/// `values` are the logits of what make_input() made of the pieces. Errors: those of plan_windows,
/// Logits::of and check_labelling.
[[nodiscard]] Result<std::vector<WordTag>> tag_words(const WordPieces& words,
                                                     std::span<const float> values,
                                                     const WordTagOptions& options,
                                                     const ModelConfig& config);

/// The spans that the tags before the cut make. Errors: those of decode_spans.
[[nodiscard]] Result<std::vector<Span>> spans_of(std::span<const WordTag> tags,
                                                 const ModelConfig& config, SpanDecoder decoder);

}  // namespace xlmr

#endif  // XLMR_NER_WORD_TAGS_H_
