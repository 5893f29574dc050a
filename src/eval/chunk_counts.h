// SPDX-License-Identifier: Apache-2.0
// ChunkCounts: how many chunks there are, were found and are right, counted as conlleval does, token by
// token.
//
// Invariant: a chunk is right where both columns begin it at the same token, with the same type all
// along, and end it at the same token. What begins and ends a chunk are a script's own rules.
//
//   gold B-PER I-PER O, predicted B-PER I-PER B-LOC  ->  PER {correct 1, found 1, gold 1},
//                                                       LOC {correct 0, found 1, gold 0}
#ifndef XLMR_EVAL_CHUNK_COUNTS_H_
#define XLMR_EVAL_CHUNK_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "eval/tag_columns.h"

namespace xlmr {

struct TypeCounts {
  size_t correct = 0;
  size_t found = 0;
  size_t gold = 0;
};

/// A tag as a script reads it.
struct ChunkTag {
  std::string_view prefix;
  uint32_t type = 0;

  friend bool operator==(const ChunkTag&, const ChunkTag&) = default;
};

using ChunkRule = bool (*)(const ChunkTag& before, const ChunkTag& tag);

struct ChunkScript {
  std::span<const ChunkTag> tags;  ///< one for each of the columns' names
  ChunkTag outside;                ///< between sentences
  size_t types = 0;                ///< every type of a tag is below
  ChunkRule ends = nullptr;        ///< whether what came before ends at this tag
  ChunkRule starts = nullptr;
  bool has_sentences = true;  ///< whether chunks end with their sentence
};

struct ChunkCounts {
  std::vector<TypeCounts> types;  ///< per type
  TypeCounts all;
  size_t tokens = 0;
  size_t correct_tokens = 0;  ///< prefix and type are equal
};

[[nodiscard]] ChunkCounts count_chunks(const TagColumns& columns, const ChunkScript& script);

}  // namespace xlmr

#endif  // XLMR_EVAL_CHUNK_COUNTS_H_
