// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_delta.h"

#include <algorithm>
#include <cstddef>

namespace xlmr {

void LoraDelta::add(uint64_t first, std::span<float> numbers) const {
  std::vector<float> sum(static_cast<size_t>(columns));
  for (size_t done = 0; done < numbers.size();) {
    const auto row = static_cast<size_t>((first + done) / columns);
    const auto begin = static_cast<size_t>((first + done) % columns);
    const size_t end = std::min(static_cast<size_t>(columns), begin + numbers.size() - done);
    std::ranges::fill(sum, 0.0F);
    for (size_t k = 0; k < rank; ++k) {
      const float factor = left[row * rank + k];
      const float* const line = &right[k * columns];
      for (size_t i = begin; i < end; ++i) sum[i] += factor * line[i];
    }
    for (size_t i = begin; i < end; ++i) numbers[done + i - begin] += sum[i] * scale;
    done += end - begin;
  }
}

}  // namespace xlmr
