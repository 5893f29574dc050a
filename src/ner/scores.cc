// SPDX-License-Identifier: Apache-2.0
#include "ner/scores.h"

#include <algorithm>
#include <cmath>

#include "base/numpy_sum.h"

namespace xlmr {
std::vector<LabelScore> Scores::top(size_t row, uint32_t count) const {
  std::vector<LabelScore> all;
  all.reserve(labels_);
  for (uint32_t label = 0; label < labels_; ++label) all.push_back({label, (*this)[row][label]});
  const auto end = all.begin() + std::min(count, labels_);
  std::partial_sort(all.begin(), end, all.end(), [](const LabelScore& a, const LabelScore& b) {
    return a.score != b.score ? a.score > b.score : a.label < b.label;
  });
  all.erase(end, all.end());
  return all;
}

void Scores::add_softmax(std::span<const float> logits) {
  const float max = *std::max_element(logits.begin(), logits.end());
  const size_t begin = values_.size();
  for (const float logit : logits) values_.push_back(std::exp(logit - max));
  const auto row = std::span(values_).subspan(begin);
  const float sum = numpy_sum<float>(row);
  for (float& value : row) value /= sum;
}

void Scores::add_mean(const Scores& other, size_t begin, size_t end) {
  const size_t first = values_.size();
  values_.resize(first + labels_, 0);
  const auto mean = std::span(values_).subspan(first);
  for (size_t row = begin; row < end; ++row) {
    const auto scores = other[row];
    for (size_t label = 0; label < labels_; ++label) mean[label] += scores[label];
  }
  for (float& value : mean) value /= static_cast<float>(end - begin);
}

}  // namespace xlmr
