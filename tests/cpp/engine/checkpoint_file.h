// SPDX-License-Identifier: Apache-2.0
// Whole checkpoints in memory: one of generated weights (counter_weights.h), and the way of any
// into a sink and into an encoder.
//
//   const std::string file = counter_checkpoint(tiny_shape().config);
//   Encoder encoder = load_encoder(file, tiny_shape().config, Precision::int8);
#ifndef XLMR_TESTS_ENGINE_CHECKPOINT_FILE_H_
#define XLMR_TESTS_ENGINE_CHECKPOINT_FILE_H_

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "engine/checkpoint_layout.h"
#include "engine/checkpoint_reader.h"
#include "engine/counter_weights.h"
#include "engine/encoder_builder.h"
#include "engine/published_tensors.h"
#include "formats/float16.h"
#include "formats/safetensors_builder.h"

namespace xlmr {

/// Changes a tensor's values before they are written.
using TensorEdit = std::function<void(const std::string& name, std::vector<float>& values)>;

/// Appends numbers in a type that a published checkpoint may have; those it has not are rounded.
inline void append_numbers(std::string& data, TensorType type, std::span<const float> values) {
  for (const float value : values) {
    const auto bits = std::bit_cast<uint32_t>(value);
    const uint32_t stored = type == TensorType::f16    ? f16_from_f32(value)
                            : type == TensorType::bf16 ? bits >> 16
                                                       : bits;
    data.append(reinterpret_cast<const char*>(&stored), tensor_type_bits(type) / 8);
  }
}

/// As published, in F32, F16 or BF16.
inline std::string counter_checkpoint(const EncoderConfig& config, const TensorEdit& edit = {},
                                      TensorType type = TensorType::f32) {
  std::string json;
  std::string data;
  for (const auto& [name, shape] : published_tensors(config)) {
    const auto columns = static_cast<uint32_t>(shape.back());
    auto values = counter_values(name, shape.size() == 2 ? shape[0] * columns : columns, columns);
    if (edit) edit(name, values);
    const size_t begin = data.size();
    append_numbers(data, type, values);
    json += (json.empty() ? "{\"" : ", \"") + name + R"(": {"dtype": ")" +
            std::string(tensor_type_name(type)) + R"(", "shape": )" + shape_text(shape) +
            R"(, "data_offsets": [)" + std::to_string(begin) + ", " + std::to_string(data.size()) +
            "]}";
  }
  return safetensors_file(json + '}', 0) + data;
}

/// Gives all parts to `sink`; `after` is called after each range that was read.
inline Status read_checkpoint(const std::string& file, const EncoderConfig& config,
                              WeightSink& sink, const std::function<void()>& after = {}) {
  auto header = parse_file(file);
  XLMR_RETURN_IF_ERROR(header);
  auto reader = CheckpointReader::create(std::move(header).value(), config, sink);
  XLMR_RETURN_IF_ERROR(reader);
  while (const auto request = reader.value()->request()) {
    std::memcpy(request->destination.data(), &file[request->begin], request->destination.size());
    XLMR_RETURN_IF_ERROR(reader.value()->advance());
    if (after) after();
  }
  return {};
}

inline Encoder load_encoder(const std::string& file, const EncoderConfig& config,
                            Precision precision) {
  const Kernels kernels = choose_kernels();
  EncoderBuilder builder(kernels, config, precision);
  const Status status = read_checkpoint(file, config, builder);
  EXPECT_TRUE(status.ok()) << status.message();
  return std::move(builder).build();
}

/// Logits of the first `windows` windows, one after the other.
inline std::vector<float> counter_logits(Encoder& encoder, const CounterShape& shape,
                                         uint32_t windows) {
  std::vector<int32_t> ids;
  std::vector<uint32_t> lengths;
  for (uint32_t i = 0; i < windows; ++i) {
    const auto window = counter_window(shape, i);
    ids.insert(ids.end(), window.begin(), window.end());
    lengths.push_back(static_cast<uint32_t>(window.size()));
  }
  std::vector<float> logits(ids.size() * shape.config.labels);
  const Status status = encoder.forward(ids, lengths, logits, ThreadPool(1));
  EXPECT_TRUE(status.ok()) << status.message();
  return logits;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_CHECKPOINT_FILE_H_
