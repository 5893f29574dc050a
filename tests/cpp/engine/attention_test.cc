// SPDX-License-Identifier: Apache-2.0
#include "engine/attention.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/counter_weights.h"
#include "engine/reference/reference_blocks.h"

namespace xlmr {
namespace {

/// [tokens, 3 * hidden], large enough for attention to be sharp.
std::vector<float> make_qkv(size_t tokens, size_t hidden, float size = 3) {
  auto qkv = counter_values("attention", tokens * 3 * hidden, 1);
  for (float& each : qkv) each *= size;
  return qkv;
}

std::vector<float> run(const std::vector<float>& qkv, const std::vector<uint32_t>& lengths,
                       uint32_t heads, uint32_t head_size, size_t threads = 1) {
  Attention attention(choose_kernels(), heads, head_size);
  std::vector<float> out(qkv.size() / 3, NAN);
  attention.run(qkv.data(), lengths, out.data(), ThreadPool(threads));
  return out;
}

std::vector<float> expected_of(const std::vector<float>& qkv, const std::vector<uint32_t>& lengths,
                               uint32_t heads, uint32_t head_size) {
  const uint32_t hidden = heads * head_size;
  std::vector<float> all;
  size_t token = 0;
  for (const uint32_t length : lengths) {
    std::vector<float> parts[3];
    for (uint32_t i = 0; i < length; ++i, ++token) {
      for (size_t part = 0; part < 3; ++part) {
        const auto at = qkv.begin() + static_cast<ptrdiff_t>((token * 3 + part) * hidden);
        parts[part].insert(parts[part].end(), at, at + hidden);
      }
    }
    const auto out = reference::attention(parts[0], parts[1], parts[2], hidden, heads);
    all.insert(all.end(), out.begin(), out.end());
  }
  return all;
}

void expect_near(const std::vector<float>& found, const std::vector<float>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-5F) << i;
}

TEST(Attention, EqualsTheReferenceAtEachLength) {
  for (uint32_t length = 1; length <= 70; ++length) {
    for (const uint32_t size : {4U, 8U, 12U, 20U}) {
      SCOPED_TRACE(std::to_string(length) + " tokens, heads of " + std::to_string(size));
      const auto qkv = make_qkv(length, size_t{3} * size);
      expect_near(run(qkv, {length}, 3, size), expected_of(qkv, {length}, 3, size));
    }
  }
}

TEST(Attention, WindowsAreApart) {
  const std::vector<uint32_t> lengths = {3, 1, 70, 16, 2, 5};
  const auto qkv = make_qkv(97, 64);
  expect_near(run(qkv, lengths, 4, 16), expected_of(qkv, lengths, 4, 16));
}

TEST(Attention, LargeScoresDoNotOverflow) {
  const auto qkv = make_qkv(9, 16, 200);
  expect_near(run(qkv, {9}, 2, 8), expected_of(qkv, {9}, 2, 8));
}

TEST(Attention, OneTokenKeepsItsValue) {
  const auto qkv = make_qkv(1, 64, 5);
  EXPECT_EQ(run(qkv, {1}, 1, 64), (std::vector<float>{qkv.begin() + 128, qkv.end()}));
}

TEST(Attention, ThreadsAndCompanyChangeNoBit) {
  const std::vector<uint32_t> lengths = {13, 1, 30, 6};
  constexpr size_t kHidden = 32;
  const auto qkv = make_qkv(50, kHidden);
  const auto expected = run(qkv, lengths, 4, 8);
  for (const size_t threads : {2, 3}) EXPECT_EQ(run(qkv, lengths, 4, 8, threads), expected);
  size_t begin = 0;
  for (const uint32_t length : lengths) {
    const auto at = qkv.begin() + static_cast<ptrdiff_t>(begin * 3 * kHidden);
    const auto out = expected.begin() + static_cast<ptrdiff_t>(begin * kHidden);
    EXPECT_EQ(run({at, at + static_cast<ptrdiff_t>(length * 3 * kHidden)}, {length}, 4, 8),
              (std::vector<float>{out, out + static_cast<ptrdiff_t>(length * kHidden)}));
    begin += length;
  }
}

}  // namespace
}  // namespace xlmr
