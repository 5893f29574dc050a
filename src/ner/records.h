// SPDX-License-Identifier: Apache-2.0
// Records: labelled units to the records a caller sees.
//
// Invariant: records are in text order, each a unit (`none`) or a span of units, with the mean of
// their scores; what ignore_labels or min_score excludes is left out.
//
//   ▁Angela B-PER .9  ▁Merkel I-PER .8  ▁in O .9
//   none    "▁Angela" B-PER, "▁Merkel" I-PER         simple   "Angela Merkel" PER .85
//
// Source: transformers 4.57.6 and 5.24 pipelines/token_classification.py. With `compat_hf` it is followed to
// the letter. Without, `O` in ignore_labels means the label O only, so ORG-O, whose group is O as
// well, is kept; words keep the spaces between them; and a lone ▁ at an entity's end does not
// stretch its range into the next word.
#ifndef XLMR_NER_RECORDS_H_
#define XLMR_NER_RECORDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ner/aggregate.h"
#include "ner/entity.h"
#include "ner/label_map.h"
#include "ner/label_scheme.h"
#include "ner/pieces.h"
#include "ner/span_decoder.h"

namespace xlmr {

struct RecordOptions {
  AggregationStrategy strategy = AggregationStrategy::none;
  SpanDecoder decoder = SpanDecoder::scheme;
  std::vector<std::string> ignore_labels = {"O"};  ///< labels or groups
  float min_score = 0;
  uint32_t top_k = 0;  ///< how many labels each record lists
  bool compat_hf = false;
};

/// `labels` holds the label of each unit; `units` are those of `pieces`; `scheme` is that of `map`.
/// Errors: those of decode_spans.
[[nodiscard]] Result<std::vector<Entity>> make_records(const Pieces& pieces, const Units& units,
                                                       std::span<const uint32_t> labels,
                                                       const LabelMap& map, LabelScheme scheme,
                                                       const RecordOptions& options);

}  // namespace xlmr

#endif  // XLMR_NER_RECORDS_H_
