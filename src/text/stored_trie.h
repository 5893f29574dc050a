// SPDX-License-Identifier: Apache-2.0
// stored_trie: a PieceTrie as bytes, so that a vocabulary that was loaded before is ready at once.
//
// Invariant: read_trie() gives the trie that was stored, of these very pieces, or none; whatever the
// bytes are, a search in what it gives stays inside.
//
//   std::vector<uint8_t> bytes = store_trie(trie, vocabulary);
//   read_trie(bytes, vocabulary)   -> the trie
//   read_trie(bytes, another)      -> none: it has to be built
//
// Layout, little endian: the header of stored_trie.cc, the nodes of 8 bytes, the rests.
#ifndef XLMR_TEXT_STORED_TRIE_H_
#define XLMR_TEXT_STORED_TRIE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/piece_trie.h"
#include "text/vocabulary.h"

namespace xlmr {

[[nodiscard]] std::vector<uint8_t> store_trie(const PieceTrie& trie, const Vocabulary& vocabulary);

/// None for bytes that are not whole, or of another vocabulary or version.
[[nodiscard]] std::optional<PieceTrie> read_trie(std::string_view bytes,
                                                 const Vocabulary& vocabulary);

}  // namespace xlmr

#endif  // XLMR_TEXT_STORED_TRIE_H_
