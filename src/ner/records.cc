// SPDX-License-Identifier: Apache-2.0
#include "ner/records.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "ner/detokenize.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

class RecordMaker {
 public:
  RecordMaker(const Pieces& pieces, const Units& units, std::span<const uint32_t> labels,
              const LabelMap& map, const RecordOptions& options)
      : pieces_(pieces), units_(units), labels_(labels), map_(map), options_(options) {}

  [[nodiscard]] Entity of_unit(uint32_t unit) const {
    const PiecePlace& place = pieces_.places[units_.pieces[unit].begin];
    return finish({.name = map_[labels_[unit]].name,
                   .label = labels_[unit],
                   .score = score_of(unit),
                   .index = place.index,
                   .range = place.range,
                   .word = std::string(place.text)},
                  {unit, unit + 1});
  }

  [[nodiscard]] Entity of_span(const Span& span) const {
    double sum = 0;
    for (uint32_t unit = span.units.begin; unit < span.units.end; ++unit) sum += score_of(unit);
    const TokenRange pieces{units_.pieces[span.units.begin].begin,
                            units_.pieces[span.units.end - 1].end};
    return finish({.name = std::string(span.type),
                   .label = labels_[span.units.begin],
                   .score = static_cast<float>(sum / span.units.size()),
                   .range = {pieces_.places[pieces.begin].range.begin, end_of(pieces)},
                   .word = options_.compat_hf ? hf_word(span.units) : word_of(pieces)},
                  span.units);
  }

 private:
  [[nodiscard]] float score_of(uint32_t unit) const { return units_.scores[unit][labels_[unit]]; }

  [[nodiscard]] Entity finish(Entity entity, TokenRange units) const {
    if (options_.top_k > 0) {
      Scores mean(units_.scores.labels());
      mean.add_mean(units_.scores, units.begin, units.end);
      entity.labels = mean.top(0, options_.top_k);
    }
    return entity;
  }

  // A lone ▁ covers the first character of the word it announces. Where that word is not part of
  // the entity, neither is the character.
  [[nodiscard]] uint32_t end_of(TokenRange pieces) const {
    uint32_t last = pieces.end - 1;
    if (!options_.compat_hf) {
      while (last > pieces.begin && pieces_.places[last].text == kMeta) --last;
    }
    return pieces_.places[last].range.end;
  }

  [[nodiscard]] std::string word_of(TokenRange pieces) const {
    std::vector<std::string_view> texts;
    for (uint32_t piece = pieces.begin; piece < pieces.end; ++piece) {
      texts.push_back(pieces_.places[piece].text);
    }
    return detokenize(texts);
  }

  // There, words are detokenized one by one and then together, as if they were pieces.
  [[nodiscard]] std::string hf_word(TokenRange units) const {
    const bool by_word = labels_words(options_.strategy);
    std::vector<std::string> words;
    std::vector<std::string_view> texts;
    for (uint32_t unit = units.begin; unit < units.end; ++unit) {
      const TokenRange pieces = units_.pieces[unit];
      words.push_back(by_word ? word_of(pieces) : std::string(pieces_.places[pieces.begin].text));
    }
    texts.assign(words.begin(), words.end());
    return detokenize(texts);
  }

  const Pieces& pieces_;
  const Units& units_;
  std::span<const uint32_t> labels_;
  const LabelMap& map_;
  const RecordOptions& options_;
};

bool is_ignored(const Entity& entity, const LabelMap& map, const RecordOptions& options) {
  const std::string& label = map[entity.label].name;
  return std::any_of(
      options.ignore_labels.begin(), options.ignore_labels.end(), [&](const std::string& ignored) {
        if (options.compat_hf) return ignored == entity.name;
        if (ignored == kOutside) return label == kOutside;
        return ignored == label || ignored == entity.name || ignored == map.group_of(entity.label);
      });
}

}  // namespace

Result<std::vector<Entity>> make_records(const Pieces& pieces, const Units& units,
                                         std::span<const uint32_t> labels, const LabelMap& map,
                                         LabelScheme scheme, const RecordOptions& options) {
  const RecordMaker maker(pieces, units, labels, map, options);
  std::vector<Entity> records;
  const auto keep = [&](Entity entity) {
    if (entity.score < options.min_score || is_ignored(entity, map, options)) return;
    records.push_back(std::move(entity));
  };
  if (options.strategy == AggregationStrategy::none) {
    for (uint32_t unit = 0; unit < labels.size(); ++unit) keep(maker.of_unit(unit));
  } else {
    const auto spans = decode_spans(labels, map, options.decoder, scheme);
    XLMR_RETURN_IF_ERROR(spans);
    for (const Span& span : spans.value()) {
      keep(maker.of_span(span));
    }
  }
  return records;
}

}  // namespace xlmr
