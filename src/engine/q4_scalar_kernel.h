// SPDX-License-Identifier: Apache-2.0
// The 4-bit kernel in plain C++, for native builds: what all the others equal to the bit.
//
//   y = float(sum over groups of (sum of (a - zero) * w) * group scale) * row scale * scale + bias
#ifndef XLMR_ENGINE_Q4_SCALAR_KERNEL_H_
#define XLMR_ENGINE_Q4_SCALAR_KERNEL_H_

#include "engine/kernels.h"

namespace xlmr {

/// For Activations::seven_bits.
[[nodiscard]] Q4Kernel q4_scalar_kernel();

}  // namespace xlmr

#endif  // XLMR_ENGINE_Q4_SCALAR_KERNEL_H_
