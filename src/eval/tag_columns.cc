// SPDX-License-Identifier: Apache-2.0
#include "eval/tag_columns.h"

#include <algorithm>

namespace xlmr {

Status check(const TagColumns& columns) {
  const size_t tokens = columns.gold.size();
  if (columns.predicted.size() != tokens) {
    return invalid_argument(
        expected("predicted", concat(tokens, " tags, as gold has"), columns.predicted.size()));
  }
  for (const auto column : {columns.gold, columns.predicted}) {
    for (const uint32_t tag : column) {
      if (tag < columns.names.size()) continue;
      return invalid_argument(
          expected("a tag", concat("an index below ", columns.names.size()), tag));
    }
  }
  uint32_t before = 0;
  for (const uint32_t end : columns.ends) {
    if (end < before || end > tokens) {
      return invalid_argument(
          expected("ends", concat("positions from ", before, " to ", tokens), end));
    }
    before = end;
  }
  if (before != tokens) {
    return invalid_argument(expected("the last sentence", concat("the end ", tokens), before));
  }
  return {};
}

void TypeTable::sort() {
  std::sort(types_.begin(), types_.end());
  types_.erase(std::unique(types_.begin(), types_.end()), types_.end());
}

uint32_t TypeTable::index_of(std::string_view type) const {
  return static_cast<uint32_t>(std::lower_bound(types_.begin(), types_.end(), type) -
                               types_.begin());
}

}  // namespace xlmr
