// SPDX-License-Identifier: Apache-2.0
#include "text/lexicon.h"

#include <gtest/gtest.h>

#include "charsmap_builder.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

Lexicon lexicon(Charsmap charsmap) {
  Vocabulary vocabulary;
  for (const char* piece : {"<s>", "<pad>", "</s>", "<unk>", "▁in", "▁inn", "▁in"}) {
    vocabulary.add(piece);
  }
  return {vocabulary, {0, 0, 0, 0, -1, -2, -3}, kUnkId, std::move(charsmap)};
}

TEST(Lexicon, FindsWholePiecesOnlyOfEqualOnesTheLast) {
  const Lexicon pieces = lexicon(Charsmap());
  EXPECT_EQ(pieces.id_of("▁in"), 6);
  EXPECT_EQ(pieces.id_of("▁inn"), 5);
  EXPECT_EQ(pieces.id_of("▁i"), std::nullopt);
  EXPECT_EQ(pieces.id_of("▁inns"), std::nullopt);
  EXPECT_EQ(pieces.id_of(""), std::nullopt);
}

TEST(Lexicon, KnowsWhetherTheCharsmapLeavesAMetaAlone) {
  EXPECT_TRUE(lexicon(Charsmap()).keeps_meta());
  EXPECT_FALSE(lexicon(Charsmap::read(charsmap_blob({{"▁", " "}})).value()).keeps_meta());
}

}  // namespace
}  // namespace xlmr
