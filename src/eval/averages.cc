// SPDX-License-Identifier: Apache-2.0
#include "eval/averages.h"

#include <cmath>

#include "base/numpy_sum.h"

namespace xlmr {
namespace {

double ratio(size_t correct, size_t of, double zero_division) {
  return of == 0 ? zero_division : static_cast<double>(correct) / static_cast<double>(of);
}

TypeCounts total(std::span<const TypeCounts> counts) {
  TypeCounts all;
  for (const TypeCounts& each : counts) {
    all.correct += each.correct;
    all.found += each.found;
    all.gold += each.gold;
  }
  return all;
}

enum class F1 { from_scores, from_counts };

TypeScores scores_of(const TypeCounts& counts, double zero_division, F1 how) {
  TypeScores scores;
  scores.precision = ratio(counts.correct, counts.found, zero_division);
  scores.recall = ratio(counts.correct, counts.gold, zero_division);
  scores.support = counts.gold;
  if (how == F1::from_counts) {
    const size_t both = counts.gold + counts.found;
    scores.f1 = ratio(2 * counts.correct, both, zero_division);
  } else {
    const double sum = scores.precision + scores.recall;
    scores.f1 = 2.0 * scores.precision * scores.recall / (sum == 0 ? 1 : sum);
  }
  return scores;
}

double mean(std::span<const double> values) {
  return numpy_sum<double>(values) / static_cast<double>(values.size());  // NaN of none
}

double weighted_mean(std::span<const double> values, std::span<const double> weights) {
  std::vector<double> products(values.size());
  for (size_t at = 0; at < values.size(); ++at) products[at] = values[at] * weights[at];
  return numpy_sum<double>(products) / numpy_sum<double>(weights);
}

AveragedScores averaged(std::span<const TypeCounts> counts, double zero_division, F1 how) {
  AveragedScores all;
  const TypeCounts sum = total(counts);
  std::vector<double> precision;
  std::vector<double> recall;
  std::vector<double> f1;
  std::vector<double> weights;
  for (const TypeCounts& each : counts) {
    const TypeScores scores = scores_of(each, zero_division, how);
    all.types.push_back(scores);
    precision.push_back(scores.precision);
    recall.push_back(scores.recall);
    f1.push_back(scores.f1);
    weights.push_back(static_cast<double>(each.gold));
  }
  all.micro = scores_of(sum, zero_division, how);
  all.macro = {mean(precision), mean(recall), mean(f1), sum.gold};
  if (sum.gold == 0) {
    const double nothing = sum.found == 0 ? zero_division : 0;
    all.weighted = {nothing, zero_division, nothing, 0};
  } else {
    all.weighted = {weighted_mean(precision, weights), weighted_mean(recall, weights),
                    weighted_mean(f1, weights), sum.gold};
  }
  return all;
}

}  // namespace

AveragedScores seqeval_scores(std::span<const TypeCounts> counts, double zero_division) {
  return averaged(counts, zero_division, F1::from_scores);
}

AveragedScores sklearn_scores(std::span<const TypeCounts> counts, double zero_division) {
  return averaged(counts, zero_division, F1::from_counts);
}

}  // namespace xlmr
