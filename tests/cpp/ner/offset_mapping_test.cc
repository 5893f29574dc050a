// SPDX-License-Identifier: Apache-2.0
#include "ner/offset_mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using Pairs = std::vector<uint32_t>;

TEST(OffsetMapping, IsInBytesWhateverTheUnit) {
  EXPECT_THAT(byte_ranges(Pairs{0, 0, 1, 3, 3, 4}, OffsetUnit::utf16, "é🙂x").value(),
              ElementsAre(ByteRange{0, 0}, ByteRange{2, 6}, ByteRange{6, 7}));
  EXPECT_THAT(byte_ranges(Pairs{0, 0, 1, 2, 2, 3}, OffsetUnit::codepoint, "é🙂x").value(),
              ElementsAre(ByteRange{0, 0}, ByteRange{2, 6}, ByteRange{6, 7}));
  EXPECT_TRUE(byte_ranges(Pairs{}, OffsetUnit::utf16, "x").value().empty());
}

TEST(OffsetMapping, RefusesWhatIsNotWithinTheText) {
  EXPECT_EQ(byte_ranges(Pairs{0, 1, 1, 2}, OffsetUnit::utf16, "é🙂x").status().message(),
            "offset_mapping[1]: expected a range within the text, found [1, 2)");
  EXPECT_EQ(byte_ranges(Pairs{0, 4}, OffsetUnit::codepoint, "é🙂x").status().message(),
            "offset_mapping[0]: expected a range within the text, found [0, 4)");
  EXPECT_EQ(byte_ranges(Pairs{2, 1}, OffsetUnit::utf16, "xyz").status().message(),
            "offset_mapping[0]: expected a range within the text, found [2, 1)");
  EXPECT_EQ(byte_ranges(Pairs{0, 1, 1}, OffsetUnit::utf16, "xyz").status().message(),
            "offset_mapping: expected pairs, found 3 numbers");
}

}  // namespace
}  // namespace xlmr
