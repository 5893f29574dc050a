// SPDX-License-Identifier: Apache-2.0
// ColumnsOf: columns of tags as a test writes them: tags with a blank between, sentences with a bar.
//
//   ColumnsOf columns("B-PER O | O", "B-PER O | B-PER");
//   columns.view()   // what src/eval takes
#ifndef XLMR_TESTS_EVAL_COLUMNS_OF_H_
#define XLMR_TESTS_EVAL_COLUMNS_OF_H_

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "eval/tag_columns.h"

namespace xlmr {

class ColumnsOf {
 public:
  ColumnsOf(const std::string& gold, const std::string& predicted, bool is_open = false)
      : gold_(read(gold, true)), predicted_(read(predicted, false)), is_open_(is_open) {}

  [[nodiscard]] TagColumns view() const { return {names_, gold_, predicted_, ends_, is_open_}; }

 private:
  std::vector<uint32_t> read(const std::string& text, bool has_ends) {
    std::vector<uint32_t> ids;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
      if (word == "|") {
        if (has_ends) ends_.push_back(static_cast<uint32_t>(ids.size()));
        continue;
      }
      const auto found = std::find(names_.begin(), names_.end(), word);
      ids.push_back(static_cast<uint32_t>(found - names_.begin()));
      if (found == names_.end()) names_.push_back(word);
    }
    if (has_ends) ends_.push_back(static_cast<uint32_t>(ids.size()));
    return ids;
  }

  std::vector<std::string> names_;
  std::vector<uint32_t> ends_;
  std::vector<uint32_t> gold_;
  std::vector<uint32_t> predicted_;
  bool is_open_;
};

}  // namespace xlmr

#endif  // XLMR_TESTS_EVAL_COLUMNS_OF_H_
