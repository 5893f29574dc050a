// SPDX-License-Identifier: Apache-2.0
#include "engine/vector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace xlmr {
namespace {

TEST(Vector, RoundsToTheNearestTiesToEven) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> any(-300, 300);
  std::vector<float> values = {0, -0.0F, 0.5F, 1.5F, 2.5F, -0.5F, -1.5F, -2.5F, 4194303, -4194303};
  for (int i = 0; i < 10000; ++i) values.push_back(any(random));
  for (const float value : values) {
    EXPECT_EQ(round_to_int(splat(value))[3], std::lrint(value)) << value;
  }
}

TEST(Vector, SaturatesToInt8) {
  const i32x4 a{-1000, -129, -128, -127};
  const i32x4 b{-1, 0, 1, 2};
  const i32x4 c{126, 127, 128, 129};
  const i32x4 d{1000, 70000, -70000, 5};
  std::vector<int8_t> bytes(16);
  store_saturated(bytes.data(), a, b, c, d);
  EXPECT_EQ(bytes, (std::vector<int8_t>{-128, -128, -128, -127, -1, 0, 1, 2, 126, 127, 127, 127,
                                        127, 127, -128, 5}));
  store_seven_bits(bytes.data(), a, b, c, d);
  EXPECT_EQ(bytes,
            (std::vector<int8_t>{0, 0, 0, 0, 0, 0, 1, 2, 126, 127, 127, 127, 127, 127, 0, 5}));
  std::vector<int16_t> centred(8);
  store_centred(centred.data(), b, d, 0);
  EXPECT_EQ(centred, (std::vector<int16_t>{0, 0, 1, 2, 127, 127, 0, 5}));
  store_centred(centred.data(), b, d, 127);
  EXPECT_EQ(centred, (std::vector<int16_t>{-127, -127, -126, -125, 0, 0, -127, -122}));
}

TEST(Vector, ReducesAllLanes) {
  for (int lane = 0; lane < 4; ++lane) {
    f32x4 value{1, 2, 3, 4};
    value[lane] = -50;
    EXPECT_EQ(min_of(value), -50);
    value[lane] = 50;
    EXPECT_EQ(max_of(value), 50);
  }
  EXPECT_EQ(sum_of(f32x4{1, 20, 300, 4000}), 4321);
}

}  // namespace
}  // namespace xlmr
