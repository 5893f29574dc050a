// SPDX-License-Identifier: Apache-2.0
// The numbers of a tensor in a published checkpoint, as float32.
//
// Invariant: a number that float32 has no finite value for is found before it is used.
//
//   to_floats(TensorType::bf16, bytes 80 3F, out)   -> out {1.0}
//   check_finite(tensor, {1, NaN})
//     -> checkpoint: classifier.bias: expected finite numbers, found nan at element 1
#ifndef XLMR_ENGINE_TENSOR_NUMBERS_H_
#define XLMR_ENGINE_TENSOR_NUMBERS_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "base/status.h"
#include "formats/safetensors.h"

namespace xlmr {

/// Numbers of F32, F64, F16 or BF16; `out` has room for as many as `raw` has.
void to_floats(TensorType type, std::span<const std::byte> raw, std::span<float> out);

/// Errors: invalid_checkpoint, naming the tensor and the element.
[[nodiscard]] Status check_finite(const TensorEntry& entry, std::span<const float> values);

/// The error that `what` was expected of a tensor, and `found` at an element.
[[nodiscard]] Status wrong_number(const TensorEntry& entry, std::string_view what, size_t index,
                                  float found);

}  // namespace xlmr

#endif  // XLMR_ENGINE_TENSOR_NUMBERS_H_
