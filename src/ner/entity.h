// SPDX-License-Identifier: Apache-2.0
// Entity: one record of a result, before its offsets are put into the caller's unit.
//
// Invariant: `range` lies on code-point boundaries of the text.
//
//   "Mijn naam is Emma", strategy none -> {"B-PER", score 0.99, index 4, [13,17), "▁Emma"}
//                        simple        -> {"PER",   score 0.99, no index, [13,17), "Emma"}
#ifndef XLMR_NER_ENTITY_H_
#define XLMR_NER_ENTITY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/ranges.h"
#include "ner/scores.h"

namespace xlmr {

struct Entity {
  static constexpr int32_t kNoIndex = -1;

  std::string name;          ///< the label, or the group it belongs to
  uint32_t label = 0;        ///< id of the label; of the first piece's or word's where grouped
  float score = 0;           ///< probability, or the mean of the pieces' or words'
  int32_t index = kNoIndex;  ///< place of the piece in the window's ids, where <s> is 0
  ByteRange range = {};
  std::string word = {};                ///< the raw piece, or the pieces as text
  std::vector<LabelScore> labels = {};  ///< the best of all labels, best first, if asked for
};

}  // namespace xlmr

#endif  // XLMR_NER_ENTITY_H_
