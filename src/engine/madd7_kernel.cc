// SPDX-License-Identifier: Apache-2.0
#include "engine/madd7_kernel.h"

#include <wasm_simd128.h>

#include <algorithm>
#include <cstring>

namespace xlmr {
namespace {

constexpr size_t kRows = 4;
constexpr size_t kColumns = 8;
/// Inputs of a column side by side: a lane of int32.
constexpr size_t kDepth = 4;
/// Inputs whose products are added in int16.
constexpr size_t kStep = 2 * kDepth;
constexpr size_t kBlockBytes = kColumns * kDepth;

/// Of the four weights in a lane of int16, the positive and the negative each: times 127 it fits int16.
constexpr int32_t kMostInLane = 258;

// What is behind a panel's biases: how many corrections, or that none were made, then those.

constexpr uint32_t kWidenEach = ~uint32_t{0};

/// What was taken from a weight: its input in the upper bits, its column and an int8.
struct Correction {
  uint32_t bits;

  static Correction of(size_t input, size_t column, int32_t excess) {
    return {static_cast<uint32_t>(input << 11U | column << 8U) |
            (static_cast<uint32_t>(excess) & 255U)};
  }
  [[nodiscard]] size_t input() const { return bits >> 11U; }
  [[nodiscard]] size_t column() const { return bits >> 8U & 7U; }
  [[nodiscard]] int32_t excess() const { return static_cast<int8_t>(bits & 255U); }
};

/// So many cost a tenth of what widening half as often gains.
size_t most_corrections(size_t inputs) { return inputs / 16; }

size_t extra_bytes(size_t inputs) {
  return round_up(sizeof(uint32_t) + most_corrections(inputs) * sizeof(Correction), 16);
}

int8_t& weight_at(int8_t* weights, size_t input, size_t column) {
  return weights[input / kDepth * kBlockBytes + column * kDepth + input % kDepth];
}

/// Takes what is too much from the weights of a lane: inputs `first`, `first` + 1, and those a block on.
/// False where the list is full.
bool fit_lane(int8_t* weights, size_t first, size_t column, Correction* list, size_t room,
              size_t& count) {
  const size_t inputs[] = {first, first + 1, first + kDepth, first + kDepth + 1};
  for (const int32_t sign : {1, -1}) {
    for (;;) {
      int32_t sum = 0;
      size_t largest = inputs[0];
      for (const size_t input : inputs) {
        const int32_t value = sign * weight_at(weights, input, column);
        sum += std::max(value, 0);
        if (value > sign * weight_at(weights, largest, column)) largest = input;
      }
      if (sum <= kMostInLane) break;
      if (count == room) return false;
      int8_t& weight = weight_at(weights, largest, column);
      const int32_t excess = sign * std::min({sum - kMostInLane, sign * weight, 127});
      weight = static_cast<int8_t>(weight - excess);
      list[count++] = Correction::of(largest, column, excess);
    }
  }
  return true;
}

/// Whether a lane of these two blocks of four columns has weights that are too large.
bool is_too_large(v128_t first, v128_t second) {
  const v128_t zero = wasm_i32x4_const_splat(0);
  const auto sums = [](v128_t a, v128_t b) {
    return wasm_i16x8_add(wasm_i16x8_extadd_pairwise_i8x16(a), wasm_i16x8_extadd_pairwise_i8x16(b));
  };
  const v128_t positive = sums(wasm_i8x16_max(first, zero), wasm_i8x16_max(second, zero));
  const v128_t negative = sums(wasm_i8x16_min(first, zero), wasm_i8x16_min(second, zero));
  const v128_t most = wasm_i16x8_splat(kMostInLane);
  const v128_t least = wasm_i16x8_splat(-kMostInLane);
  return wasm_v128_any_true(
      wasm_v128_or(wasm_i16x8_gt(positive, most), wasm_i16x8_lt(negative, least)));
}

void fit(size_t inputs, int8_t* weights, std::byte* extra) {
  auto* list = reinterpret_cast<Correction*>(extra + sizeof(uint32_t));
  const size_t room = most_corrections(inputs);
  size_t count = 0;
  bool fits = true;
  for (size_t input = 0; input < inputs && fits; input += kStep) {
    const int8_t* block = weights + input * kColumns;
    for (size_t half = 0; half < kColumns && fits; half += 4) {
      const int8_t* at = block + half * kDepth;
      if (!is_too_large(wasm_v128_load(at), wasm_v128_load(at + kBlockBytes))) continue;
      for (size_t column = half; column < half + 4 && fits; ++column) {
        fits = fit_lane(weights, input, column, list, room, count) &&
               fit_lane(weights, input + 2, column, list, room, count);
      }
    }
  }
  if (!fits) {
    for (size_t i = 0; i < count; ++i) {
      int8_t& weight = weight_at(weights, list[i].input(), list[i].column());
      weight = static_cast<int8_t>(weight + list[i].excess());
    }
  }
  const uint32_t found = fits ? static_cast<uint32_t>(count) : kWidenEach;
  std::memcpy(extra, &found, sizeof(found));
}

/// V8 makes a constant of a vector anew at each use, other than 0: this one is read once for all.
alignas(16) constexpr int16_t kOnes[8] = {1, 1, 1, 1, 1, 1, 1, 1};
const int16_t* volatile const ones_at = kOnes;

v128_t products(v128_t weights, v128_t activations) {
  return wasm_i16x8_relaxed_dot_i8x16_i7x16(weights, activations);
}

/// Or the compiler unrolls into more values than there are registers.
void keep_order() { asm volatile("" ::: "memory"); }

struct Tile {
  const int8_t* rows[kRows];
  v128_t sums[kRows][2];
};

/// Sums over all inputs; as many blocks at a time as are added in int16.
template <size_t kBlocks>
void multiply(const int8_t* weights, size_t inputs, Tile& tile) {
  const int8_t* at[kRows];
  v128_t sums[kRows][2];
  for (size_t row = 0; row < kRows; ++row) {
    at[row] = tile.rows[row];
    sums[row][0] = sums[row][1] = wasm_i32x4_const_splat(0);
  }
  const v128_t ones = wasm_v128_load(ones_at);
  for (size_t input = 0; input < inputs; input += kBlocks * kDepth) {
    v128_t w[kBlocks][2];
#pragma clang loop unroll(full)
    for (size_t block = 0; block < kBlocks; ++block) {
      w[block][0] = wasm_v128_load(weights + block * kBlockBytes);
      w[block][1] = wasm_v128_load(weights + block * kBlockBytes + 16);
    }
    weights += kBlocks * kBlockBytes;
#pragma clang loop unroll(full)
    for (size_t row = 0; row < kRows; ++row) {
      v128_t a[kBlocks];
#pragma clang loop unroll(full)
      for (size_t block = 0; block < kBlocks; ++block) {
        a[block] = wasm_v128_load32_splat(at[row] + block * kDepth);
      }
#pragma clang loop unroll(full)
      for (size_t half = 0; half < 2; ++half) {
        v128_t both = products(w[0][half], a[0]);
        if constexpr (kBlocks == 2) both = wasm_i16x8_add(both, products(w[1][half], a[1]));
        sums[row][half] = wasm_i32x4_add(sums[row][half], wasm_i32x4_dot_i16x8(both, ones));
        keep_order();
      }
      at[row] += kBlocks * kDepth;
    }
  }
  std::memcpy(tile.sums, sums, sizeof(sums));
}

/// Adds the products of what fit() took away.
[[gnu::noinline]] void correct(const Correction* list, size_t count, Tile& tile) {
  int32_t sums[kRows][kColumns];
  std::memcpy(sums, tile.sums, sizeof(sums));
  for (size_t i = 0; i < count; ++i) {
    const Correction each = list[i];
    for (size_t row = 0; row < kRows; ++row) {
      sums[row][each.column()] += tile.rows[row][each.input()] * each.excess();
    }
  }
  std::memcpy(tile.sums, sums, sizeof(sums));
}

/// Sums to floats, as XNNPACK's kernels do it.
v128_t finish(v128_t sums, v128_t zero, const int32_t* minus, v128_t row_scale, const float* scale,
              const float* bias) {
  const v128_t centred = wasm_i32x4_add(sums, wasm_i32x4_mul(zero, wasm_v128_load(minus)));
  const v128_t scaled = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(centred), row_scale);
  return wasm_f32x4_add(wasm_f32x4_mul(scaled, wasm_v128_load(scale)), wasm_v128_load(bias));
}

void run(size_t rows, size_t columns, size_t depth, const void* a, size_t a_stride,
         const void* packed, float* c, size_t c_row_stride, size_t /*c_panel_stride*/,
         const xnn_f32_minmax_params* /*limits*/, const RowScale* scales) {
  const size_t inputs = round_up(depth, kStep);
  const auto* minus = static_cast<const int32_t*>(packed);
  const auto* weights = reinterpret_cast<const int8_t*>(minus + kColumns);
  const auto* scale = reinterpret_cast<const float*>(weights + inputs * kColumns);
  const float* bias = scale + kColumns;
  const auto* extra = reinterpret_cast<const std::byte*>(bias + kColumns);
  uint32_t count;
  std::memcpy(&count, extra, sizeof(count));

  Tile tile;
  // Rows that are not there are the last one again.
  for (size_t row = 0; row < kRows; ++row) {
    tile.rows[row] = static_cast<const int8_t*>(a) + std::min(row, rows - 1) * a_stride;
  }
  if (count == kWidenEach) {
    multiply<1>(weights, inputs, tile);
  } else {
    multiply<2>(weights, inputs, tile);
    if (count > 0) correct(reinterpret_cast<const Correction*>(extra + sizeof(count)), count, tile);
  }
  for (size_t row = 0; row < rows; ++row) {
    const v128_t row_scale = wasm_f32x4_splat(scales[row].inv_scale);
    const v128_t zero = wasm_i32x4_splat(scales[row].zero_point);
    auto* to = reinterpret_cast<float*>(reinterpret_cast<std::byte*>(c) + row * c_row_stride);
    float all[kColumns];
    float* out = columns == kColumns ? to : all;
    wasm_v128_store(out, finish(tile.sums[row][0], zero, minus, row_scale, scale, bias));
    wasm_v128_store(out + 4,
                    finish(tile.sums[row][1], zero, minus + 4, row_scale, scale + 4, bias + 4));
    if (columns < kColumns) std::memcpy(to, all, columns * sizeof(float));
  }
}

}  // namespace

QuantizedKernel madd7_kernel() {
  return {.name = "4x8c4 madd7",
          .run = run,
          .rows = kRows,
          .columns = kColumns,
          .depth = kDepth,
          .activations = Activations::seven_bits,
          .step = kStep,
          .extra_bytes = extra_bytes,
          .fit = fit};
}

}  // namespace xlmr
