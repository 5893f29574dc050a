// SPDX-License-Identifier: Apache-2.0
#include "eval/entity_pairs.h"

#include <algorithm>

namespace xlmr {
namespace {

size_t overlap(const TypedSpan& one, const TypedSpan& other) {
  const size_t begin = std::max(one.begin, other.begin);
  const size_t end = std::min(one.end, other.end);
  return end > begin ? end - begin : 0;
}

}  // namespace

std::vector<EntityPair> pair_entities(const std::vector<TypedSpan>& gold,
                                      const std::vector<TypedSpan>& predicted) {
  std::vector<EntityPair> pairs;
  std::vector<bool> is_taken(gold.size());
  for (const TypedSpan& each : predicted) {
    const auto equal = std::find(gold.begin(), gold.end(), each);
    pairs.push_back({std::nullopt, each});
    if (equal == gold.end()) continue;
    pairs.back().gold = *equal;
    is_taken[static_cast<size_t>(equal - gold.begin())] = true;
  }
  for (EntityPair& pair : pairs) {
    if (pair.is_right()) continue;
    std::optional<size_t> best;
    for (size_t at = 0; at < gold.size(); ++at) {
      const size_t shared = overlap(*pair.predicted, gold[at]);
      if (is_taken[at] || shared == 0) continue;
      if (!best || shared > overlap(*pair.predicted, gold[*best])) best = at;
    }
    if (!best) continue;
    is_taken[*best] = true;
    pair.gold = gold[*best];
  }
  for (size_t at = 0; at < gold.size(); ++at) {
    if (!is_taken[at]) pairs.push_back({gold[at], std::nullopt});
  }
  return pairs;
}

EntityPairs entity_pairs(const TagColumns& columns) {
  const EntityTags tags = read_entity_tags(columns);
  EntityPairs pairs{tags.types.names(), {}};
  size_t begin = 0;
  for (const uint32_t end : columns.ends) {
    const size_t size = end - begin;
    pairs.sentences.push_back(
        pair_entities(entities_of(tags, columns.gold.subspan(begin, size)),
                      entities_of(tags, columns.predicted.subspan(begin, size))));
    begin = end;
  }
  return pairs;
}

}  // namespace xlmr
