// SPDX-License-Identifier: Apache-2.0
#include "base/uninitialized.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace xlmr {
namespace {

using Values = std::vector<int8_t, UninitializedAllocator<int8_t>>;

TEST(Uninitialized, GrowingLeavesMemoryAsItIs) {
  Values values(4, int8_t{7});
  values.resize(2);
  values.resize(4);  // in the same memory
  EXPECT_EQ(values, Values(4, int8_t{7}));
}

TEST(Uninitialized, ValuesThatAreGivenAreTaken) {
  Values values{1, 2};
  values.push_back(3);
  values.resize(5, 9);
  EXPECT_EQ(values, (Values{1, 2, 3, 9, 9}));
  const Values copy = values;
  EXPECT_EQ(copy, values);
}

}  // namespace
}  // namespace xlmr
