// SPDX-License-Identifier: Apache-2.0
#include <wasm_simd128.h>

#include "engine/kernels.h"
#include "engine/madd7_kernel.h"
#include "engine/q4_relaxed_kernel.h"
#include "xnnpack/gemm.h"
#include "xnnpack/raddstoreexpminusmax.h"
#include "xnnpack/reduce.h"
#include "xnnpack/vunary.h"

namespace xlmr {
namespace {

/// What the relaxed dot product does with a second operand that has its high bit set, which the
/// standard leaves open.
enum class Dot { is_unsigned, is_signed, other };

/// Checks that the products are exact in int32, too: an instruction that saturates at 16 bits
/// (pmaddubsw, on x86 without VNNI) is `other`.
Dot probe_dot() {
  // volatile: Binaryen 120 aborts where it can fold a relaxed dot product of constants.
  const volatile v128_t high = wasm_u8x16_splat(0xFF);
  const volatile v128_t lowest = wasm_i8x16_splat(-128);
  const v128_t sum = wasm_i32x4_relaxed_dot_i8x16_i7x16_add(lowest, high, wasm_i32x4_splat(0));
  switch (wasm_i32x4_extract_lane(sum, 0)) {
    case 4 * -128 * 255:
      return Dot::is_unsigned;
    case 4 * -128 * -1:
      return Dot::is_signed;
    default:
      return Dot::other;
  }
}

QuantizedKernel choose_quantized(Dot dot) {
  switch (dot) {
    case Dot::is_unsigned:
      return {"4x16c4 wasmusdot",
              as_quantized<xnn_qd8_f32_qc8w_gemm_minmax_ukernel_4x16c4__wasmusdot_u2>,
              4,
              16,
              4,
              Activations::seven_bits};
    case Dot::is_signed:
      return {"4x8c8 wasmsdot",
              as_quantized<xnn_qd8_f32_qc8w_gemm_minmax_ukernel_4x8c8__wasmsdot_u2>,
              4,
              8,
              8,
              Activations::seven_bits};
    case Dot::other:
      break;
  }
  return madd7_kernel();
}

}  // namespace

Kernels choose_kernels() {
  const Dot dot = probe_dot();
  return {
      .quantized = choose_quantized(dot),
      .q4 = dot == Dot::other ? q4_madd_kernel() : q4_dot_kernel(),
      .floating = {xnn_f32_gemm_ukernel_4x8__wasmrelaxedsimd_fma_loadsplat, 4, 8},
      .gelu = xnn_f32_vgelu_ukernel__wasmsimd_rational_12_10_div_u4,
      .max = xnn_f32_rmax_ukernel__wasmsimd_pminmax_u16_acc4,
      .exp_minus_max = xnn_f32_raddstoreexpminusmax_ukernel__wasmrelaxedsimd_rr2_p5_u16_acc4,
  };
}

}  // namespace xlmr
