// SPDX-License-Identifier: Apache-2.0
#include "text/lexicon.h"

#include <utility>

#include "text/aligned_text.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

PieceTrie trie_of(const Vocabulary& vocabulary, std::string_view stored, bool& is_stored) {
  auto trie = read_trie(stored, vocabulary);
  is_stored = trie.has_value();
  return trie ? *std::move(trie) : PieceTrie(vocabulary.all());
}

}  // namespace

Lexicon::Lexicon(Vocabulary vocabulary, std::vector<double> scores, int32_t unknown,
                 Charsmap charsmap, std::string_view stored_trie)
    : vocabulary_(std::move(vocabulary)),
      unigram_(trie_of(vocabulary_, stored_trie, is_stored_), std::move(scores), unknown),
      normalizer_(std::move(charsmap)) {
  AlignedText meta;
  normalizer_.normalize(kMeta, /*origin=*/0, Alignment::exact, meta);
  keeps_meta_ = meta.text() == kMeta;
}

}  // namespace xlmr
