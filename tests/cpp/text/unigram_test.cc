// SPDX-License-Identifier: Apache-2.0
#include "text/unigram.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace xlmr {
namespace {

std::string segmented(const Unigram& unigram, std::string_view text) {
  Unigram::Scratch scratch;
  std::vector<SegmentedPiece> pieces;
  unigram.segment(text, scratch, pieces);
  std::string out;
  size_t at = 0;
  for (const SegmentedPiece& piece : pieces) {
    out += std::to_string(piece.id) + ":" + std::string(text.substr(at, piece.size)) + " ";
    at += piece.size;
  }
  EXPECT_EQ(at, text.size());
  return out;
}

TEST(Unigram, TakesTheMostProbablePath) {
  const std::vector<std::string_view> pieces = {"<unk>", "a", "b", "ab", "bc", "c"};
  const Unigram unigram(pieces, {0, -1, -1, -3, -1.5, -1}, 0);
  EXPECT_EQ(segmented(unigram, "ab"), "1:a 2:b ");
  EXPECT_EQ(segmented(unigram, "abc"), "1:a 4:bc ");
  EXPECT_EQ(segmented(unigram, ""), "");
}

TEST(Unigram, TakesThePathFoundFirstAmongEqualOnes) {
  const std::vector<std::string_view> pieces = {"<unk>", "a", "aa"};
  // Both ways to cut "aaa" score -3; the one whose last piece starts earlier is found first.
  const Unigram unigram(pieces, {0, -1, -2}, 0);
  EXPECT_EQ(segmented(unigram, "aa"), "2:aa ");
}

TEST(Unigram, FusesNeighbouringUnknownCharacters) {
  const std::vector<std::string_view> pieces = {"<unk>", "a"};
  const Unigram unigram(pieces, {0, -1}, 0);
  EXPECT_EQ(segmented(unigram, "語語a語"), "0:語語 1:a 0:語 ");
}

TEST(Unigram, FindsTheBestScoreOfAllSegmentations) {
  std::mt19937 random(5);
  const std::string letters = "abc";
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, double> scores;
    for (const char c : letters) scores[std::string(1, c)] = -4 - (random() % 100) / 25.0;
    for (int i = 0; i < 12; ++i) {
      std::string piece;
      for (size_t n = 2 + random() % 3; n > 0; --n) piece += letters[random() % 3];
      scores[piece] = -5 - (random() % 100) / 10.0;
    }
    std::vector<std::string_view> pieces = {"<unk>"};
    std::vector<double> values = {0};
    for (const auto& [piece, score] : scores) {
      pieces.push_back(piece);
      values.push_back(score);
    }
    std::string text;
    for (int i = 0; i < 9; ++i) text += letters[random() % 3];

    // Exhaustive: every way to place cuts between the nine letters.
    double best = -1e9;
    for (unsigned cuts = 0; cuts < 1U << 8; ++cuts) {
      double score = 0;
      size_t begin = 0;
      for (size_t end = 1; end <= text.size(); ++end) {
        if (end < text.size() && ((cuts >> (end - 1)) & 1) == 0) continue;
        const auto known = scores.find(text.substr(begin, end - begin));
        score += known == scores.end() ? -1e6 : known->second;
        begin = end;
      }
      best = std::max(best, score);
    }
    Unigram::Scratch scratch;
    std::vector<SegmentedPiece> found;
    Unigram(pieces, values, 0).segment(text, scratch, found);
    double score = 0;
    for (const SegmentedPiece& piece : found) score += values[static_cast<size_t>(piece.id)];
    ASSERT_NEAR(score, best, 1e-9);
  }
}

}  // namespace
}  // namespace xlmr
