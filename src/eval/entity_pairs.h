// SPDX-License-Identifier: Apache-2.0
// Which entity was taken for which: what errors of any kind are counted by.
//
// Invariant: every entity of either column is in exactly one pair. Equal ones are a pair; of the others a
// predicted one goes with the gold one that it overlaps most and that is still alone, the first of equals.
// What stays alone was missed or made up.
//
//   gold (A, 0, 2) (A, 4, 5), predicted (A, 0, 2) (B, 4, 5) (A, 7, 8)
//     ->  (A, 0, 2) (A, 0, 2)    (A, 4, 5) (B, 4, 5)    nothing (A, 7, 8)
#ifndef XLMR_EVAL_ENTITY_PAIRS_H_
#define XLMR_EVAL_ENTITY_PAIRS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "eval/entities.h"
#include "eval/tag_columns.h"

namespace xlmr {

/// At least one of the two is there.
struct EntityPair {
  std::optional<TypedSpan> gold;
  std::optional<TypedSpan> predicted;

  [[nodiscard]] bool is_right() const { return gold == predicted; }
  /// How many entities only one column has.
  [[nodiscard]] size_t faults() const {
    return is_right() ? 0 : (gold ? 1 : 0) + (predicted ? 1 : 0);
  }
};

/// The entities of one sentence, those of `gold` in order and without overlaps: in the order of the predicted
/// ones; then those that were missed.
[[nodiscard]] std::vector<EntityPair> pair_entities(const std::vector<TypedSpan>& gold,
                                                    const std::vector<TypedSpan>& predicted);

struct EntityPairs {
  std::vector<std::string> types;
  std::vector<std::vector<EntityPair>> sentences;
};

[[nodiscard]] EntityPairs entity_pairs(const TagColumns& columns);

}  // namespace xlmr

#endif  // XLMR_EVAL_ENTITY_PAIRS_H_
