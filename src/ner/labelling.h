// SPDX-License-Identifier: Apache-2.0
// Labelling: which label each unit gets.
//
// Invariant: one label a unit.
//
//   argmax    the best of its own scores
//   viterbi   the best sequence that the label scheme allows
//   crf       the best sequence by the model's own transitions, over its logits; a word has its
//             first piece's label
#ifndef XLMR_NER_LABELLING_H_
#define XLMR_NER_LABELLING_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/status.h"
#include "ner/aggregate.h"
#include "ner/label_scheme.h"
#include "ner/model_config.h"
#include "ner/model_input.h"
#include "ner/scores.h"
#include "ner/transitions.h"

namespace xlmr {

enum class Labelling { argmax, viterbi, crf };

/// Errors: invalid_argument for a model without a CRF, or with more labels than Viterbi takes.
[[nodiscard]] Status check_labelling(Labelling labelling, const ModelConfig& config);

/// The label of each unit. `logits` are those of the text that the units are of; `labelling` is one
/// that check_labelling() accepts; `scheme` is what viterbi allows.
[[nodiscard]] std::vector<uint32_t> label_units(const Units& units, const Logits& logits,
                                                Labelling labelling, const ModelConfig& config,
                                                LabelScheme scheme);

}  // namespace xlmr

#endif  // XLMR_NER_LABELLING_H_
