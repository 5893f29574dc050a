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

/// The first of `spans` that ends behind `begin`.
size_t first_behind(const std::vector<TypedSpan>& spans, size_t begin) {
  const auto at = std::partition_point(spans.begin(), spans.end(),
                                       [&](const TypedSpan& each) { return each.end <= begin; });
  return static_cast<size_t>(at - spans.begin());
}

}  // namespace

std::vector<EntityPair> pair_entities(const std::vector<TypedSpan>& gold,
                                      const std::vector<TypedSpan>& predicted) {
  std::vector<EntityPair> pairs;
  std::vector<bool> is_taken(gold.size());
  for (const TypedSpan& each : predicted) {
    const size_t at = first_behind(gold, each.begin);
    pairs.push_back({std::nullopt, each});
    if (at == gold.size() || gold[at] != each) continue;
    pairs.back().gold = each;
    is_taken[at] = true;
  }
  for (EntityPair& pair : pairs) {
    if (pair.is_right()) continue;
    std::optional<size_t> best;
    for (size_t at = first_behind(gold, pair.predicted->begin);
         at < gold.size() && gold[at].begin < pair.predicted->end; ++at) {
      const size_t shared = overlap(*pair.predicted, gold[at]);
      if (is_taken[at]) continue;
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
