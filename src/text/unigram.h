// SPDX-License-Identifier: Apache-2.0
// Unigram: the most probable segmentation of a text into vocabulary pieces.
//
// Invariant: the pieces cover the text without gap or overlap; neighbouring unknown characters are
// one piece. Among equal paths the one found first wins, whose last piece starts earlier.
// Time is linear in the text, times the longest piece.
//
//   unigram.segment("▁Londen", scratch, out)   ->  {▁Lond, 7 bytes}, {en, 2 bytes}
//
// Source: tokenizers 0.22.2 and 0.23.3, models/unigram/model.rs (encode_optimized): scores are
// doubles and an unknown character costs 10 more than the least probable piece.
#ifndef XLMR_TEXT_UNIGRAM_H_
#define XLMR_TEXT_UNIGRAM_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/piece_trie.h"

namespace xlmr {

struct SegmentedPiece {
  int32_t id;     ///< index into the vocabulary
  uint32_t size;  ///< bytes
};

class Unigram {
 public:
  /// Working memory of segment(), to be kept between calls of one thread.
  struct Scratch {
    struct Node {
      double score;
      int32_t id;
      uint32_t begin;  // where the piece that ends here starts
    };
    std::vector<Node> nodes;
  };

  Unigram() = default;

  /// The trie's pieces are as many as the scores.
  Unigram(PieceTrie trie, std::vector<double> scores, int32_t unknown);

  /// `pieces` and `scores` are indexed by id and of one size; `unknown` is a valid id.
  Unigram(std::span<const std::string_view> pieces, std::vector<double> scores, int32_t unknown);

  /// Appends the pieces of `text`, valid UTF-8.
  void segment(std::string_view text, Scratch& scratch, std::vector<SegmentedPiece>& out) const;

  /// The id of this very piece; of equal ones the last.
  [[nodiscard]] std::optional<int32_t> find(std::string_view piece) const;

  [[nodiscard]] const PieceTrie& trie() const { return trie_; }

 private:
  PieceTrie trie_;
  std::vector<double> scores_;
  int32_t unknown_ = 0;
  double unknown_score_ = 0;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_UNIGRAM_H_
