// SPDX-License-Identifier: Apache-2.0
// Aggregation: labelled pieces to records, by one of Hugging Face's aggregation strategies.
//
// Invariant: records are in text order. `none` gives one a piece; `simple` joins neighbours of one
// tag until a B- label opens the next entity, `O` like any other; ignore_labels acts after that.
//
//   pieces  ▁Angela B-PER .9  ▁Merkel I-PER .8  ▁in O .9
//   none    ▁Angela, ▁Merkel          simple   PER "Angela Merkel", score .85
//
// Source: transformers pipelines/token_classification.py (aggregate, group_entities). Two
// differences are ours: `O` in ignore_labels means the label O only, so ORG-O, whose group is O as
// well, is kept; and a lone ▁ at an entity's end does not stretch its range into the next word.
#ifndef XLMR_NER_AGGREGATE_H_
#define XLMR_NER_AGGREGATE_H_

#include <string>
#include <vector>

#include "ner/entity.h"
#include "ner/label_map.h"

namespace xlmr {

enum class AggregationStrategy { none, simple };

struct AggregationOptions {
  AggregationStrategy strategy = AggregationStrategy::none;
  std::vector<std::string> ignore_labels = {"O"};  ///< labels or groups
};

/// `pieces` holds one record for each piece of the text, as `none` reports it.
[[nodiscard]] std::vector<Entity> aggregate(std::vector<Entity> pieces, const LabelMap& labels,
                                            const AggregationOptions& options);

}  // namespace xlmr

#endif  // XLMR_NER_AGGREGATE_H_
