// SPDX-License-Identifier: Apache-2.0
#include "ner/word_tags.h"

#include <algorithm>
#include <cstddef>

#include "ner/scores.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

uint32_t outside_label(const LabelMap& labels) {
  for (uint32_t id = 0; id < labels.size(); ++id) {
    if (labels[id].name == kOutside) return id;
  }
  return 0;
}

// The words that some window shows, and what the decoder needs of their first pieces.
struct Shown {
  std::vector<size_t> words;
  Units units;
};

// T-NER reads no word at the last place of a full window.
bool shows_end(const WordPieces& words, std::span<const Window> windows, uint32_t max_tokens) {
  if (windows.empty() || windows.back().pieces.end != words.ids.size()) return false;
  return windows.back().pieces.size() + kSpecialsPerSequence < max_tokens;
}

Shown shown_words(const WordPieces& words, const Logits& logits, std::span<const Window> windows,
                  uint32_t labels, uint32_t max_tokens) {
  const bool has_end = shows_end(words, windows, max_tokens);
  Shown shown{{}, {{}, Scores(labels)}};
  size_t window = 0;
  for (size_t word = 0; word < words.first.size(); ++word) {
    const uint32_t piece = words.first[word];
    if (piece == WordPieces::kNone) continue;
    if (piece == words.ids.size() && has_end) {
      window = windows.size() - 1;
    } else {
      while (window < windows.size() && piece >= windows[window].owned.end) ++window;
      if (window == windows.size()) break;
    }
    shown.words.push_back(word);
    shown.units.pieces.push_back({piece, piece + 1});
    shown.units.scores.add_softmax(logits.of_piece(window, piece));
  }
  return shown;
}

}  // namespace

Result<WordPieces> read_words_hf(const Tokenizer& tokenizer, std::span<const std::string> words) {
  const auto encoded = tokenizer.encode_words(words);
  XLMR_RETURN_IF_ERROR(encoded);
  const Encoding& encoding = encoded.value();
  WordPieces pieces{encoding.ids, std::vector<uint32_t>(words.size(), WordPieces::kNone)};
  for (uint32_t piece = 0; piece < encoding.ids.size(); ++piece) {
    uint32_t& first = pieces.first[encoding.words[piece]];
    first = std::min(first, piece);
  }
  return pieces;
}

Result<WordPieces> read_words_sparknlp(const SentencePieceTokenizer& tokenizer,
                                       std::span<const std::string> words) {
  WordPieces pieces;
  for (size_t word = 0; word < words.size(); ++word) {
    const auto encoded = tokenizer.encode(words[word]);
    if (!encoded.ok()) {
      return Status(encoded.status().code(),
                    concat("word ", word, ": ", encoded.status().message()));
    }
    const auto begin = static_cast<uint32_t>(pieces.ids.size());
    for (const int32_t id : encoded.value().ids) {
      if (tokenizer.piece(id) != kMeta) pieces.ids.push_back(id);
    }
    pieces.first.push_back(begin < pieces.ids.size() ? begin : WordPieces::kNone);
  }
  return pieces;
}

Result<WordPieces> read_words_tner(const Tokenizer& tokenizer, std::span<const std::string> words,
                                   std::string_view separator) {
  std::string text;
  std::vector<ByteRange> places;
  for (const std::string& word : words) {
    if (!places.empty()) text += separator;
    const auto begin = static_cast<uint32_t>(text.size());
    text += word;
    places.push_back({begin, static_cast<uint32_t>(text.size())});
  }
  auto encoded = tokenizer.encode(text, Alignment::exact);
  XLMR_RETURN_IF_ERROR(encoded);
  const auto& ranges = encoded.value().ranges;
  WordPieces pieces{std::move(encoded.value().ids), {}};
  uint32_t piece = 0;
  for (const ByteRange place : places) {
    while (piece < ranges.size() && ranges[piece].end <= place.begin) ++piece;
    const bool touches = piece < ranges.size() && ranges[piece].begin < place.end;
    pieces.first.push_back(touches ? piece : WordPieces::kNone);
  }
  return pieces;
}

Result<WordPieces> count_words_tner(const Tokenizer& tokenizer, std::span<const std::string> words,
                                    std::string_view separator) {
  auto joined = read_words_tner(tokenizer, words, separator);
  XLMR_RETURN_IF_ERROR(joined);
  WordPieces pieces = std::move(joined).value();
  uint32_t at = 0;
  for (size_t word = 0; word < words.size(); ++word) {
    const auto encoded = tokenizer.encode(words[word], Alignment::exact);
    XLMR_RETURN_IF_ERROR(encoded);
    pieces.first[word] = at;
    at += std::max<uint32_t>(1, static_cast<uint32_t>(encoded.value().ids.size()));
  }
  return pieces;
}

Result<std::vector<WordTag>> tag_words(const WordPieces& words, std::span<const float> values,
                                       const WordTagOptions& options, const ModelConfig& config) {
  const auto windows = plan_windows(words.ids.size(), options.windows, config.max_tokens);
  XLMR_RETURN_IF_ERROR(windows);
  const auto logits = Logits::of(values, windows.value(), config.labels.size());
  XLMR_RETURN_IF_ERROR(logits);
  const Shown shown = shown_words(words, logits.value(), windows.value(), config.labels.size(),
                                  options.windows.options.max_tokens);
  XLMR_RETURN_IF_ERROR(check_labelling(options.labelling, config));
  const auto labels =
      label_units(shown.units, logits.value(), options.labelling, config, config.scheme);

  std::vector<WordTag> tags;
  tags.reserve(words.first.size());
  const WordTag empty{.label = outside_label(config.labels)};
  for (const uint32_t first : words.first) {
    tags.push_back(empty);
    tags.back().is_cut = first != WordPieces::kNone;
  }
  const Scores& scores = shown.units.scores;
  for (size_t i = 0; i < shown.words.size(); ++i) {
    const uint32_t label = labels[i];
    tags[shown.words[i]] = {.label = label,
                            .score = scores[i][label],
                            .max_score = scores[i][scores.best(i)],
                            .labels = scores.top(i, options.top_k)};
  }
  return tags;
}

Result<std::vector<Span>> spans_of(std::span<const WordTag> tags, const ModelConfig& config,
                                   SpanDecoder decoder) {
  std::vector<uint32_t> labels;
  for (const WordTag& tag : tags) {
    if (tag.is_cut) break;
    labels.push_back(tag.label);
  }
  return decode_spans(labels, config.labels, decoder, config.scheme);
}

}  // namespace xlmr
