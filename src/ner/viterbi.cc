// SPDX-License-Identifier: Apache-2.0
#include "ner/viterbi.h"

#include <algorithm>
#include <cstddef>

namespace xlmr {

std::vector<uint32_t> viterbi(std::span<const float> emissions, const Transitions& transitions) {
  const size_t labels = transitions.labels;
  const size_t rows = emissions.size() / labels;
  if (rows == 0) return {};

  std::vector<double> best(labels);  // of the sequences that end in a label, the highest score
  for (size_t label = 0; label < labels; ++label) {
    best[label] = double{transitions.start[label]} + emissions[label];
  }
  std::vector<uint8_t> came_from(rows * labels);
  static_assert(Transitions::kMaxLabels <= 256, "came_from holds a label in a byte");
  std::vector<double> next(labels);
  for (size_t row = 1; row < rows; ++row) {
    for (size_t to = 0; to < labels; ++to) {
      size_t from = 0;
      double score = best[0] + transitions.from_to(0, to);
      for (size_t other = 1; other < labels; ++other) {
        const double candidate = best[other] + transitions.from_to(other, to);
        if (candidate > score) {
          score = candidate;
          from = other;
        }
      }
      next[to] = score + emissions[row * labels + to];
      came_from[row * labels + to] = static_cast<uint8_t>(from);
    }
    best.swap(next);
  }
  for (size_t label = 0; label < labels; ++label) best[label] += transitions.end[label];

  std::vector<uint32_t> path(rows);
  path.back() = static_cast<uint32_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t row = rows - 1; row > 0; --row) path[row - 1] = came_from[row * labels + path[row]];
  return path;
}

}  // namespace xlmr
