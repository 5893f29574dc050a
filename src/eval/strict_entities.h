// SPDX-License-Identifier: Apache-2.0
// seqeval 1.2.2's strict mode: entities by one labelling scheme's patterns (scheme.py).
//
// Invariant: an entity begins, goes on and ends by the scheme's own patterns, or is none. Hyphens around
// a type are dropped, as seqeval does: B--ORG, B-ORG- and BORG are all ORG.
//
//   IOB2:   B-PER I-PER O I-LOC  ->  (PER, 0, 2)          half-open, within the sentence
//   IOBES:  B-A E-A S-A E-A      ->  (A, 0, 2) (A, 2, 3)
#ifndef XLMR_EVAL_STRICT_ENTITIES_H_
#define XLMR_EVAL_STRICT_ENTITIES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eval/seqeval_entities.h"
#include "eval/tag_columns.h"

namespace xlmr {

enum class TagScheme { iob1, iob2, ioe1, ioe2, iobes, bilou };

[[nodiscard]] std::string_view scheme_name(TagScheme scheme);

/// By its name in seqeval, as IOB2.
[[nodiscard]] std::optional<TagScheme> scheme_of(std::string_view name);

/// A tag as a scheme reads it: one bit for its prefix, and its type.
struct StrictTag {
  uint32_t prefix = 0;  ///< 0 where seqeval has no such prefix (it raises KeyError)
  uint32_t type = 0;
};

struct StrictTags {
  TypeTable types;
  std::vector<StrictTag> tags;  ///< one for each name
  bool is_suffix = false;
};

[[nodiscard]] StrictTags read_strict_tags(const TagColumns& columns, bool is_suffix);

struct SentenceSpan {
  size_t sentence = 0;
  TypedSpan span;  ///< half-open, in tokens of the sentence

  friend auto operator<=>(const SentenceSpan&, const SentenceSpan&) = default;
};

/// Errors: invalid_argument for a tag that the scheme does not have, where seqeval raises.
[[nodiscard]] Result<std::vector<SentenceSpan>> strict_entities(const TagColumns& columns,
                                                                const StrictTags& tags,
                                                                std::span<const uint32_t> ids,
                                                                TagScheme scheme);

/// auto_detect() of the gold column. Errors: invalid_argument where no scheme has exactly these
/// prefixes: O and I alone are in none.
[[nodiscard]] Result<TagScheme> detect_tag_scheme(const TagColumns& columns,
                                                  const StrictTags& tags);

}  // namespace xlmr

#endif  // XLMR_EVAL_STRICT_ENTITIES_H_
