// SPDX-License-Identifier: Apache-2.0
// Input scales: how large each input of a matrix gets, seen from the weights before it, and what to
// divide it by so that one scale a row serves all inputs (SmoothQuant, Xiao et al. 2023,
// arXiv:2211.10438, with alpha 1/2, but without running the model on data).
//
// Invariant: where a model is changed without changing its function (a value channel times c, its
// column of the next matrix divided by c), the divided inputs and the multiplied weights stay the
// same, and so does the error of their quantisation.
//
//   inputs up to [50, 1], largest weight of each column [0.02, 1]   ->   scales [50, 1]
#ifndef XLMR_ENGINE_INPUT_SCALE_H_
#define XLMR_ENGINE_INPUT_SCALE_H_

#include <span>
#include <vector>

#include "engine/layer_norm.h"
#include "engine/linear.h"

namespace xlmr {

/// About how large each of a layer's inputs or outputs is, as normal distributions.
struct ActivationStatistics {
  std::vector<float> mean;
  std::vector<float> deviation;
};

/// The statistics of a LayerNorm's outputs: beta and |gamma|.
[[nodiscard]] ActivationStatistics statistics_of(const LayerNorm& norm);

/// The statistics of x W^T + b, the inputs taken as independent. `weights` [out, in].
[[nodiscard]] ActivationStatistics statistics_after(const ActivationStatistics& inputs,
                                                    MatrixShape shape,
                                                    std::span<const float> weights,
                                                    std::span<const float> bias);

/// The statistics of GELU's results: what is positive stays, what is negative shrinks.
[[nodiscard]] ActivationStatistics statistics_after_gelu(ActivationStatistics inputs);

/// [in]: sqrt(size of the input / largest weight of its column), 1 where either is 0.
[[nodiscard]] std::vector<float> choose_input_scale(const ActivationStatistics& inputs,
                                                    MatrixShape shape,
                                                    std::span<const float> weights);

}  // namespace xlmr

#endif  // XLMR_ENGINE_INPUT_SCALE_H_
