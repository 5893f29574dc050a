// SPDX-License-Identifier: Apache-2.0
#include "formats/tensor_type.h"

#include <cstddef>
#include <iterator>

namespace xlmr {
namespace {

struct Entry {
  std::string_view name;
  TensorType type;
  uint32_t bits;
};

// In the order of the enumerators.
constexpr Entry kTypes[] = {
    {"BOOL", TensorType::boolean, 8},    {"F4", TensorType::f4, 4},
    {"F6_E2M3", TensorType::f6_e2m3, 6}, {"F6_E3M2", TensorType::f6_e3m2, 6},
    {"U8", TensorType::u8, 8},           {"I8", TensorType::i8, 8},
    {"F8_E5M2", TensorType::f8_e5m2, 8}, {"F8_E4M3", TensorType::f8_e4m3, 8},
    {"F8_E8M0", TensorType::f8_e8m0, 8}, {"I16", TensorType::i16, 16},
    {"U16", TensorType::u16, 16},        {"F16", TensorType::f16, 16},
    {"BF16", TensorType::bf16, 16},      {"I32", TensorType::i32, 32},
    {"U32", TensorType::u32, 32},        {"F32", TensorType::f32, 32},
    {"C64", TensorType::c64, 64},        {"F64", TensorType::f64, 64},
    {"I64", TensorType::i64, 64},        {"U64", TensorType::u64, 64},
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
