// SPDX-License-Identifier: Apache-2.0
// Pieces: what the decoder knows of a run of a text's pieces: where they are and their scores.
//
// Invariant: places, scores and ids have one entry a piece, in text order.
//
//   "Emma woont"  ->  places ▁Emma [0,4) starts a word, ▁woon [5,9) starts one, t [9,10)
//                     scores [3, labels]
#ifndef XLMR_NER_PIECES_H_
#define XLMR_NER_PIECES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "ner/scores.h"

namespace xlmr {

struct PiecePlace {
  ByteRange range = {};
  int32_t index = 0;           ///< in the ids of its window or text, where <s> is 0
  std::string_view text = {};  ///< of the vocabulary; of the text itself for an unknown piece
  bool starts_word = false;
};

struct Pieces {
  std::vector<PiecePlace> places;
  Scores scores;
  std::vector<int32_t> ids;
};

}  // namespace xlmr

#endif  // XLMR_NER_PIECES_H_
