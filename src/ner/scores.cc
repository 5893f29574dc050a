// SPDX-License-Identifier: Apache-2.0
#include "ner/scores.h"

#include <array>
#include <cmath>

namespace xlmr {
namespace {

constexpr size_t kLanes = 8;
constexpr size_t kBlock = 128;

// numpy adds up to 128 values in eight lanes (loops_utils.h, pairwise_sum). It halves longer rows
// where this takes blocks in turn: no label set is that large.
float sum_of_block(std::span<const float> values) {
  float sum = 0;
  size_t at = 0;
  if (values.size() >= kLanes) {
    std::array<float, kLanes> lanes{};
    std::copy_n(values.begin(), kLanes, lanes.begin());
    for (at = kLanes; at + kLanes <= values.size(); at += kLanes) {
      for (size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += values[at + lane];
    }
    sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
          ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
  }
  for (; at < values.size(); ++at) sum += values[at];
  return sum;
}

float sum_of(std::span<const float> values) {
  float sum = 0;
  for (size_t at = 0; at < values.size(); at += kBlock) {
    sum += sum_of_block(values.subspan(at, std::min(kBlock, values.size() - at)));
  }
  return sum;
}

}  // namespace

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
  const float sum = sum_of(row);
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
