// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernel without relaxed SIMD (q4_tile.h): activations less their zero point in int16 times
// weights widened to int16, added in int32 (pmaddwd on x86).
#ifndef XLMR_ENGINE_Q4_SIMD_KERNEL_H_
#define XLMR_ENGINE_Q4_SIMD_KERNEL_H_

#include "engine/kernels.h"

namespace xlmr {

/// For Activations::centred_int16.
[[nodiscard]] Q4Kernel q4_simd_kernel();

}  // namespace xlmr

#endif  // XLMR_ENGINE_Q4_SIMD_KERNEL_H_
