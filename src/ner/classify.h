// SPDX-License-Identifier: Apache-2.0
// classify: one row of logits to its best label and that label's softmax probability.
//
// Invariant: 0 <= label < row.size(), 0 < score <= 1; among equal logits the first label wins.
//
//   classify({1.f, 3.f, 3.f})   -> {label 1, score 0.468}
//
// Arithmetic is float32 with the maximum subtracted, as in the transformers pipeline.
#ifndef XLMR_NER_CLASSIFY_H_
#define XLMR_NER_CLASSIFY_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

namespace xlmr {

struct Classified {
  uint32_t label = 0;
  float score = 0;
};

/// `row` holds the logits of one piece, [labels], at least one. Nothing if one is not finite.
[[nodiscard]] inline std::optional<Classified> classify(std::span<const float> row) {
  const auto best = std::max_element(row.begin(), row.end());
  float sum = 0;
  for (const float logit : row) {
    if (!std::isfinite(logit)) return std::nullopt;
    sum += std::exp(logit - *best);
  }
  return Classified{static_cast<uint32_t>(best - row.begin()), 1.0F / sum};
}

}  // namespace xlmr

#endif  // XLMR_NER_CLASSIFY_H_
