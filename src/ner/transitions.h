// SPDX-License-Identifier: Apache-2.0
// Transitions: what it costs a sequence of labels to begin, to go on and to end.
//
// Invariant: `start` and `end` are [labels], `next` is [from, to], row-major; all finite.
//
//   constraints({O, B-PER, I-PER}, bio)   -> start[I-PER] and next[O, I-PER] kForbidden, the rest 0
//
// Sources: the scheme's own definition; AllenNLP's ConditionalRandomField, whose state T-NER keeps
// in config.json and which forbids by -10000 as well.
#ifndef XLMR_NER_TRANSITIONS_H_
#define XLMR_NER_TRANSITIONS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ner/label_map.h"
#include "ner/label_scheme.h"

namespace xlmr {

struct Transitions {
  static constexpr float kForbidden = -10000;
  /// Viterbi costs labels² a token; no label set in use comes near.
  static constexpr uint32_t kMaxLabels = 128;

  explicit Transitions(uint32_t count)
      : labels(count), start(count), end(count), next(size_t{count} * count) {}

  [[nodiscard]] float from_to(size_t from, size_t to) const { return next[from * labels + to]; }

  uint32_t labels;
  std::vector<float> start;
  std::vector<float> end;
  std::vector<float> next;
};

/// What `scheme` allows: 0 or kForbidden. `map` has at most kMaxLabels labels.
[[nodiscard]] Transitions constraints(const LabelMap& map, LabelScheme scheme);

}  // namespace xlmr

#endif  // XLMR_NER_TRANSITIONS_H_
