// SPDX-License-Identifier: Apache-2.0
#include "engine/tensor_type.h"

#include <cstddef>

namespace xlmr {
namespace {

struct Entry {
  TensorType type;
  std::string_view name;
  uint32_t bits;
};

// In the order of the enumerators.
constexpr Entry kTypes[] = {
    {TensorType::boolean, "BOOL", 8},    {TensorType::f4, "F4", 4},
    {TensorType::f6_e2m3, "F6_E2M3", 6}, {TensorType::f6_e3m2, "F6_E3M2", 6},
    {TensorType::u8, "U8", 8},           {TensorType::i8, "I8", 8},
    {TensorType::f8_e5m2, "F8_E5M2", 8}, {TensorType::f8_e4m3, "F8_E4M3", 8},
    {TensorType::f8_e8m0, "F8_E8M0", 8}, {TensorType::i16, "I16", 16},
    {TensorType::u16, "U16", 16},        {TensorType::f16, "F16", 16},
    {TensorType::bf16, "BF16", 16},      {TensorType::i32, "I32", 32},
    {TensorType::u32, "U32", 32},        {TensorType::f32, "F32", 32},
    {TensorType::c64, "C64", 64},        {TensorType::f64, "F64", 64},
    {TensorType::i64, "I64", 64},        {TensorType::u64, "U64", 64},
};

constexpr const Entry& entry_of(TensorType type) { return kTypes[static_cast<size_t>(type)]; }

constexpr bool is_in_order() {
  for (size_t i = 0; i < std::size(kTypes); ++i) {
    if (static_cast<size_t>(kTypes[i].type) != i) return false;
  }
  return true;
}
static_assert(is_in_order());

}  // namespace

std::optional<TensorType> tensor_type(std::string_view name) {
  for (const Entry& entry : kTypes) {
    if (entry.name == name) return entry.type;
  }
  return std::nullopt;
}

std::string_view tensor_type_name(TensorType type) { return entry_of(type).name; }
uint32_t tensor_type_bits(TensorType type) { return entry_of(type).bits; }

}  // namespace xlmr
