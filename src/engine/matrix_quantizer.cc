// SPDX-License-Identifier: Apache-2.0
#include "engine/matrix_quantizer.h"

#include <span>
#include <utility>
#include <vector>

#include "engine/weight_quantizer.h"

namespace xlmr {

void MatrixQuantizer::see(const LayerNorm& norm) { inputs_ = spread_of(norm); }

LoadedMatrix MatrixQuantizer::quantize(MatrixPart part, LoadedMatrix matrix) {
  LoadedMatrix result = scale_inputs(part, std::move(matrix));
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

LoadedMatrix MatrixQuantizer::scale_inputs(MatrixPart part, LoadedMatrix matrix) {
  // The weights come times their input scale, so what goes in is divided by it.
  for (size_t i = 0; i < matrix.input_scale.size(); ++i) {
    inputs_.mean[i] /= matrix.input_scale[i];
    inputs_.deviation[i] /= matrix.input_scale[i];
  }
  const Spread inputs = inputs_;
  remember(part, matrix);
  if (!matrix.input_scale.empty()) return matrix;
  matrix.input_scale = choose_input_scale(inputs, matrix.shape, matrix.floats);
  for (size_t i = 0; i < matrix.floats.size(); ++i) {
    matrix.floats[i] *= matrix.input_scale[i % matrix.shape.in];
  }
  return matrix;
}

void MatrixQuantizer::remember(MatrixPart part, const LoadedMatrix& matrix) {
  if (part == MatrixPart::qkv) {
    // Attention averages values: the third of the three matrices side by side.
    const MatrixShape values{matrix.shape.out / 3, matrix.shape.in};
    inputs_ = spread_after(inputs_, values, std::span(matrix.floats).last(values.size()),
                           std::span(matrix.bias).last(values.out));
  } else if (part == MatrixPart::intermediate) {
    inputs_ = spread_after_gelu(spread_after(inputs_, matrix.shape, matrix.floats, matrix.bias));
  }
}

}  // namespace xlmr
