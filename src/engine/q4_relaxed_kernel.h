// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernels with relaxed SIMD (q4_tile.h): activations as quantised, in seven bits.
//
// Invariant: nothing saturates, wraps or depends on what the standard leaves open. A lane of int16 gets 16
// products of seven bits and four in a group, at most 127 * 8 * 16 = 16,256.
#ifndef XLMR_ENGINE_Q4_RELAXED_KERNEL_H_
#define XLMR_ENGINE_Q4_RELAXED_KERNEL_H_

#include "engine/kernels.h"

namespace xlmr {

/// Sums in int16, for CPUs without an int8 dot product. For Activations::seven_bits.
[[nodiscard]] Q4Kernel q4_madd_kernel();

/// By the int8 dot product. For Activations::seven_bits.
[[nodiscard]] Q4Kernel q4_dot_kernel();

}  // namespace xlmr

#endif  // XLMR_ENGINE_Q4_RELAXED_KERNEL_H_
