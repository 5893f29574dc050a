// SPDX-License-Identifier: Apache-2.0
#include "ner/aggregate.h"

#include <algorithm>
#include <cstddef>

namespace xlmr {
namespace {

// A word whose pieces are [begin, end); the first piece of a text always starts one.
std::vector<TokenRange> words_of(const std::vector<PiecePlace>& places) {
  std::vector<TokenRange> words;
  for (uint32_t piece = 0; piece < places.size(); ++piece) {
    if (words.empty() || places[piece].starts_word) words.push_back({piece, piece});
    words.back().end = piece + 1;
  }
  return words;
}

// The piece whose best label scores highest; of equal ones the first.
size_t surest_of(const Scores& scores, TokenRange word) {
  const auto best_score = [&](size_t piece) { return scores[piece][scores.best(piece)]; };
  size_t surest = word.begin;
  for (size_t piece = word.begin + 1; piece < word.end; ++piece) {
    if (best_score(piece) > best_score(surest)) surest = piece;
  }
  return surest;
}

}  // namespace

Units aggregate(const Pieces& pieces, AggregationStrategy strategy) {
  if (!labels_words(strategy)) {
    Units units{{}, pieces.scores};
    for (uint32_t piece = 0; piece < pieces.places.size(); ++piece) {
      units.pieces.push_back({piece, piece + 1});
    }
    return units;
  }
  Units units{words_of(pieces.places), Scores(pieces.scores.labels())};
  units.scores.reserve(units.pieces.size());
  for (const TokenRange word : units.pieces) {
    if (strategy == AggregationStrategy::average) {
      units.scores.add_mean(pieces.scores, word.begin, word.end);
    } else {
      const bool by_max = strategy == AggregationStrategy::max;
      units.scores.add(pieces.scores[by_max ? surest_of(pieces.scores, word) : word.begin]);
    }
  }
  return units;
}

}  // namespace xlmr
