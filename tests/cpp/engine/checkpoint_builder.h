// SPDX-License-Identifier: Apache-2.0
// CheckpointBuilder: the header of a checkpoint of a small network in each form, and broken ones.
//
//   CheckpointBuilder(kSmall).q8().without("classifier.bias").header()
#ifndef XLMR_TESTS_ENGINE_CHECKPOINT_BUILDER_H_
#define XLMR_TESTS_ENGINE_CHECKPOINT_BUILDER_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/checkpoint_layout.h"
#include "engine/published_tensors.h"
#include "formats/safetensors_builder.h"

namespace xlmr {

class CheckpointBuilder {
 public:
  using Shape = std::vector<uint64_t>;

  explicit CheckpointBuilder(const EncoderConfig& config) {
    for (auto& [name, shape] : published_tensors(config)) tensors_[name] = {"F32", shape};
  }

  CheckpointBuilder& with(const std::string& name, const std::string& type, const Shape& shape) {
    tensors_[name] = {type, shape};
    return *this;
  }
  CheckpointBuilder& without(const std::string& name) {
    EXPECT_EQ(tensors_.erase(name), 1U) << name;
    return *this;
  }
  CheckpointBuilder& metadata(const std::string& key, const std::string& value) {
    metadata_[key] = value;
    return *this;
  }

  CheckpointBuilder& q8() {
    for (const std::string& name : matrices()) {
      const Shape shape = tensors_[name].shape;
      with(name, "I8", shape).with(name + ".scale", "F32", {shape[0]});
    }
    return metadata("format", "xlmr-ner").metadata("version", "1").metadata("dtype", "q8");
  }
  CheckpointBuilder& q4() {
    for (const std::string& name : matrices()) {
      const Shape shape = tensors_[name].shape;
      with(name, "U8", {shape[0], shape[1] / 2});
      with(name + ".scale", "F16", {shape[0], shape[1] / 32});
    }
    metadata("format", "xlmr-ner").metadata("version", "1").metadata("dtype", "q4");
    return metadata("group", "32");
  }

  /// The file's bytes up to the tensors, and how long the whole file were.
  [[nodiscard]] std::pair<std::string, uint64_t> bytes() const {
    std::string json = "{\"__metadata__\": {";
    for (const auto& [key, value] : metadata_) {
      json += (json.ends_with('{') ? "\"" : ", \"") + key + "\": \"" + value + '"';
    }
    json += '}';
    uint64_t end = 0;
    for (const auto& [name, tensor] : tensors_) {
      const uint64_t begin = end;
      uint64_t size = tensor_type_bits(tensor_type(tensor.type).value()) / 8;
      for (const uint64_t each : tensor.shape) size *= each;
      end += size;
      json += ", \"" + name + R"(": {"dtype": ")" + tensor.type + R"(", "shape": )" +
              shape_text(tensor.shape) + R"(, "data_offsets": [)" + std::to_string(begin) + ", " +
              std::to_string(end) + "]}";
    }
    json += '}';
    std::string file = safetensors_file(json, 0);
    const uint64_t size = file.size() + end;
    return {std::move(file), size};
  }

  [[nodiscard]] SafetensorsHeader header() const {
    const auto [file, size] = bytes();
    auto header = SafetensorsHeader::parse(file, size);
    EXPECT_TRUE(header.ok()) << header.status().message();
    return std::move(header).value();
  }

 private:
  struct Tensor {
    std::string type;
    Shape shape;
  };

  [[nodiscard]] std::vector<std::string> matrices() const {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : tensors_) {
      const bool is_layers = name.starts_with("roberta.encoder.") && tensor.shape.size() == 2;
      if (is_layers || name.ends_with("word_embeddings.weight")) names.push_back(name);
    }
    return names;
  }

  std::map<std::string, Tensor> tensors_;
  std::map<std::string, std::string> metadata_;
};

}  // namespace xlmr

#endif  // XLMR_TESTS_ENGINE_CHECKPOINT_BUILDER_H_
