// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels.h"
#include "engine/q4_scalar_kernel.h"
#include "xnnpack/gemm.h"
#include "xnnpack/raddstoreexpminusmax.h"
#include "xnnpack/reduce.h"
#include "xnnpack/vunary.h"

namespace xlmr {

Kernels choose_kernels() {
  return {
      .quantized = {"4x4 scalar", as_quantized<xnn_qd8_f32_qc8w_gemm_minmax_ukernel_4x4__scalar>, 4,
                    4, 1, Activations::seven_bits},
      .q4 = q4_scalar_kernel(),
      .floating = {xnn_f32_gemm_ukernel_4x4__scalar, 4, 4},
      .gelu = xnn_f32_vgelu_ukernel__scalar_rational_12_10_div_u1,
      .max = xnn_f32_rmax_ukernel__scalar_u4_acc4,
      .exp_minus_max = xnn_f32_raddstoreexpminusmax_ukernel__scalar_rr2_p5_u4_acc4,
  };
}

}  // namespace xlmr
