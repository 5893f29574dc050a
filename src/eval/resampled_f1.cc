// SPDX-License-Identifier: Apache-2.0
#include "eval/resampled_f1.h"

#include <algorithm>
#include <numeric>

#include "eval/seqeval.h"

namespace xlmr {
namespace {

constexpr size_t kResamples = 1000;
constexpr std::array<double, 2> kLevels = {90, 95};

struct Decoded {
  std::vector<TypedSpan> entities;
  bool is_independent = true;
};

/// A sentence's entities as the first of a corpus, and whether they are the same after another one.
Decoded decode(const SeqevalTags& tags, std::span<const uint32_t> ids) {
  SeqevalWalk first(tags);
  SeqevalWalk later(tags);
  Decoded decoded;
  std::vector<TypedSpan> after;
  later.outside(after);
  for (const uint32_t id : ids) {
    first.tag(tags.tags[id], decoded.entities);
    later.tag(tags.tags[id], after);
  }
  first.outside(decoded.entities);
  later.outside(after);
  decoded.is_independent =
      std::equal(decoded.entities.begin(), decoded.entities.end(), after.begin(), after.end(),
                 [](const TypedSpan& one, const TypedSpan& other) {
                   return TypedSpan{one.type, one.begin + 1, one.end + 1} == other;
                 });
  return decoded;
}

template <typename Entities>
void make_set(Entities& entities) {
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

void count(std::vector<TypedSpan> gold, std::vector<TypedSpan> found,
           std::vector<TypeCounts>& counts) {
  make_set(gold);
  make_set(found);
  for (const TypedSpan& each : gold) {
    ++counts[each.type].gold;
    if (std::binary_search(found.begin(), found.end(), each)) ++counts[each.type].correct;
  }
  for (const TypedSpan& each : found) ++counts[each.type].found;
}

}  // namespace

Result<ResampledF1> ResampledF1::make(const TagColumns& columns) {
  auto tags = read_seqeval_tags(columns, false);
  XLMR_RETURN_IF_ERROR(tags);
  return ResampledF1(columns, std::move(tags).value());
}

ResampledF1::ResampledF1(const TagColumns& columns, SeqevalTags tags)
    : columns_(columns), tags_(std::move(tags)) {
  for (size_t at = 0; at < columns.ends.size(); ++at) {
    is_independent_ = count_sentence(at) && is_independent_;
  }
}

std::span<const uint32_t> ResampledF1::sentence(std::span<const uint32_t> ids, size_t at) const {
  const size_t begin = at == 0 ? 0 : columns_.ends[at - 1];
  return ids.subspan(begin, columns_.ends[at] - begin);
}

bool ResampledF1::count_sentence(size_t at) {
  Decoded gold = decode(tags_, sentence(columns_.gold, at));
  Decoded found = decode(tags_, sentence(columns_.predicted, at));
  std::vector<uint32_t> types;
  for (const auto* entities : {&gold.entities, &found.entities}) {
    for (const TypedSpan& each : *entities) types.push_back(each.type);
  }
  make_set(types);
  std::vector<TypeCounts> counts(tags_.types.size());
  const bool is_independent = gold.is_independent && found.is_independent;
  count(std::move(gold.entities), std::move(found.entities), counts);
  for (const uint32_t type : types) counts_.push_back({type, counts[type]});
  counts_ends_.push_back(counts_.size());
  return is_independent;
}

void ResampledF1::add(std::span<const size_t> sentences, std::vector<TypeCounts>& counts) const {
  if (is_independent_) {
    for (const size_t each : sentences) {
      const size_t begin = each == 0 ? 0 : counts_ends_[each - 1];
      for (size_t at = begin; at < counts_ends_[each]; ++at) {
        TypeCounts& of = counts[counts_[at].type];
        of.correct += counts_[at].counts.correct;
        of.found += counts_[at].counts.found;
        of.gold += counts_[at].counts.gold;
      }
    }
    return;
  }
  std::vector<TypedSpan> gold;
  std::vector<TypedSpan> found;
  SeqevalWalk gold_walk(tags_);
  SeqevalWalk found_walk(tags_);
  for (const size_t each : sentences) {
    for (const uint32_t id : sentence(columns_.gold, each)) gold_walk.tag(tags_.tags[id], gold);
    for (const uint32_t id : sentence(columns_.predicted, each)) {
      found_walk.tag(tags_.tags[id], found);
    }
    gold_walk.outside(gold);
    found_walk.outside(found);
  }
  count(std::move(gold), std::move(found), counts);
}

AveragedScores ResampledF1::scores_of(std::span<const size_t> sentences) const {
  std::vector<TypeCounts> counts(tags_.types.size());
  add(sentences, counts);
  std::erase_if(counts, [](const TypeCounts& of) { return of.found == 0 && of.gold == 0; });
  return seqeval_scores(counts, 0);
}

AveragedScores ResampledF1::scores() const {
  std::vector<size_t> all(columns_.ends.size());
  std::iota(all.begin(), all.end(), size_t{0});
  return scores_of(all);
}

std::optional<ResampledF1::Intervals> ResampledF1::intervals() const {
  const size_t sentences = columns_.ends.size();
  if (sentences < 2) return std::nullopt;
  Resampling draws(static_cast<uint32_t>(sentences));
  std::vector<size_t> drawn(sentences);
  std::vector<double> micro;
  std::vector<double> macro;
  for (size_t resample = 0; resample < kResamples; ++resample) {
    for (size_t& each : drawn) each = draws.next();
    const AveragedScores scores = scores_of(drawn);
    micro.push_back(scores.micro.f1);
    macro.push_back(scores.macro.f1);
  }
  Intervals found;
  for (size_t at = 0; at < kLevels.size(); ++at) {
    found.micro[at] = percentile_interval(micro, kLevels[at] * 0.01);
    found.macro[at] = percentile_interval(macro, kLevels[at] * 0.01);
  }
  return found;
}

}  // namespace xlmr
