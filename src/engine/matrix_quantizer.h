// SPDX-License-Identifier: Apache-2.0
// MatrixQuantizer: float32 matrices to int8, with input scales that even out channels which are
// much larger than the others, as trained models have them.
//
// Invariant: it sees the parts in a WeightSink's order, and needs no data to run the model on: how
// large a matrix's inputs get it takes from the LayerNorm or the matrix before it.
//
//   quantizer.see(norm);
//   quantizer.quantize(MatrixKind::intermediate, matrix)  -> values, scale, input_scale
#ifndef XLMR_ENGINE_MATRIX_QUANTIZER_H_
#define XLMR_ENGINE_MATRIX_QUANTIZER_H_

#include "engine/input_scale.h"
#include "engine/layer_norm.h"
#include "engine/weight_sink.h"

namespace xlmr {

class MatrixQuantizer {
 public:
  void see(const LayerNorm& norm);

  /// To be called for a matrix that has its input scale and is not to be quantised: what comes out of
  /// it is not looked at, and a matrix behind it gets no scale of its own.
  void pass(MatrixKind kind);

  /// `matrix` has `floats`; those with an input scale already keep it. The result has `values`.
  [[nodiscard]] LoadedMatrix quantize(MatrixKind kind, LoadedMatrix matrix);

  /// As quantize(), but the weights stay float32, times the input scale that was chosen.
  [[nodiscard]] LoadedMatrix scale_inputs(MatrixKind kind, LoadedMatrix matrix);

 private:
  void remember(MatrixKind kind, const LoadedMatrix& matrix);

  ActivationStatistics inputs_;  // of the next matrix
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_MATRIX_QUANTIZER_H_
