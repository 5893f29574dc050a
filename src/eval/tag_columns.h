// SPDX-License-Identifier: Apache-2.0
// TagColumns: the gold and the predicted tag of every token, which all reports are made of.
//
// Invariant, once checked: both columns have one tag a token, every tag is one of `names`, and the
// sentences' ends ascend to the number of tokens.
//
//   names {O, B-PER}, gold {1, 0, 0}, predicted {1, 0, 1}, ends {2, 3}
//     ->  two sentences: B-PER O | O, predicted B-PER O | B-PER
#ifndef XLMR_EVAL_TAG_COLUMNS_H_
#define XLMR_EVAL_TAG_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"

namespace xlmr {

struct TagColumns {
  std::span<const std::string> names;   ///< the tags that occur, each once, UTF-8
  std::span<const uint32_t> gold;       ///< per token an index into names
  std::span<const uint32_t> predicted;  ///< per token an index into names
  std::span<const uint32_t> ends;       ///< per sentence its end, in tokens
  /// Whether nothing says that the last sentence has ended: a file without an empty line at its end.
  bool is_open = false;
};

/// Errors: invalid_argument where the invariant does not hold.
[[nodiscard]] Status check(const TagColumns& columns);

/// The types of the tags of a list of names, each once and in the order of their bytes, which is
/// that of their code points, too.
class TypeTable {
 public:
  /// The index of a type; types are indices of names() once all have been added and sort() is called.
  void add(std::string_view type) { types_.emplace_back(type); }
  void sort();
  [[nodiscard]] uint32_t index_of(std::string_view type) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return types_; }
  [[nodiscard]] size_t size() const { return types_.size(); }

 private:
  std::vector<std::string> types_;
};

}  // namespace xlmr

#endif  // XLMR_EVAL_TAG_COLUMNS_H_
