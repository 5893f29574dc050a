// SPDX-License-Identifier: Apache-2.0
// EntityReport: our own report. Entities as entities.h finds them, what is confused with what, and the
// sentences with the most errors.
//
// Invariant: an entity is right where type, begin and end are equal. A score that would divide by zero is
// NaN, and a dash in the text. Every wrong entity of either column is in one confusion.
//
//   gold B-PER I-PER, predicted B-PER O  ->  PER {correct 0, found 1, gold 1}, confusion PER -> PER, other
//                                            boundaries
#ifndef XLMR_EVAL_ENTITY_REPORT_H_
#define XLMR_EVAL_ENTITY_REPORT_H_

#include <optional>
#include <string>
#include <vector>

#include "eval/averages.h"
#include "eval/entities.h"
#include "eval/tag_columns.h"

namespace xlmr {

/// What was taken for what; one of the types is missing where an entity was missed or made up.
struct Confusion {
  std::optional<uint32_t> gold;
  std::optional<uint32_t> predicted;
  bool is_same_place = false;
  size_t count = 0;
};

/// A sentence in which something is wrong.
struct FaultySentence {
  size_t sentence = 0;
  size_t faults = 0;  ///< entities that only one column has
  std::vector<TypedSpan> gold;
  std::vector<TypedSpan> predicted;
};

struct EntityReport {
  size_t tokens = 0;
  size_t sentences = 0;
  double accuracy = 0;  ///< of tokens, NaN without any
  std::vector<std::string> types;
  std::vector<TypeCounts> counts;  ///< one for each of the types
  AveragedScores scores;
  std::vector<Confusion> confusions;   ///< the most frequent first
  std::vector<FaultySentence> faulty;  ///< the most faults first, `most_faulty` at most
};

[[nodiscard]] EntityReport entity_report(const TagColumns& columns, size_t most_faulty);

[[nodiscard]] std::string entity_text(const EntityReport& report);

}  // namespace xlmr

#endif  // XLMR_EVAL_ENTITY_REPORT_H_
