// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_delta.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace xlmr {
namespace {

TEST(LoraDelta, AddsTheProductInWholeOrInParts) {
  const LoraDelta delta{3, 5, 2, 0.5F, {1, 2, 3, 4, 5, 6}, {1, -2, 3, -4, 5, 6, 7, 8, 9, 10}};
  std::vector<float> expected;
  for (size_t row = 0; row < 3; ++row) {
    for (size_t i = 0; i < 5; ++i) {
      float sum = 0;
      for (size_t k = 0; k < 2; ++k) sum += delta.left[row * 2 + k] * delta.right[k * 5 + i];
      expected.push_back(100 + sum * 0.5F);
    }
  }
  for (size_t first = 0; first < expected.size(); ++first) {
    for (size_t end = first; end <= expected.size(); ++end) {
      std::vector<float> numbers(end - first, 100);
      delta.add(first, numbers);
      EXPECT_EQ(numbers, std::vector<float>(expected.begin() + static_cast<ptrdiff_t>(first),
                                            expected.begin() + static_cast<ptrdiff_t>(end)));
    }
  }
}

}  // namespace
}  // namespace xlmr
