// SPDX-License-Identifier: Apache-2.0
// TensorType: the element types a safetensors file can name.
//
// Invariant: every type has one name and one size in bits; some are smaller than a byte.
//
//   tensor_type("BF16")                  -> TensorType::bf16
//   tensor_type_name(TensorType::bf16)   -> "BF16"
//   tensor_type_bits(TensorType::bf16)   -> 16
//
// Source: safetensors' Dtype (safetensors/src/tensor.rs).
#ifndef XLMR_FORMATS_TENSOR_TYPE_H_
#define XLMR_FORMATS_TENSOR_TYPE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace xlmr {

enum class TensorType {
  boolean,
  f4,
  f6_e2m3,
  f6_e3m2,
  u8,
  i8,
  f8_e5m2,
  f8_e4m3,
  f8_e8m0,
  i16,
  u16,
  f16,
  bf16,
  i32,
  u32,
  f32,
  c64,
  f64,
  i64,
  u64,
};

/// The type of a header's "dtype", or nothing if there is none of that name.
[[nodiscard]] std::optional<TensorType> tensor_type(std::string_view name);
[[nodiscard]] std::string_view tensor_type_name(TensorType type);
[[nodiscard]] uint32_t tensor_type_bits(TensorType type);

}  // namespace xlmr

#endif  // XLMR_FORMATS_TENSOR_TYPE_H_
