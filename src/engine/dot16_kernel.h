// SPDX-License-Identifier: Apache-2.0
// A microkernel of our own for int8 products without an int8 dot product: i32x4.dot_i16x8_s
// (pmaddwd), 4 rows by 8 columns.
//
// Invariant: to the bit what XNNPACK's kernels give: sums are exact, the float steps are theirs.
//
// XNNPACK's kernel for this case (4x4c8 dot16x2) keeps 16 sums of single columns, more than x86 has
// registers for under WebAssembly, and widens the activations in the inner loop. Here a register
// holds the sums of four columns, and activations come as int16 with their zero point taken off,
// two neighbours being loaded and spread by one instruction.
#ifndef XLMR_ENGINE_DOT16_KERNEL_H_
#define XLMR_ENGINE_DOT16_KERNEL_H_

#include "engine/kernels.h"

namespace xlmr {

[[nodiscard]] QuantizedKernel dot16_kernel();

}  // namespace xlmr

#endif  // XLMR_ENGINE_DOT16_KERNEL_H_
