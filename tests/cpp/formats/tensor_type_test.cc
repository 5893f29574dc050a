// SPDX-License-Identifier: Apache-2.0
#include "formats/tensor_type.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

namespace xlmr {
namespace {

// The names and bits of safetensors' Dtype.
constexpr std::pair<std::string_view, uint32_t> kTypes[] = {
    {"BOOL", 8}, {"F4", 4},      {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"U8", 8},
    {"I8", 8},   {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"I16", 16},
    {"U16", 16}, {"F16", 16},    {"BF16", 16},   {"I32", 32},    {"U32", 32},
    {"F32", 32}, {"C64", 64},    {"F64", 64},    {"I64", 64},    {"U64", 64},
};

TEST(TensorType, HasANameAndASize) {
  for (const auto& [name, bits] : kTypes) {
    const auto type = tensor_type(name);
    ASSERT_TRUE(type.has_value()) << name;
    EXPECT_EQ(tensor_type_name(*type), name);
    EXPECT_EQ(tensor_type_bits(*type), bits) << name;
  }
}

TEST(TensorType, KnowsNoOther) {
  for (const std::string_view name : {"", "F3", "f32", "F32 ", "float32", "I4"}) {
    EXPECT_FALSE(tensor_type(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace xlmr
