// SPDX-License-Identifier: Apache-2.0
// merge_overlapping: the entities of overlapping windows as one list, as Hugging Face makes it.
//
// Invariant: the result is sorted by begin. Of two that overlap, the longer stays, of equally long
// ones the one that scores higher; labels do not matter and ranges are never united. Lengths are
// code points, as Python counts them.
//
//   window 1: PER [0,5) LOC [8,12)   window 2: LOC [8,14)   ->  PER [0,5) LOC [8,14)
//
// Source: transformers 4.57.6 and 5.24 aggregate_overlapping_entities. By default this project does not need
// it: each piece's scores come from one window, so entities are never cut.
#ifndef XLMR_NER_OVERLAP_H_
#define XLMR_NER_OVERLAP_H_

#include <string_view>
#include <vector>

#include "ner/entity.h"

namespace xlmr {

/// `text` is what the entities' ranges are of.
[[nodiscard]] std::vector<Entity> merge_overlapping(std::string_view text,
                                                    std::vector<Entity> entities);

}  // namespace xlmr

#endif  // XLMR_NER_OVERLAP_H_
