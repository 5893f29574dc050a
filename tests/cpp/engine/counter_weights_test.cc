// SPDX-License-Identifier: Apache-2.0
// The generator that tests share with Python and JavaScript; tests/golden/counter_weights.py wrote
// the checksums.
#include "engine/counter_weights.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <fstream>
#include <map>
#include <string>

namespace xlmr {
namespace {

template <typename Value>
uint32_t checksum(const std::vector<Value>& values) {
  uint32_t sum = 0;
  uint32_t factor = 1;
  for (const Value value : values) {
    sum += std::bit_cast<uint32_t>(value) * factor;
    factor += 2;
  }
  return sum;
}

TEST(CounterWeights, EqualPythons) {
  const std::map<std::string, CounterShape> shapes = {
      {"tiny", tiny_shape()}, {"base", base_shape()}, {"large", large_shape()}};
  std::ifstream file(XLMR_NER_GOLDEN "/counter_weights.txt");
  std::string name;
  uint32_t first = 0;
  uint32_t second = 0;
  uint32_t sum = 0;
  int cases = 0;
  while (file >> name >> first >> second >> sum) {
    ++cases;
    if (const auto shape = shapes.find(name); shape != shapes.end()) {
      const auto ids = counter_window(shape->second, first);
      EXPECT_EQ(ids.size(), second) << name << ' ' << first;
      EXPECT_EQ(checksum(ids), sum) << name << ' ' << first;
    } else {
      EXPECT_EQ(checksum(counter_values(name, first, second)), sum) << name;
    }
  }
  EXPECT_EQ(cases, 30);
}

}  // namespace
}  // namespace xlmr
