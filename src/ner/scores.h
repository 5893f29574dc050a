// SPDX-License-Identifier: Apache-2.0
// Scores: softmax probabilities, a row of them for each piece or word of a text.
//
// Invariant: rows() * labels() values, each row from 0 to 1 with a sum of about 1.
//
//   Scores scores(3);
//   scores.add_softmax({1.f, 3.f, 3.f});   // row 0: .063 .468 .468, best(0) == 1
//
// Arithmetic is float32, its sums in numpy's order, as in the transformers pipeline; so equal
// logits give equal scores there and here, and ties fall the same way.
#ifndef XLMR_NER_SCORES_H_
#define XLMR_NER_SCORES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xlmr {

struct LabelScore {
  uint32_t label = 0;
  float score = 0;
};

class Scores {
 public:
  explicit Scores(uint32_t labels) : labels_(labels) {}

  [[nodiscard]] uint32_t labels() const { return labels_; }
  [[nodiscard]] size_t rows() const { return values_.size() / labels_; }
  [[nodiscard]] std::span<const float> operator[](size_t row) const {
    return std::span(values_).subspan(row * labels_, labels_);
  }

  /// The label with the highest score; of equal ones the first.
  [[nodiscard]] uint32_t best(size_t row) const {
    const auto scores = (*this)[row];
    return static_cast<uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  /// The `count` best labels, best first; of equal ones the lower id.
  [[nodiscard]] std::vector<LabelScore> top(size_t row, uint32_t count) const;

  void reserve(size_t rows) { values_.reserve(rows * labels_); }
  void add(std::span<const float> row) { values_.insert(values_.end(), row.begin(), row.end()); }

  /// `logits` are [labels], finite.
  void add_softmax(std::span<const float> logits);

  /// The mean of rows [begin, end) of `other`, at least one.
  void add_mean(const Scores& other, size_t begin, size_t end);

 private:
  uint32_t labels_;
  std::vector<float> values_;
};

}  // namespace xlmr

#endif  // XLMR_NER_SCORES_H_
