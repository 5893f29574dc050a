// SPDX-License-Identifier: Apache-2.0
#include "engine/matrix_quantizer.h"

#include <span>
#include <utility>
#include <vector>

#include "engine/weight_quantizer.h"

namespace xlmr {

void MatrixQuantizer::see(const LayerNorm& norm) { inputs_ = statistics_of(norm); }

void MatrixQuantizer::pass(MatrixKind kind) {
  if (kind == MatrixKind::qkv || kind == MatrixKind::intermediate) inputs_ = {};
}

LoadedMatrix MatrixQuantizer::quantize(MatrixKind kind, LoadedMatrix matrix) {
  LoadedMatrix result = scale_inputs(kind, std::move(matrix));
  const size_t in = result.shape.in;
  result.values.resize(result.shape.size());
  result.scale.reserve(result.shape.out);
  for (size_t row = 0; row < result.shape.out; ++row) {
    result.scale.push_back(quantize_q8(std::span(result.floats).subspan(row * in, in),
                                       std::span(result.values).subspan(row * in, in)));
  }
  result.floats = {};
  return result;
}

LoadedMatrix MatrixQuantizer::scale_inputs(MatrixKind kind, LoadedMatrix matrix) {
  // The weights come times their input scale, so what goes in is divided by it.
  const bool is_known = !inputs_.mean.empty();
  for (size_t i = 0; is_known && i < matrix.input_scale.size(); ++i) {
    inputs_.mean[i] /= matrix.input_scale[i];
    inputs_.deviation[i] /= matrix.input_scale[i];
  }
  const ActivationStatistics inputs = inputs_;
  if (is_known) remember(kind, matrix);
  if (!is_known || !matrix.input_scale.empty()) return matrix;
  matrix.input_scale = choose_input_scale(inputs, matrix.shape, matrix.floats);
  for (size_t i = 0; i < matrix.floats.size(); ++i) {
    matrix.floats[i] *= matrix.input_scale[i % matrix.shape.in];
  }
  return matrix;
}

void MatrixQuantizer::remember(MatrixKind kind, const LoadedMatrix& matrix) {
  if (kind == MatrixKind::qkv) {
    // Attention averages values: the third of the three matrices side by side.
    const MatrixShape values{matrix.shape.out / 3, matrix.shape.in};
    inputs_ = statistics_after(inputs_, values, std::span(matrix.floats).last(values.size()),
                               std::span(matrix.bias).last(values.out));
  } else if (kind == MatrixKind::intermediate) {
    inputs_ =
        statistics_after_gelu(statistics_after(inputs_, matrix.shape, matrix.floats, matrix.bias));
  }
}

}  // namespace xlmr
