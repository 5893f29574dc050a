// SPDX-License-Identifier: Apache-2.0
// A microkernel of our own for int8 weights times seven-bit activations without an int8 dot product:
// i16x8.relaxed_dot_i8x16_i7x16_s (pmaddubsw on x86), 4 rows by 8 columns.
//
// Invariant: to the bit what the other kernels give: sums are exact, the float steps are theirs.
//
// The instruction adds two products in int16. Of seven bits and eight that is at most
// 2 * 127 * 128 = 32,512, so nothing saturates, and the standard leaves nothing open: its second
// operand has no high bit. Two results are added in int16 before they are widened, which is exact
// where the positive of the four weights in a lane add up to at most 258, and so do the negative:
// 127 * 258 = 32,766. fit() takes from the few weights that are too large for that what is too much,
// and keeps it in a list that the kernel adds afterwards:
//
//   lane [127, 90, 60, -3]   ->   [108, 90, 60, -3], and 19 times that activation on its own
//
// A panel in which too many are too large keeps them, and each result is widened by itself.
#ifndef XLMR_ENGINE_MADD7_KERNEL_H_
#define XLMR_ENGINE_MADD7_KERNEL_H_

#include "engine/kernels.h"

namespace xlmr {

[[nodiscard]] QuantizedKernel madd7_kernel();

}  // namespace xlmr

#endif  // XLMR_ENGINE_MADD7_KERNEL_H_
