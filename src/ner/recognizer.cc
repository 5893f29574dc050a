// SPDX-License-Identifier: Apache-2.0
#include "ner/recognizer.h"

#include <algorithm>
#include <utility>

#include "ner/overlap.h"
#include "ner/words.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

/// Most logits of one text, which are in memory all at once: 128 MiB.
constexpr size_t kMaxLogits = size_t{1} << 25;

// Windows that overlap much have many times a text's tokens.
Status check_room(std::span<const Window> windows, uint32_t labels) {
  size_t tokens = 0;
  for (const Window& window : windows) tokens += window.pieces.size() + kSpecialsPerSequence;
  if (tokens * labels <= kMaxLogits) return {};
  return {StatusCode::text_too_long,
          expected("text", concat("windows of at most ", kMaxLogits / labels, " tokens"), tokens)};
}

// Decodes one sentence; the windows are planned, the logits are checked.
class Decoding {
 public:
  Decoding(const Recognizer& recognizer, const Sentence& sentence, const Logits& logits,
           std::span<const Window> windows, const TagOptions& options)
      : recognizer_(recognizer),
        sentence_(sentence),
        logits_(logits),
        windows_(windows),
        options_(options) {}

  [[nodiscard]] Result<std::vector<Entity>> run() const {
    const bool is_one_by_one = options_.windows.windowing == Windowing::overlapping;
    if (!is_one_by_one) {
      Pieces all = no_pieces(sentence_.encoding.ids.size());
      for (size_t window = 0; window < windows_.size(); ++window) {
        // Places are counted through all windows, as in the text's ids without windows.
        XLMR_RETURN_IF_ERROR(add_owned(window, /*origin=*/0, all));
      }
      return records_of(std::move(all));
    }
    std::vector<Entity> entities;
    for (size_t window = 0; window < windows_.size(); ++window) {
      Pieces own = no_pieces(windows_[window].owned.size());
      const uint32_t origin = windows_[window].pieces.begin;
      XLMR_RETURN_IF_ERROR(add_owned(window, origin, own));
      auto records = records_of(std::move(own));
      XLMR_RETURN_IF_ERROR(records);
      for (Entity& entity : records.value()) entities.push_back(std::move(entity));
    }
    if (windows_.size() < 2) return entities;
    return merge_overlapping(sentence_.text, std::move(entities));
  }

 private:
  [[nodiscard]] const LabelMap& map() const { return recognizer_.config().labels; }
  [[nodiscard]] Pieces no_pieces(size_t room) const {
    Pieces pieces{{}, Scores(map().size()), {}};
    pieces.places.reserve(room);
    pieces.ids.reserve(room);
    pieces.scores.reserve(room);
    return pieces;
  }

  [[nodiscard]] Status add_owned(size_t window, uint32_t origin, Pieces& pieces) const {
    const TokenRange owned = windows_[window].owned;
    for (uint32_t piece = owned.begin; piece < owned.end; ++piece) {
      const uint32_t index = piece - origin + 1;  // 1 for <s>
      ByteRange range = sentence_.encoding.ranges[piece];
      if (!options_.offset_mapping.empty()) {
        if (index >= options_.offset_mapping.size()) {
          return invalid_argument(
              expected("offset_mapping", "an entry for each token, <s> and </s> included",
                       concat(options_.offset_mapping.size(), " for at least ", index + 2)));
        }
        range = options_.offset_mapping[index];
      }
      const int32_t id = sentence_.encoding.ids[piece];
      const std::string_view text = sentence_.text;
      pieces.places.push_back({.range = range,
                               .index = static_cast<int32_t>(index),
                               .text = id == kUnkId ? text.substr(range.begin, range.size())
                                                    : recognizer_.tokenizer().piece(id)});
      pieces.ids.push_back(id);
      pieces.scores.add_softmax(logits_.of_piece(window, piece));
    }
    return {};
  }

  void mark_words(Pieces& pieces) const {
    std::vector<ByteRange> ranges;
    ranges.reserve(pieces.places.size());
    for (const PiecePlace& place : pieces.places) ranges.push_back(place.range);
    const auto starts = options_.records.compat_hf
                            ? hf_word_starts(sentence_.text, ranges, pieces.ids)
                            : word_starts(sentence_.text, ranges);
    for (size_t i = 0; i < starts.size(); ++i) pieces.places[i].starts_word = starts[i];
  }

  [[nodiscard]] Result<std::vector<Entity>> records_of(Pieces pieces) const {
    if (labels_words(options_.records.strategy)) mark_words(pieces);
    const Units units = aggregate(pieces, options_.records.strategy);
    const ModelConfig& config = recognizer_.config();
    const LabelScheme scheme = options_.scheme.value_or(config.scheme);
    const auto labels = label_units(units, logits_, options_.labelling, config, scheme);
    return make_records(pieces, units, labels, map(), scheme, options_.records);
  }

  const Recognizer& recognizer_;
  const Sentence& sentence_;
  const Logits& logits_;
  std::span<const Window> windows_;
  const TagOptions& options_;
};

}  // namespace

Recognizer::Recognizer(std::shared_ptr<const Tokenizer> tokenizer,
                       std::shared_ptr<const ModelConfig> config)
    : tokenizer_(std::move(tokenizer)), config_(std::move(config)) {}

Result<Sentence> Recognizer::read(std::string text, Alignment alignment) const {
  auto encoding = tokenizer_->encode(text, alignment);
  XLMR_RETURN_IF_ERROR(encoding);
  return Sentence{std::move(text), std::move(encoding).value()};
}

Result<Sentence> Recognizer::read_words(std::span<const std::string> words,
                                        std::string_view delimiter, Alignment alignment) const {
  std::string text;
  std::vector<uint32_t> begins;
  for (const std::string& word : words) {
    if (!begins.empty()) text += delimiter;
    begins.push_back(static_cast<uint32_t>(text.size()));
    text += word;
  }
  XLMR_RETURN_IF_ERROR(check_text(text));
  auto encoded = tokenizer_->encode_words(words, alignment);
  XLMR_RETURN_IF_ERROR(encoded);
  Encoding encoding = std::move(encoded).value();
  for (size_t piece = 0; piece < encoding.ids.size(); ++piece) {
    const uint32_t shift = begins[encoding.words[piece]];
    encoding.ranges[piece].begin += shift;
    encoding.ranges[piece].end += shift;
  }
  return Sentence{std::move(text), std::move(encoding)};
}

Result<ModelInput> Recognizer::prepare(const Sentence& sentence, const WindowPlan& plan) const {
  const auto& ids = sentence.encoding.ids;
  const auto windows = plan_windows(ids.size(), plan, config_->max_tokens);
  XLMR_RETURN_IF_ERROR(windows);
  XLMR_RETURN_IF_ERROR(check_room(windows.value(), config_->labels.size()));
  return make_input(ids, windows.value());
}

Result<std::vector<Entity>> Recognizer::decode(const Sentence& sentence,
                                               std::span<const float> values,
                                               const TagOptions& options) const {
  XLMR_RETURN_IF_ERROR(check_labelling(options.labelling, *config_));
  const auto windows =
      plan_windows(sentence.encoding.ids.size(), options.windows, config_->max_tokens);
  XLMR_RETURN_IF_ERROR(windows);
  const auto logits = Logits::of(values, windows.value(), config_->labels.size());
  XLMR_RETURN_IF_ERROR(logits);
  return Decoding(*this, sentence, logits.value(), windows.value(), options).run();
}

Result<WordPieces> Recognizer::read_word_pieces(std::span<const std::string> words, WordMode mode,
                                                std::string_view separator,
                                                const SentencePieceTokenizer* library) const {
  switch (mode) {
    case WordMode::hf:
      break;
    case WordMode::tner:
      return read_words_tner(*tokenizer_, words, separator);
    case WordMode::tner_counted:
      return count_words_tner(*tokenizer_, words, separator);
    case WordMode::sparknlp:
      if (library == nullptr) {
        return Status(StatusCode::not_loaded, "expected loadSentencePiece() first");
      }
      return read_words_sparknlp(*library, words);
  }
  return read_words_hf(*tokenizer_, words);
}

Result<ModelInput> Recognizer::prepare(const WordPieces& words, const WindowPlan& plan) const {
  const auto windows = plan_windows(words.ids.size(), plan, config_->max_tokens);
  XLMR_RETURN_IF_ERROR(windows);
  XLMR_RETURN_IF_ERROR(check_room(windows.value(), config_->labels.size()));
  return make_input(words.ids, windows.value());
}

Result<TaggedWords> Recognizer::tag(const WordPieces& words, std::span<const float> values,
                                    const WordTagOptions& options) const {
  auto tags = tag_words(words, values, options, *config_);
  XLMR_RETURN_IF_ERROR(tags);
  TaggedWords tagged{std::move(tags).value(), {}};
  if (!options.spans) return tagged;
  auto spans = spans_of(tagged.tags, *config_, *options.spans);
  XLMR_RETURN_IF_ERROR(spans);
  tagged.spans = std::move(spans).value();
  return tagged;
}

}  // namespace xlmr
