// SPDX-License-Identifier: Apache-2.0
// StoredWeights: a whole checkpoint in memory, of weights as the reference encoder takes them, to
// be spoiled and read.
//
//   StoredWeights file = published_file(counter_encoder(config), Rounding::bf16);
//   file.set<float>("classifier.bias", 3, NAN);
//   read_checkpoint(file, config, sink)         // -> the reader's Status
#ifndef XLMR_TESTS_ENGINE_STORED_WEIGHTS_H_
#define XLMR_TESTS_ENGINE_STORED_WEIGHTS_H_

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/checkpoint_file.h"
#include "engine/reference/reference_weights.h"
#include "engine/weight_quantizer.h"
#include "formats/safetensors_builder.h"

namespace xlmr {

class StoredWeights {
 public:
  struct Tensor {
    std::string type;
    std::vector<uint64_t> shape;
    std::string bytes;
  };

  template <typename T>
  void add(const std::string& name, const char* type, std::vector<uint64_t> shape,
           const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    tensors[name] = {type, std::move(shape), std::move(bytes)};
  }
  template <typename T>
  void set(const std::string& name, size_t index, T value) {
    ASSERT_LE((index + 1) * sizeof(T), tensors.at(name).bytes.size());
    std::memcpy(&tensors.at(name).bytes[index * sizeof(T)], &value, sizeof(T));
  }

  [[nodiscard]] std::string bytes() const {
    std::string json = "{\"__metadata__\": {" + metadata + "}";
    std::string data;
    for (const auto& [name, tensor] : tensors) {
      json += ", \"" + name + R"(": {"dtype": ")" + tensor.type + R"(", "shape": )" +
              shape_text(tensor.shape) + R"(, "data_offsets": [)" + std::to_string(data.size());
      data += tensor.bytes;
      json += ", " + std::to_string(data.size()) + "]}";
    }
    return safetensors_file(json + "}", 0) + data;
  }

  std::string metadata;
  std::map<std::string, Tensor> tensors;
};

/// Calls visit(name, shape, values) for each tensor of `weights`, matrices' weights excepted: these
/// go to visit_matrix(name, matrix).
template <typename Weights, typename VisitMatrix, typename Visit>
void for_each_tensor(Weights& weights, const VisitMatrix& visit_matrix, const Visit& visit) {
  const auto table = [&](const std::string& name, auto& matrix) {
    visit(name + ".weight", {matrix.rows, matrix.columns}, matrix.values);
  };
  const auto norm = [&](const std::string& name, auto& each) {
    visit(name + ".LayerNorm.weight", {each.gamma.size()}, each.gamma);
    visit(name + ".LayerNorm.bias", {each.beta.size()}, each.beta);
  };
  const auto linear = [&](const std::string& name, auto& matrix) {
    visit_matrix(name + ".weight", matrix);
    visit(name + ".bias", {matrix.rows}, matrix.bias);
  };
  const std::string embeddings = "roberta.embeddings";
  visit_matrix(embeddings + ".word_embeddings.weight", weights.token_embeddings);
  table(embeddings + ".position_embeddings", weights.position_embeddings);
  table(embeddings + ".token_type_embeddings", weights.token_type_embeddings);
  norm(embeddings, weights.embedding_norm);
  for (size_t i = 0; i < weights.layers.size(); ++i) {
    auto& layer = weights.layers[i];
    const std::string name = "roberta.encoder.layer." + std::to_string(i);
    linear(name + ".attention.self.query", layer.query);
    linear(name + ".attention.self.key", layer.key);
    linear(name + ".attention.self.value", layer.value);
    linear(name + ".attention.output.dense", layer.attention_output);
    norm(name + ".attention.output", layer.attention_norm);
    linear(name + ".intermediate.dense", layer.intermediate);
    linear(name + ".output.dense", layer.output);
    norm(name + ".output", layer.output_norm);
  }
  table("classifier", weights.classifier);
  visit("classifier.bias", {weights.classifier.rows}, weights.classifier.bias);
}

enum class Rounding { none, f16, bf16 };

/// The bits of the nearest number of the type, ties to even. Of normal numbers.
inline uint16_t to_half(float value, Rounding rounding) {
  if (rounding == Rounding::bf16) {
    const auto bits = std::bit_cast<uint32_t>(value);
    return static_cast<uint16_t>((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
  }
  int exponent = 0;
  if (std::frexp(value, &exponent) == 0) return 0;
  exponent = std::max(exponent, -13);  // below, numbers are multiples of 2^-24
  const auto steps =
      static_cast<uint32_t>(std::lrint(std::ldexp(std::abs(double{value}), 11 - exponent)));
  return static_cast<uint16_t>((value < 0 ? 0x8000U : 0U) +
                               (static_cast<uint32_t>(exponent + 13) << 10) + steps);
}

inline float from_half(uint16_t bits, Rounding rounding) {
  if (rounding == Rounding::bf16) return std::bit_cast<float>(uint32_t{bits} << 16);
  const int exponent = bits >> 10 & 31;
  const int fraction = (bits & 1023) + (exponent > 0 ? 1024 : 0);
  const float size = std::ldexp(static_cast<float>(fraction), std::max(exponent, 1) - 25);
  return bits & 0x8000 ? -size : size;
}

/// What a file of that type makes of the weights.
inline ReferenceWeights<Matrix> rounded(ReferenceWeights<Matrix> weights, Rounding rounding) {
  const auto round_all = [&](std::vector<float>& values) {
    if (rounding == Rounding::none) return;
    for (float& each : values) each = from_half(to_half(each, rounding), rounding);
  };
  for_each_tensor(
      weights, [&](const std::string&, Matrix& matrix) { round_all(matrix.values); },
      [&](const std::string&, const std::vector<uint64_t>&, std::vector<float>& values) {
        round_all(values);
      });
  return weights;
}

inline void add_floats(StoredWeights& file, const std::string& name,
                       const std::vector<uint64_t>& shape, const std::vector<float>& values,
                       Rounding rounding = Rounding::none) {
  if (rounding == Rounding::none) return file.add(name, "F32", shape, values);
  std::vector<uint16_t> narrow;
  for (const float each : values) narrow.push_back(to_half(each, rounding));
  file.add(name, rounding == Rounding::f16 ? "F16" : "BF16", shape, narrow);
}

inline StoredWeights published_file(const ReferenceWeights<Matrix>& weights,
                                    Rounding rounding = Rounding::none) {
  StoredWeights file;
  file.metadata = R"("format": "pt")";
  for_each_tensor(
      weights,
      [&](const std::string& name, const Matrix& matrix) {
        add_floats(file, name, {matrix.rows, matrix.columns}, matrix.values, rounding);
      },
      [&](const std::string& name, const std::vector<uint64_t>& shape,
          const std::vector<float>& values) { add_floats(file, name, shape, values, rounding); });
  return file;
}

inline StoredWeights q8_file(const ReferenceWeights<QuantizedMatrix>& weights) {
  StoredWeights file;
  file.metadata = R"("format": "xlmr-ner", "version": "1", "dtype": "q8")";
  for_each_tensor(
      weights,
      [&](const std::string& name, const QuantizedMatrix& matrix) {
        file.add(name, "I8", {matrix.rows, matrix.columns}, matrix.values);
        file.add(name + ".scale", "F32", {matrix.rows}, matrix.scale);
        if (matrix.input_scale.empty()) return;
        file.add(name + ".input_scale", "F32", {matrix.columns}, matrix.input_scale);
      },
      [&](const std::string& name, const std::vector<uint64_t>& shape,
          const std::vector<float>& values) { file.add(name, "F32", shape, values); });
  return file;
}

/// Matrices in 4 bits; `weights` become what the file stands for.
inline StoredWeights q4_file(ReferenceWeights<Matrix>& weights, Rounding scales = Rounding::none) {
  StoredWeights file;
  file.metadata = R"("format": "xlmr-ner", "version": "1", "dtype": "q4", "group": "32")";
  for_each_tensor(
      weights,
      [&](const std::string& name, Matrix& matrix) {
        std::vector<std::byte> packed(matrix.values.size() / 2);
        std::vector<float> scale(matrix.values.size() / 32);
        quantize_q4(matrix.values, packed, scale);
        file.add(name, "U8", {matrix.rows, matrix.columns / 2}, packed);
        add_floats(file, name + ".scale", {matrix.rows, matrix.columns / 32}, scale, scales);
        for (size_t i = 0; i < matrix.values.size(); ++i) {
          const auto pair = static_cast<int>(packed[i / 2]);
          float unit = scale[i / 32];
          if (scales != Rounding::none) unit = from_half(to_half(unit, scales), scales);
          matrix.values[i] = static_cast<float>((i % 2 == 1 ? pair / 16 : pair % 16) - 8) * unit;
        }
      },
      [&](const std::string& name, const std::vector<uint64_t>& shape,
          const std::vector<float>& values) { file.add(name, "F32", shape, values); });
  return file;
}

/// What the int8 stand for, in float32.
inline Matrix dequantized(const QuantizedMatrix& matrix) {
  Matrix result{matrix.rows, matrix.columns, {}, matrix.bias};
  for (size_t i = 0; i < matrix.values.size(); ++i) {
    const size_t column = i % matrix.columns;
    const float value = static_cast<float>(matrix.values[i]) * matrix.scale[i / matrix.columns];
    result.values.push_back(matrix.input_scale.empty() ? value
                                                       : value / matrix.input_scale[column]);
  }
  return result;
}

inline ReferenceWeights<Matrix> dequantized(const ReferenceWeights<QuantizedMatrix>& weights) {
  ReferenceWeights<Matrix> result{dequantized(weights.token_embeddings),
                                  weights.position_embeddings,
                                  weights.token_type_embeddings,
                                  weights.embedding_norm,
                                  {},
                                  weights.classifier};
  for (const auto& layer : weights.layers) {
    result.layers.push_back({dequantized(layer.query), dequantized(layer.key),
                             dequantized(layer.value), dequantized(layer.attention_output),
                             layer.attention_norm, dequantized(layer.intermediate),
                             dequantized(layer.output), layer.output_norm});
  }
  return result;
}

/// A reader of `file`, whose header is parsed; the sink must outlive it.
inline Result<std::unique_ptr<CheckpointReader>> open_checkpoint(const std::string& file,
                                                                 const EncoderConfig& config,
                                                                 WeightSink& sink) {
  auto header = parse_file(file);
  XLMR_RETURN_IF_ERROR(header);
  return CheckpointReader::create(std::move(header).value(), config, sink);
}

/// Gives what is asked for; false where nothing is.
inline bool give_next(CheckpointReader& reader, const std::string& file, Status& status) {
  const auto request = reader.request();
  if (!request) return false;
  EXPECT_FALSE(request->destination.empty());
  EXPECT_LE(request->destination.size(), CheckpointReader::kMaxRequestBytes);
  EXPECT_LE(request->begin + request->destination.size(), file.size());
  std::memcpy(request->destination.data(), &file[request->begin], request->destination.size());
  status = reader.advance();
  return status.ok();
}

inline Status read_checkpoint(const StoredWeights& file, const EncoderConfig& config,
                              WeightSink& sink) {
  return read_checkpoint(file.bytes(), config, sink);
}

inline Encoder load_encoder(const StoredWeights& file, const EncoderConfig& config,
                            Precision precision) {
  return load_encoder(file.bytes(), config, precision);
}

/// The logits of windows in one call.
inline std::vector<float> run_encoder(Encoder& encoder,
                                      const std::vector<std::vector<int32_t>>& windows,
                                      const ThreadPool& pool) {
  std::vector<int32_t> ids;
  std::vector<uint32_t> lengths;
  for (const auto& window : windows) {
    ids.insert(ids.end(), window.begin(), window.end());
    lengths.push_back(static_cast<uint32_t>(window.size()));
  }
  std::vector<float> logits(ids.size() * encoder.config().labels, NAN);
  const Status status = encoder.forward(ids, lengths, logits, pool);
  EXPECT_TRUE(status.ok()) << status.message();
  return logits;
}

/// The largest difference of any two; a NaN is infinitely far from all.
inline float largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  EXPECT_EQ(a.size(), b.size());
  float largest = 0;
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const float difference = std::abs(a[i] - b[i]);
    largest = std::max(largest, std::isnan(difference) ? INFINITY : difference);
  }
  return largest;
}

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_STORED_WEIGHTS_H_
