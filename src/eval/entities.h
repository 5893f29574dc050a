// SPDX-License-Identifier: Apache-2.0
// The entities of a column, right in every labelling scheme: what our own report counts.
//
// Invariant: adjacent entities stay apart in BIO, IOB1, IOE, BIOES and BILOU; a type keeps its hyphens; white
// space at a tag's end, as the \r of a Windows line, is no part of it. A tag without a prefix is a type, and
// neighbours of one such type are one entity.
//
//   B-A L-A B-A L-A  ->  (A, 0, 2) (A, 2, 4)        I-A B-A I-A  ->  (A, 0, 1) (A, 1, 3)
//   ORG ORG O ORG-P  ->  (ORG, 0, 2) (ORG-P, 3, 4)  B-a-b\r      ->  (a-b, 0, 1)
#ifndef XLMR_EVAL_ENTITIES_H_
#define XLMR_EVAL_ENTITIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "eval/seqeval_entities.h"
#include "eval/tag_columns.h"

namespace xlmr {

enum class TagPlace { outside, begin, inside, end, single };

struct EntityTag {
  TagPlace place = TagPlace::outside;
  uint32_t type = 0;
};

struct EntityTags {
  TypeTable types;
  std::vector<EntityTag> tags;  ///< one for each name
};

[[nodiscard]] EntityTags read_entity_tags(const TagColumns& columns);

/// The entities of one sentence, half-open, in tokens of the sentence, in their order.
[[nodiscard]] std::vector<TypedSpan> entities_of(const EntityTags& tags,
                                                 std::span<const uint32_t> sentence);

}  // namespace xlmr

#endif  // XLMR_EVAL_ENTITIES_H_
