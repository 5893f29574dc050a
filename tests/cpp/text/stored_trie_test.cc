// SPDX-License-Identifier: Apache-2.0
#include "text/stored_trie.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace xlmr {
namespace {

using Found = std::vector<std::pair<int32_t, size_t>>;

Vocabulary vocabulary_of(const std::vector<std::string>& pieces) {
  Vocabulary vocabulary;
  for (const auto& piece : pieces) vocabulary.add(piece);
  return vocabulary;
}

std::vector<std::string> random_pieces(std::mt19937& random, int count) {
  std::vector<std::string> pieces;
  for (int i = 0; i < count; ++i) {
    std::string piece(1 + random() % 9, '\0');
    for (char& c : piece) c = static_cast<char>(random() % (i % 2 == 0 ? 256 : 3));
    pieces.push_back(piece);
  }
  return pieces;
}

Found prefixes(const PieceTrie& trie, std::string_view text) {
  Found found;
  trie.for_each_prefix(text, [&](int32_t id, size_t size) { found.emplace_back(id, size); });
  return found;
}

std::string_view view(const std::vector<uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(StoredTrie, FindsWhatTheTrieThatWasBuiltFinds) {
  std::mt19937 random(5);
  const Vocabulary vocabulary = vocabulary_of(random_pieces(random, 3000));
  const PieceTrie built(vocabulary.all());
  const auto read = read_trie(view(store_trie(built, vocabulary)), vocabulary);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->has_repeated(), built.has_repeated());
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_pieces(random, 2).back();
    ASSERT_EQ(prefixes(*read, text), prefixes(built, text));
  }
}

TEST(StoredTrie, IsNotThatOfOtherPieces) {
  const Vocabulary vocabulary = vocabulary_of({"▁", "▁in", "x"});
  const auto bytes = store_trie(PieceTrie(vocabulary.all()), vocabulary);
  EXPECT_TRUE(read_trie(view(bytes), vocabulary));
  EXPECT_FALSE(read_trie(view(bytes), vocabulary_of({"▁", "▁in", "y"})));
  EXPECT_FALSE(read_trie(view(bytes), vocabulary_of({"▁", "▁", "inx"})));
  EXPECT_FALSE(read_trie(view(bytes), vocabulary_of({"▁", "▁in"})));
}

TEST(StoredTrie, IsRefusedWhereItIsDamaged) {
  const Vocabulary vocabulary = vocabulary_of({"▁", "▁in", "▁inside", "x"});
  const auto bytes = store_trie(PieceTrie(vocabulary.all()), vocabulary);
  for (size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(read_trie(view(bytes).substr(0, size), vocabulary)) << size;
  }
  constexpr size_t kHasRepeated = 32;  // eight bytes of the header that say no more than this
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (at >= kHasRepeated && at < kHasRepeated + 8) continue;
    auto damaged = bytes;
    damaged[at] ^= 1;
    ASSERT_FALSE(read_trie(view(damaged), vocabulary)) << at;
  }
}

// What the fingerprint would keep out: a search must stay inside all the same.
TEST(StoredTrie, OfAnyPartsIsSearchedInsideThemOrRefused) {
  std::mt19937 random(6);
  const Vocabulary vocabulary = vocabulary_of(random_pieces(random, 60));
  const PieceTrie built(vocabulary.all());
  const auto pieces = static_cast<size_t>(vocabulary.size());
  for (int round = 0; round < 3000; ++round) {
    PieceTrie::Parts parts = built.parts();
    const auto at = random() % parts.nodes.size();
    parts.nodes[at] = {static_cast<uint32_t>(random() % (round % 2 == 0 ? 2048 : UINT32_MAX)),
                       static_cast<uint8_t>(random()), static_cast<int32_t>(random() % 90)};
    if (round % 3 == 0) parts.rests.resize(random() % (parts.rests.size() + 1));
    const auto trie = PieceTrie::from_parts(std::move(parts), pieces);
    if (!trie) continue;
    for (int label = 0; label < 256; ++label) {
      const std::string text = static_cast<char>(label) + random_pieces(random, 2).back();
      for (const auto& [id, size] : prefixes(*trie, text)) {
        ASSERT_LT(static_cast<size_t>(id), pieces);
        ASSERT_LE(size, text.size());
      }
    }
  }
}

}  // namespace
}  // namespace xlmr
