// SPDX-License-Identifier: Apache-2.0
// LoraDelta: what LoRA adds to one matrix of a network, as two thin ones.
//
// Invariant: left has `rank` columns and right `rank` rows; a number of the product depends on its
// row and column alone, so that a matrix may be merged in parts.
//
//   LoraDelta{2, 3, 1, 0.5, {1, 2}, {4, 5, 6}}.add(0, numbers)
//     -> adds 0.5 x {4, 5, 6, 8, 10, 12} to the six numbers
//
// Source: peft 0.21, get_delta_weight in tuners/lora/layer.py, in float32.
#ifndef XLMR_ENGINE_LORA_DELTA_H_
#define XLMR_ENGINE_LORA_DELTA_H_

#include <cstdint>
#include <span>
#include <vector>

namespace xlmr {

struct LoraDelta {
  uint64_t rows = 0;
  uint64_t columns = 0;
  uint64_t rank = 0;
  float scale = 0;
  std::vector<float> left{};   ///< [rows, rank]: B of a linear layer, A transposed of a table
  std::vector<float> right{};  ///< [rank, columns]: A of a linear layer, B transposed of a table

  /// Adds left x right x scale to the matrix's numbers from `first` on, all of which it has.
  void add(uint64_t first, std::span<float> numbers) const;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_LORA_DELTA_H_
