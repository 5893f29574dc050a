// SPDX-License-Identifier: Apache-2.0
// Numbers and names in columns, as C's printf and Python's format lay them out.
//
// Invariant: numbers are rounded from their exact binary value, ties to even, as both languages do.
//
//   fixed(66.666, 2, 6)    -> " 66.67"
//   padded("été", 5)       -> "  été"    by code points, as Python counts
#ifndef XLMR_EVAL_LAYOUT_H_
#define XLMR_EVAL_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xlmr {

/// Most digits after the point that fixed() writes.
inline constexpr int kMaxDigits = 100;

[[nodiscard]] std::string fixed(double value, int digits, size_t width = 0);

/// `text` after as many blanks as it lacks code points.
[[nodiscard]] std::string padded(std::string_view text, size_t width);

[[nodiscard]] std::string padded(size_t number, size_t width);

[[nodiscard]] size_t codepoint_count(std::string_view text);

/// The table of scikit-learn's classification_report, which seqeval's is a copy of:
///
///               precision    recall  f1-score   support
///
///          LOC       0.95      0.84      0.89      1837
class ScoreTable {
 public:
  /// `support_end` stands behind each count of the last column.
  ScoreTable(const std::vector<std::string>& names, int digits, std::string_view support_end = "");

  void row(std::string_view name, double precision, double recall, double f1, size_t support);
  /// scikit-learn's row of one score, which stands in the column of f1.
  void row_of_one(std::string_view name, double score, size_t support);
  void blank() { text_ += '\n'; }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  size_t width_;
  int digits_;
  std::string_view support_end_;
  std::string text_;
};

}  // namespace xlmr

#endif  // XLMR_EVAL_LAYOUT_H_
