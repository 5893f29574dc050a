// SPDX-License-Identifier: Apache-2.0
#include "ner/overlap.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/offset_map.h"

namespace xlmr {

std::vector<Entity> merge_overlapping(std::string_view text, std::vector<Entity> entities) {
  if (entities.empty()) return entities;
  std::stable_sort(entities.begin(), entities.end(),
                   [](const Entity& a, const Entity& b) { return a.range.begin < b.range.begin; });
  const OffsetMap map(text);
  // Negative where replaced offsets go backwards.
  const auto length = [&](const Entity& entity) {
    const CodepointRange range = map.codepoints(entity.range);
    return int64_t{range.end} - int64_t{range.begin};
  };
  std::vector<Entity> merged;
  size_t previous = 0;
  // The first entity meets itself, as there: an empty one is then reported twice.
  for (size_t next = 0; next < entities.size(); ++next) {
    const Entity& a = entities[previous];
    const Entity& b = entities[next];
    if (a.range.begin <= b.range.begin && b.range.begin < a.range.end) {
      const bool longer = length(b) > length(a);
      if (longer || (length(b) == length(a) && b.score > a.score)) previous = next;
    } else {
      merged.push_back(a);
      previous = next;
    }
  }
  merged.push_back(std::move(entities[previous]));
  return merged;
}

}  // namespace xlmr
