// SPDX-License-Identifier: Apache-2.0
#include "ner/labelling.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

#include "ner/viterbi.h"

namespace xlmr {
namespace {

std::vector<uint32_t> label_by_argmax(const Scores& scores) {
  std::vector<uint32_t> labels;
  labels.reserve(scores.rows());
  for (size_t row = 0; row < scores.rows(); ++row) labels.push_back(scores.best(row));
  return labels;
}

// `constraints` are for scores.labels() labels.
std::vector<uint32_t> label_by_viterbi(const Scores& scores, const Transitions& constraints) {
  std::vector<float> emissions;
  emissions.reserve(scores.rows() * scores.labels());
  for (size_t row = 0; row < scores.rows(); ++row) {
    for (const float score : scores[row]) {
      emissions.push_back(std::log(std::max(score, std::numeric_limits<float>::min())));
    }
  }
  return viterbi(emissions, constraints);
}

// `logits` are those of all tokens, [1 + pieces + 1, labels]: a CRF is trained with <s> before the
// first piece and </s> behind the last.
std::vector<uint32_t> label_by_crf(const Units& units, std::span<const float> logits,
                                   const Transitions& crf) {
  const std::vector<uint32_t> tokens = viterbi(logits, crf);
  std::vector<uint32_t> labels;
  labels.reserve(units.pieces.size());
  for (const TokenRange pieces : units.pieces) labels.push_back(tokens[1 + pieces.begin]);
  return labels;
}

}  // namespace

Status check_labelling(Labelling labelling, const ModelConfig& config) {
  if (labelling == Labelling::crf && !config.crf) {
    return invalid_argument("viterbi: expected a crf_state_dict in the model's config.json");
  }
  if (labelling == Labelling::viterbi && config.labels.size() > Transitions::kMaxLabels) {
    return invalid_argument(expected(
        "viterbi", concat("at most ", Transitions::kMaxLabels, " labels"), config.labels.size()));
  }
  return {};
}

std::vector<uint32_t> label_units(const Units& units, const Logits& logits, Labelling labelling,
                                  const ModelConfig& config, LabelScheme scheme) {
  switch (labelling) {
    case Labelling::argmax:
      break;
    case Labelling::viterbi:
      return label_by_viterbi(units.scores, constraints(config.labels, scheme));
    case Labelling::crf:
      if (config.crf) return label_by_crf(units, logits.of_text(), *config.crf);
      break;  // not reached: check_labelling() refuses it
  }
  return label_by_argmax(units.scores);
}

}  // namespace xlmr
