// SPDX-License-Identifier: Apache-2.0
// Aggregation: pieces to the units that get one label each, by Hugging Face's strategies.
//
// Invariant: units cover the pieces in order without gap; none and simple make each piece a unit,
// the others each word, which takes its scores from its pieces.
//
//   pieces   ▁Lond (B-LOC .9)  en (O .8)           word Londen by first    B-LOC .9
//                                                              by max      B-LOC .9
//                                                              by average  O (.45 against .4)
//
// Source: transformers 4.57.6 and 5.24 pipelines/token_classification.py, aggregate_word.
#ifndef XLMR_NER_AGGREGATE_H_
#define XLMR_NER_AGGREGATE_H_

#include <vector>

#include "base/ranges.h"
#include "ner/pieces.h"
#include "ner/scores.h"

namespace xlmr {

enum class AggregationStrategy { none, simple, first, average, max };

/// Whether a unit is a word; else it is a piece.
[[nodiscard]] constexpr bool labels_words(AggregationStrategy strategy) {
  return strategy != AggregationStrategy::none && strategy != AggregationStrategy::simple;
}

struct Units {
  std::vector<TokenRange> pieces;  ///< the pieces of each unit
  Scores scores;                   ///< [units, labels]
};

[[nodiscard]] Units aggregate(const Pieces& pieces, AggregationStrategy strategy);

}  // namespace xlmr

#endif  // XLMR_NER_AGGREGATE_H_
