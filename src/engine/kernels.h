// SPDX-License-Identifier: Apache-2.0
// Kernels: the inner loops the encoder runs on, XNNPACK's microkernels for this machine.
//
// Invariant: whatever is chosen, quantised products are the same to the bit: sums are exact int32
// and the float steps after them are the same. Float kernels differ in their last bits only.
//
//   const Kernels kernels = choose_kernels();
//   kernels.quantized.name  -> "4x16c4 wasmusdot" on x86 with VNNI under relaxed SIMD
//
// kernels_{scalar,simd,relaxed}.cc each define choose_kernels(); a binary has one of them.
#ifndef XLMR_ENGINE_KERNELS_H_
#define XLMR_ENGINE_KERNELS_H_

#include <cstddef>
#include <cstdint>

#include "xnnpack/microparams.h"

namespace xlmr {

/// Rows of the tile of any kernel, at most: who keeps a number for each row of a tile has this many.
inline constexpr uint32_t kMaxTileRows = 8;

/// For kernels that take parameters and need none.
inline constexpr xnn_f32_default_params kNoParams = {};

/// The next multiple of `step`: panels are packed whole.
constexpr size_t round_up(size_t value, size_t step) { return (value + step - 1) / step * step; }

/// How a row of activations was quantised: value = (q - zero_point) * scale, which XNNPACK calls
/// inv_scale; q and zero_point are 0 to 127.
using RowScale = xnn_qd8_quantization_params;

/// How a kernel wants its activations.
enum class Activations {
  seven_bits,     ///< int8, as quantised
  centred_int16,  ///< with the zero point taken off
};

/// Rows times packed columns, a tile of at most `rows` rows at a time. Strides are in bytes.
struct QuantizedKernel {
  using Function = void (*)(size_t rows, size_t columns, size_t depth, const void* a,
                            size_t a_stride, const void* packed, float* c, size_t c_row_stride,
                            size_t c_panel_stride, const xnn_f32_minmax_params* limits,
                            const RowScale* scales);
  const char* name;
  Function run;
  uint32_t rows;     ///< of one tile, up to kMaxTileRows
  uint32_t columns;  ///< of one packed panel
  uint32_t depth;    ///< neighbouring inputs of a column that are packed side by side
  Activations activations;
  /// Panels are filled up with zeros to a multiple of so many inputs, itself a multiple of depth.
  uint32_t step = depth;
  /// Makes a panel's weights such as the kernel wants them, and says how many bytes it leaves behind the
  /// biases. Null where the kernel takes all weights as they are.
  size_t (*extra_bytes)(size_t inputs) = nullptr;
  void (*fit)(size_t inputs, int8_t* weights, std::byte* extra) = nullptr;
};

/// XNNPACK's kernels by the type above.
template <auto kernel>
void as_quantized(size_t rows, size_t columns, size_t depth, const void* a, size_t a_stride,
                  const void* packed, float* c, size_t c_row_stride, size_t c_panel_stride,
                  const xnn_f32_minmax_params* limits, const RowScale* scales) {
  kernel(rows, columns, depth, static_cast<const int8_t*>(a), a_stride, packed, c, c_row_stride,
         c_panel_stride, limits, scales);
}

/// As above, in float32; depth is packed one by one.
struct FloatKernel {
  using Function = void (*)(size_t rows, size_t columns, size_t depth_bytes, const float* a,
                            size_t a_stride, const float* packed, float* c, size_t c_row_stride,
                            size_t c_panel_stride, const xnn_f32_default_params* params);
  Function run;
  uint32_t rows;     ///< of one tile, up to kMaxTileRows
  uint32_t columns;  ///< of one packed panel
};

/// Rows, which are as `Kernels::quantized` wants them, times a panel of 4-bit weights (q4_panel.h): all
/// of `rows` at once, since unpacking a panel costs about as much as a tile. `columns` is at most
/// kQ4Columns, `inputs` whole groups, `a_stride` in bytes, `y_stride` in floats.
struct Q4Kernel {
  using Function = void (*)(size_t rows, size_t columns, size_t inputs, const void* a,
                            size_t a_stride, const std::byte* panel, float* y, size_t y_stride,
                            const RowScale* scales);
  const char* name;
  Function run;
  uint32_t rows;  ///< that it takes at a time
};

struct Kernels {
  QuantizedKernel quantized;
  Q4Kernel q4;
  FloatKernel floating;
  /// GELU in its exact form, x * Phi(x), by a rational approximation of erf.
  void (*gelu)(size_t bytes, const float* in, float* out, const xnn_f32_default_params* params);
  void (*max)(size_t bytes, const float* in, float* out, const xnn_f32_default_params* params);
  /// out = exp(in - max), and the sum of these.
  void (*exp_minus_max)(size_t bytes, const float* in, const float* max, float* out, float* sum,
                        const void* params);
};

[[nodiscard]] Kernels choose_kernels();

}  // namespace xlmr

#endif  // XLMR_ENGINE_KERNELS_H_
