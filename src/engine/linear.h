// SPDX-License-Identifier: Apache-2.0
// Linear: y = x W^T + b over many rows, with W in float32, int8 or 4 bits, packed for the kernels.
//
// Invariant: a row of the result depends on that row of x only, and is the same to the bit for any
// number of rows and threads. Of quantised weights the sums are exact.
//
//   Linear layer(kernels, {out 2, in 3}, weights, bias);
//   layer.prepare(x_row, 0, rows);             // quantises the row; float32: nothing to do
//   layer.run(x, rows, 1, y, pool);            // y [1, 2]
#ifndef XLMR_ENGINE_LINEAR_H_
#define XLMR_ENGINE_LINEAR_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "engine/kernels.h"
#include "engine/q4_panel.h"
#include "engine/quantized_rows.h"

namespace xlmr {

struct MatrixShape {
  uint32_t out = 0;
  uint32_t in = 0;

  [[nodiscard]] size_t size() const { return size_t{out} * in; }
};

/// Rows of int8 weights, as a checkpoint or the quantiser gives them. Views.
struct QuantizedWeights {
  std::span<const int8_t> values;       ///< [out, in]
  std::span<const float> scale;         ///< [out]
  std::span<const float> input_factor;  ///< [in] what x is multiplied by before it is quantised;
                                        ///< empty for 1
};

class Linear {
 public:
  Linear() = default;
  /// `weights` [out, in] and `bias` [out] are packed, not kept.
  Linear(const Kernels& kernels, MatrixShape shape, std::span<const float> weights,
         std::span<const float> bias);
  Linear(const Kernels& kernels, MatrixShape shape, const QuantizedWeights& weights,
         std::span<const float> bias);
  Linear(const Kernels& kernels, MatrixShape shape, const Q4Weights& weights,
         std::span<const float> bias);

  [[nodiscard]] MatrixShape shape() const { return shape_; }
  /// Whether run() takes quantised rows.
  [[nodiscard]] bool is_quantized() const { return form_ != Form::floats; }
  /// How many rows the kernel takes at a time.
  [[nodiscard]] size_t tile_rows() const;

  /// Makes row `index` of `rows` ready for run(). `x` is [in].
  void prepare(std::span<const float> x, size_t index, QuantizedRows& rows) const {
    if (is_quantized()) rows.set(index, x, input_factor_);
  }

  /// `x` is [count, in] and `y` [count, out]. Where it is quantised `rows` is read in place of `x`.
  void run(const float* x, const QuantizedRows& rows, size_t count, float* y,
           const ThreadPool& pool) const;

 private:
  enum class Form : uint8_t { floats, int8, q4 };

  /// Calls tile(panel, first column, columns) for each panel, on the pool, for so many rows.
  template <typename Tile>
  void for_each_panel(size_t rows, const ThreadPool& pool, const Tile& tile) const;

  MatrixShape shape_;
  Form form_ = Form::floats;
  QuantizedKernel quantized_{};
  Q4Kernel q4_{};
  FloatKernel floating_{};
  uint32_t panel_columns_ = 0;
  size_t panel_bytes_ = 0;
  std::unique_ptr<std::byte[]> panels_;
  std::vector<float> input_factor_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_LINEAR_H_
