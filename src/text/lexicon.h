// SPDX-License-Identifier: Apache-2.0
// Lexicon: what all pipelines over one vocabulary share: pieces, their scores and the charsmap.
//
// Invariant: immutable once made, so several tokenizers can hold one; pieces and scores are of one
// size, at least one.
//
//   Lexicon lexicon(vocabulary, scores, /*unknown=*/3, charsmap);
//   lexicon.id_of("▁in")  -> 23       lexicon.id_of("<date>")  -> none
#ifndef XLMR_TEXT_LEXICON_H_
#define XLMR_TEXT_LEXICON_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/charsmap.h"
#include "text/normalizer.h"
#include "text/stored_trie.h"
#include "text/unigram.h"
#include "text/vocabulary.h"

namespace xlmr {

class Lexicon {
 public:
  /// `scores` are by id and as many as the pieces; `unknown` is an id. `stored_trie` is what
  /// trie_to_store() gave of the same pieces; any other bytes are as none.
  Lexicon(Vocabulary vocabulary, std::vector<double> scores, int32_t unknown, Charsmap charsmap,
          std::string_view stored_trie = {});

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const Unigram& unigram() const { return unigram_; }
  [[nodiscard]] const Normalizer& normalizer() const { return normalizer_; }

  /// Whether a ▁ of a text comes through the charsmap.
  [[nodiscard]] bool keeps_meta() const { return keeps_meta_; }

  /// What makes the next load of these pieces quick; nothing where it was quick already.
  [[nodiscard]] std::vector<uint8_t> trie_to_store() const {
    return is_stored_ ? std::vector<uint8_t>() : store_trie(unigram_.trie(), vocabulary_);
  }

  /// Of equal pieces the last.
  [[nodiscard]] std::optional<int32_t> id_of(std::string_view piece) const {
    return unigram_.find(piece);
  }

 private:
  Vocabulary vocabulary_;
  bool is_stored_ = false;
  Unigram unigram_;
  Normalizer normalizer_;
  bool keeps_meta_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_LEXICON_H_
