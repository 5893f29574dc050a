// SPDX-License-Identifier: Apache-2.0
#include "engine/dot16_kernel.h"
#include "engine/kernels.h"
#include "engine/q4_simd_kernel.h"
#include "xnnpack/gemm.h"
#include "xnnpack/raddstoreexpminusmax.h"
#include "xnnpack/reduce.h"
#include "xnnpack/vunary.h"

namespace xlmr {

Kernels choose_kernels() {
  return {
      .quantized = dot16_kernel(),
      .q4 = q4_simd_kernel(),
      .floating = {xnn_f32_gemm_ukernel_4x8__wasmsimd_loadsplat, 4, 8},
      .gelu = xnn_f32_vgelu_ukernel__wasmsimd_rational_12_10_div_u4,
      .max = xnn_f32_rmax_ukernel__wasmsimd_pminmax_u16_acc4,
      .exp_minus_max = xnn_f32_raddstoreexpminusmax_ukernel__wasmsimd_rr2_p5_u16_acc4,
  };
}

}  // namespace xlmr
