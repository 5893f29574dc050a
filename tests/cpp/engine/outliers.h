// SPDX-License-Identifier: Apache-2.0
// outlier_channels: a model of the same function in which some channels are far larger than the
// others, as those of trained models are (Dettmers et al. 2022, arXiv:2208.07339).
//
//   counter_checkpoint(config, outlier_channels(config, 6, 50))
//
// In each layer, `count` outputs of the value matrix are `factor` times as large, and what the next
// matrix makes of them is as much smaller. A factor that is no power of two changes the logits by
// float32's rounding.
#ifndef XLMR_TESTS_ENGINE_OUTLIERS_H_
#define XLMR_TESTS_ENGINE_OUTLIERS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/checkpoint_file.h"

namespace xlmr {

inline TensorEdit outlier_channels(const EncoderConfig& config, uint32_t count, float factor) {
  return
      [hidden = config.hidden, count, factor](const std::string& name, std::vector<float>& values) {
        const bool is_value = name.find("attention.self.value.") != std::string::npos;
        const bool is_next = name.ends_with("attention.output.dense.weight");
        if (!is_value && !is_next) return;
        const size_t columns = values.size() / hidden;  // 1 of a bias
        for (uint32_t i = 0; i < count; ++i) {
          // Other channels in each layer; the layer is the only number in a name.
          const size_t layer = std::stoul(name.substr(name.find("layer.") + 6));
          const size_t channel = counter_hash(static_cast<uint32_t>(layer), i) % hidden;
          for (size_t k = 0; k < columns; ++k) {
            if (is_value) values[channel * columns + k] *= factor;
            if (is_next) values[k * columns + channel] /= factor;
          }
        }
      };
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_OUTLIERS_H_
