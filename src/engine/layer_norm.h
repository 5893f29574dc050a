// SPDX-License-Identifier: Apache-2.0
// LayerNorm: (x - mean) / sqrt(variance + eps) * gamma + beta over one row, with the biased
// variance of torch.nn.LayerNorm (Ba et al. 2016, arXiv:1607.06450).
//
// Invariant: a row's result depends on that row only; sums run over lanes in a fixed order.
//
//   x [1, 3], gamma [1, 1], beta [0, 0], eps 0   ->   [-1, 1]
#ifndef XLMR_ENGINE_LAYER_NORM_H_
#define XLMR_ENGINE_LAYER_NORM_H_

#include <span>
#include <vector>

namespace xlmr {

struct LayerNorm {
  std::vector<float> gamma;
  std::vector<float> beta;
  float eps = 0;

  /// Replaces `row` by the norm of `row` + `residual`; both as long as gamma.
  void add_and_normalize(std::span<float> row, std::span<const float> residual) const;

  void normalize(std::span<float> row) const;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_LAYER_NORM_H_
