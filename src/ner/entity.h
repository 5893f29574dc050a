// SPDX-License-Identifier: Apache-2.0
// Entity: one record of a result, before its offsets are put into the caller's unit.
//
// Invariant: `range` lies on code-point boundaries of the text and is not empty.
//
//   "Mijn naam is Emma", strategy none -> {label B-PER, score 0.99, index 4, [13,17), "▁Emma"}
#ifndef XLMR_NER_ENTITY_H_
#define XLMR_NER_ENTITY_H_

#include <cstdint>
#include <string>

#include "base/ranges.h"

namespace xlmr {

struct Entity {
  static constexpr int32_t kNoIndex = -1;

  uint32_t label = 0;        ///< id of the label; of the first piece's where pieces are grouped
  float score = 0;           ///< probability, or the mean of the pieces'
  int32_t index = kNoIndex;  ///< place of the piece in the text's ids, where <s> is 0
  ByteRange range;
  std::string word;  ///< the raw piece, or the pieces as text
};

}  // namespace xlmr

#endif  // XLMR_NER_ENTITY_H_
