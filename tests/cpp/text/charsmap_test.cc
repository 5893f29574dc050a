// SPDX-License-Identifier: Apache-2.0
#include "text/charsmap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "charsmap_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

std::string sample() {
  return charsmap_blob(
      {{"\xEF\xAC\x81", "fi"}, {"A", "a"}, {"e\xCC\x81", "\xC3\xA9"}, {"\t", " "}});
}

TEST(Charsmap, FindsTheShortestKeyAtTheStart) {
  const Charsmap map = Charsmap::read(charsmap_blob({{"a", "1"}, {"ab", "2"}})).value();
  EXPECT_EQ(map.shortest_match("abc"), "1");
  EXPECT_EQ(map.shortest_match("b"), std::nullopt);
  EXPECT_EQ(map.shortest_match(""), std::nullopt);
}

TEST(Charsmap, MapsSequencesOfSeveralBytes) {
  const Charsmap map = Charsmap::read(sample()).value();
  EXPECT_EQ(map.shortest_match("ﬁx"), "fi");
  EXPECT_EQ(map.shortest_match("e\u0301"), "é");
  EXPECT_EQ(map.shortest_match("e"), std::nullopt);
  EXPECT_EQ(map.shortest_match(std::string_view("\0A", 2)), std::nullopt);
}

TEST(Charsmap, SaysHowKeysRelateToAText) {
  const Charsmap map = Charsmap::read(sample()).value();
  EXPECT_TRUE(map.relation("A").has_key);
  EXPECT_FALSE(map.relation("A").goes_on);
  EXPECT_FALSE(map.relation("e").has_key);
  EXPECT_TRUE(map.relation("e").goes_on);
  EXPECT_TRUE(map.relation("Ax").has_key);
  EXPECT_FALSE(map.relation("x").goes_on);
  EXPECT_EQ(map.relation("\xEF\xAC\x80").walked, 2U);
  EXPECT_EQ(map.relation(std::string_view("\0", 1)).walked, 0U);
  EXPECT_FALSE(Charsmap().relation("A").has_key);
}

TEST(Charsmap, MapsNothingWhenThereIsNone) {
  EXPECT_EQ(Charsmap::read("").value().shortest_match("A"), std::nullopt);
}

TEST(Charsmap, RefusesBlobsOfTheWrongShape) {
  const std::string blob = sample();
  for (size_t size = 1; size < blob.size(); ++size) {
    EXPECT_FALSE(Charsmap::read(std::string_view(blob).substr(0, size)).ok()) << size;
  }
  std::string odd = blob;
  odd[0] = 1;
  EXPECT_THAT(Charsmap::read(odd).status().message(), HasSubstr("whole kilobytes"));
  std::string latin = blob;
  latin[latin.size() - 2] = '\xFF';
  EXPECT_THAT(Charsmap::read(latin).status().message(), HasSubstr("UTF-8"));
}

TEST(Charsmap, TakesUnitsThatNoLookUpReaches) {
  std::string blob = charsmap_blob({{"a", "b"}});
  const size_t unit = 4 + 4 * size_t{200};  // of the root's block, with no label of its place
  const uint32_t far = 0x1FFFFF << 10;
  std::memcpy(blob.data() + unit, &far, sizeof(far));
  const auto map = Charsmap::read(blob);
  ASSERT_TRUE(map.ok()) << map.status().message();
  EXPECT_EQ(map.value().shortest_match("a"), "b");
}

TEST(Charsmap, SurvivesEveryFlippedBitOfTheTrie) {
  // Issue 1269 of SentencePiece and its siblings: units that lead out of the array. Whatever a file
  // says, it is refused or looked up safely (the sanitizer build watches).
  const std::string blob = sample();
  for (size_t bit = 32; bit < 8 * (4 + 1024); ++bit) {
    std::string flipped = blob;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    const auto map = Charsmap::read(flipped);
    if (!map.ok()) continue;
    for (int c = 0; c < 256; ++c) {
      const char bytes[] = {static_cast<char>(c), '\xAC', '\x81', 'x'};
      (void)map.value().shortest_match({bytes, sizeof(bytes)});
    }
  }
}

TEST(Charsmap, SurvivesRandomTries) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string blob = sample();
    for (int i = 0; i < 40; ++i) blob[4 + random() % 2048] = static_cast<char>(random());
    const auto map = Charsmap::read(blob);
    if (map.ok()) (void)map.value().shortest_match("A\xCC\x81");
  }
}

}  // namespace
}  // namespace xlmr
