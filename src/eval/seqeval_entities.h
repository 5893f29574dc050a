// SPDX-License-Identifier: Apache-2.0
// seqeval 1.2.2's default mode: get_entities(), the entities of one column of tags.
//
// Invariant: positions are seqeval's, which puts an O behind every sentence before it looks for
// entities; ends are inclusive. What it does not understand it reads by its first letter, as it does:
// L- and U- begin nothing, so of adjacent BILOU entities one is left, and ORG is outside.
//
//   B-PER I-PER O | B-LOC  ->  (PER, 0, 1) (LOC, 4, 4)
#ifndef XLMR_EVAL_SEQEVAL_ENTITIES_H_
#define XLMR_EVAL_SEQEVAL_ENTITIES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "eval/tag_columns.h"

namespace xlmr {

/// An entity in a column: what its positions count, and whether its end is inclusive, its maker says.
struct TypedSpan {
  uint32_t type = 0;
  size_t begin = 0;
  size_t end = 0;

  friend auto operator<=>(const TypedSpan&, const TypedSpan&) = default;
};

/// A tag as get_entities() reads it.
struct SeqevalTag {
  char32_t prefix = U'O';
  uint32_t type = 0;
};

/// How seqeval reads the names of the columns.
struct SeqevalTags {
  TypeTable types;
  std::vector<SeqevalTag> tags;  ///< one for each name
  SeqevalTag outside;            ///< what O is
};

/// `is_suffix`: tags are PER-B, not B-PER. Errors: invalid_argument for an empty tag, where seqeval raises
/// IndexError.
[[nodiscard]] Result<SeqevalTags> read_seqeval_tags(const TagColumns& columns, bool is_suffix);

/// Where get_entities() is within a column; tags are given one by one.
class SeqevalWalk {
 public:
  explicit SeqevalWalk(const SeqevalTags& tags) : outside_(tags.outside) {}

  /// Adds the entity that ends before this tag, if one does.
  void tag(const SeqevalTag& tag, std::vector<TypedSpan>& entities);
  void outside(std::vector<TypedSpan>& entities) { tag(outside_, entities); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;  // what comes before all has a type that no tag has

  SeqevalTag outside_;
  SeqevalTag last_{U'O', kNone};
  size_t begin_ = 0;
  size_t at_ = 0;
};

/// The entities of one column (`ids` of `columns`' names).
[[nodiscard]] std::vector<TypedSpan> seqeval_entities(const SeqevalTags& tags,
                                                      std::span<const uint32_t> ids,
                                                      std::span<const uint32_t> ends);

}  // namespace xlmr

#endif  // XLMR_EVAL_SEQEVAL_ENTITIES_H_
