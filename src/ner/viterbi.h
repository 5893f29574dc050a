// SPDX-License-Identifier: Apache-2.0
// viterbi: the best sequence of labels where neighbours depend on each other.
//
// Invariant: one label a row; no other sequence scores higher, where a sequence's score is
// start + emissions + transitions + end. Of equal ones, the one with lower ids at the end wins.
//
//   emissions  O .6 I-PER .4 | O .1 I-PER .9   under bio's constraints (B-PER near 0): O, O
//
// Source: A. Viterbi 1967; AllenNLP ConditionalRandomField.viterbi_tags.
#ifndef XLMR_NER_VITERBI_H_
#define XLMR_NER_VITERBI_H_

#include <cstdint>
#include <span>
#include <vector>

#include "ner/transitions.h"

namespace xlmr {

/// `emissions` are [rows, transitions.labels], finite, row-major. O(rows x labels²).
[[nodiscard]] std::vector<uint32_t> viterbi(std::span<const float> emissions,
                                            const Transitions& transitions);

}  // namespace xlmr

#endif  // XLMR_NER_VITERBI_H_
