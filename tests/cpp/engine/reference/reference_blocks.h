// SPDX-License-Identifier: Apache-2.0
// The blocks of a transformer encoder, computed as their formulas say, for faster ones to be
// compared with.
//
// Invariant: numbers between blocks are float32; sums and functions within one are in double (where
// int8 is multiplied: as XNNPACK computes it, bit for bit). Rows do not depend on each other.
//
//   linear({{1, 0, 0}}, {.rows = 2, .columns = 3, .values = {1, 2, 3, 4, 5, 6}, .bias = {0, 1}})
//   -> {1, 5}
//
// `x` is row-major, [tokens, columns], and all sizes must agree: nothing is checked here.
// Source: transformers, models/xlm_roberta/modeling_xlm_roberta.py; for int8 XNNPACK's operators
// convert_nc_f32_qd8 and fully_connected_nc_qd8_f32_qc8w.
#ifndef XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_BLOCKS_H_
#define XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_BLOCKS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "engine/reference/reference_weights.h"

namespace xlmr::reference {

/// (x - mean) / sqrt(variance + eps) * gamma + beta of each row; the variance is that of the row as
/// a whole population.
[[nodiscard]] std::vector<float> layer_norm(std::span<const float> x,
                                            const LayerNormWeights& weights, float eps);

/// x * weights^T + bias: [tokens, rows].
[[nodiscard]] std::vector<float> linear(std::span<const float> x, const Matrix& weights);

/// The whole numbers that activations are quantised to.
struct Range {
  int32_t least;
  int32_t greatest;
};
inline constexpr Range kSevenBits{0, 127};
/// XNNPACK's.
inline constexpr Range kEightBits{-128, 127};

/// The same with int8: each row of x, divided by input_scale, is quantised, and its integer product
/// is scaled by row and by output.
[[nodiscard]] std::vector<float> linear(std::span<const float> x, const QuantizedMatrix& weights,
                                        Range range = kSevenBits);

/// values[i] stands for (values[i] - zero_point) * scale.
struct QuantizedRow {
  std::vector<int8_t> values;
  int32_t zero_point = 0;
  float scale = 1;
};

/// A row with a scale and a zero point of its own, such that its least and its greatest number and
/// 0 are within reach (XNNPACK, for eight bits: xnn_f32_qd8_asymmetric_quantization_params,
/// f32_qs8_vcvt).
[[nodiscard]] QuantizedRow quantize_row(std::span<const float> row, Range range = kSevenBits);

/// x / 2 * (1 + erf(x / sqrt 2)), the exact form (Hendrycks and Gimpel 2016), of each number.
[[nodiscard]] std::vector<float> gelu(std::span<const float> x);

/// exp(x[i]) / sum of exp(x): not negative, sum 1.
[[nodiscard]] std::vector<float> softmax(std::span<const float> x);

/// softmax(query * key^T / sqrt(hidden / heads)) * value within each head, over all tokens of one
/// window; the three and the result are [tokens, hidden] (Vaswani et al. 2017).
[[nodiscard]] std::vector<float> attention(std::span<const float> query, std::span<const float> key,
                                           std::span<const float> value, uint32_t hidden,
                                           uint32_t heads);

}  // namespace xlmr::reference

#endif  // XLMR_TESTS_ENGINE_REFERENCE_REFERENCE_BLOCKS_H_
