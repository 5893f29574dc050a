// SPDX-License-Identifier: Apache-2.0
// read_crf: the conditional random field that T-NER keeps in a checkpoint's config.json.
//
// Invariant: what the constraint mask forbids costs Transitions::kForbidden, as in AllenNLP.
//
//   "crf_state_dict": {"transitions": [[0.1, …], …], "start_transitions": […],
//                      "end_transitions": […], "_constraint_mask": [[…], …]}
//   the mask is [labels + 2, labels + 2]; its last two rows and columns are start and end
//
// Source: allennlp ConditionalRandomField; T-NER 0.2.4 ner_model.py.
#ifndef XLMR_NER_CRF_H_
#define XLMR_NER_CRF_H_

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "ner/transitions.h"

struct yyjson_val;

namespace xlmr {

/// `config` is the top level of a config.json. Nothing if it has no CRF. Errors: invalid_config,
/// naming the field.
[[nodiscard]] Result<std::optional<Transitions>> read_crf(yyjson_val* config, uint32_t labels);

}  // namespace xlmr

#endif  // XLMR_NER_CRF_H_
