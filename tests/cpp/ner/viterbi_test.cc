// SPDX-License-Identifier: Apache-2.0
#include "ner/viterbi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

double score_of(const std::vector<uint32_t>& path, const std::vector<float>& emissions,
                const Transitions& transitions) {
  double score = transitions.start[path.front()] + transitions.end[path.back()];
  for (size_t row = 0; row < path.size(); ++row) {
    score += emissions[row * transitions.labels + path[row]];
    if (row > 0) score += transitions.from_to(path[row - 1], path[row]);
  }
  return score;
}

// The oracle tries every sequence.
double best_by_exhaustion(size_t rows, const std::vector<float>& emissions,
                          const Transitions& transitions) {
  double best = -INFINITY;
  const auto all = static_cast<size_t>(std::pow(transitions.labels, rows));
  for (size_t number = 0; number < all; ++number) {
    std::vector<uint32_t> path(rows);
    size_t rest = number;
    for (uint32_t& label : path) {
      label = static_cast<uint32_t>(rest % transitions.labels);
      rest /= transitions.labels;
    }
    best = std::max(best, score_of(path, emissions, transitions));
  }
  return best;
}

TEST(Viterbi, FindsTheBestOfAllSequences) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> value(-3, 3);
  for (int round = 0; round < 300; ++round) {
    const auto labels = static_cast<uint32_t>(1 + random() % 4);
    const size_t rows = 1 + random() % 6;
    Transitions transitions(labels);
    for (auto* values : {&transitions.start, &transitions.end, &transitions.next}) {
      for (float& each : *values) each = value(random);
    }
    std::vector<float> emissions(rows * labels);
    for (float& each : emissions) each = value(random);
    const auto path = viterbi(emissions, transitions);
    ASSERT_EQ(path.size(), rows);
    EXPECT_NEAR(score_of(path, emissions, transitions),
                best_by_exhaustion(rows, emissions, transitions), 1e-4);
  }
}

TEST(Viterbi, GivesNothingForNoRows) { EXPECT_THAT(viterbi({}, Transitions(3)), IsEmpty()); }

// Labels O, B-PER, I-PER in all of these; I-PER is a little better than the rest.
const std::vector<float> kInside = {0, -0.5, 1, 0, -0.5, 1};

TEST(Viterbi, BioNeedsABeginning) {
  const LabelMap labels({"O", "B-PER", "I-PER"});
  EXPECT_THAT(viterbi(kInside, constraints(labels, LabelScheme::bio)), ElementsAre(1, 2));
  EXPECT_THAT(viterbi(kInside, constraints(labels, LabelScheme::iob1)), ElementsAre(2, 2));
  EXPECT_THAT(viterbi(kInside, constraints(labels, LabelScheme::none)), ElementsAre(2, 2));
}

TEST(Viterbi, Iob1NeedsANeighbourOfTheSameTypeBeforeB) {
  const LabelMap labels({"O", "B-PER", "I-PER"});
  const std::vector<float> begin = {0, 3, 1, 0, 3, 1};
  EXPECT_THAT(viterbi(begin, constraints(labels, LabelScheme::iob1)), ElementsAre(2, 1));
}

// Every sequence that comes out is one the scheme's grammar (a regular expression) accepts.
TEST(Viterbi, BioesAndBilouGiveWellFormedSequences) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> value(-2, 2);
  const std::vector<std::pair<LabelScheme, std::string>> schemes = {{LabelScheme::bioes, "BIES"},
                                                                    {LabelScheme::bilou, "BILU"}};
  for (const auto& [scheme, letters] : schemes) {
    std::vector<std::string> names = {"O"};
    for (const char letter : letters) {
      for (const char* type : {"A", "B"}) names.push_back(std::string{letter, '-'} + type);
    }
    const LabelMap labels(names);
    const Transitions transitions = constraints(labels, scheme);
    for (int round = 0; round < 200; ++round) {
      std::vector<float> emissions((1 + random() % 7) * names.size());
      for (float& each : emissions) each = value(random);
      std::string open;
      for (const uint32_t label : viterbi(emissions, transitions)) {
        const std::string& name = names[label];
        const bool goes_on = name[0] == letters[1] || name[0] == letters[2];
        ASSERT_EQ(goes_on, !open.empty()) << name << " after " << open;
        if (goes_on) {
          ASSERT_EQ(name.substr(2), open);
        }
        const bool stays_open = name[0] == letters[0] || name[0] == letters[1];
        open = name != "O" && stays_open ? name.substr(2) : "";
      }
      EXPECT_EQ(open, "");
    }
  }
}

TEST(Viterbi, ABareLabelAmongPrefixedOnesIsAnEntityOfItsOwn) {
  const LabelMap labels({"O", "B-X", "I-X", "E-X", "S-X", "GPE-LOC"});
  const Transitions transitions = constraints(labels, LabelScheme::bioes);
  EXPECT_EQ(transitions.from_to(5, 5), 0);
  EXPECT_EQ(transitions.from_to(1, 5), Transitions::kForbidden);
  EXPECT_EQ(transitions.from_to(3, 5), 0);
}

}  // namespace
}  // namespace xlmr
