// SPDX-License-Identifier: Apache-2.0
#include "ner/detokenize.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace xlmr {
namespace {

std::string join(const std::vector<std::string_view>& pieces) { return detokenize(pieces); }

TEST(Detokenize, TheFirstPieceLosesItsPrefixAndOthersGetASpace) {
  EXPECT_EQ(join({"▁Angela", "▁Mer", "kel"}), "Angela Merkel");
  EXPECT_EQ(join({"▁", "鈴", "木"}), "鈴木");
  EXPECT_EQ(join({"▁▁a▁", "▁▁b"}), "a  b");
  EXPECT_EQ(join({"kel", "▁"}), "kel ");
  EXPECT_EQ(join({}), "");
}

// What the reference does with words: they have no ▁ any more, so nothing separates them.
TEST(Detokenize, WordsThatWereDetokenizedBeforeRunTogether) {
  EXPECT_EQ(join({"New", "York"}), "NewYork");
}

}  // namespace
}  // namespace xlmr
