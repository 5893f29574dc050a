// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/checkpoint_form.h"
#include "formats/safetensors_writer.h"

namespace xlmr {
namespace {

using Shape = std::vector<uint64_t>;

constexpr size_t kSha256Digits = 64;

/// The tensors in order; begin and end count from the header's end.
class TensorList {
 public:
  explicit TensorList(WeightFormat format) : format_(format) {}

  [[nodiscard]] std::vector<TensorEntry> take() && { return std::move(tensors_); }

  void add(const std::string& name, TensorType type, Shape shape) {
    uint64_t size = tensor_type_bits(type) / 8;
    for (const uint64_t each : shape) size *= each;
    const uint64_t begin = tensors_.empty() ? 0 : tensors_.back().end;
    tensors_.push_back({name, type, std::move(shape), begin, begin + size});
  }

  void add_floats(const std::string& name, Shape shape) {
    add(name, TensorType::f32, std::move(shape));
  }

  void add_norm(const std::string& name, uint32_t hidden) {
    add_floats(name + ".LayerNorm.weight", {hidden});
    add_floats(name + ".LayerNorm.bias", {hidden});
  }

  void add_quantized(const std::string& name, uint32_t rows, uint32_t columns) {
    if (format_ == WeightFormat::q4) {
      add(name + ".scale", TensorType::f16, {rows, columns / kQ4Group});
      add(name, TensorType::u8, {rows, columns / 2});
    } else {
      add_floats(name + ".scale", {rows});
      add(name, TensorType::i8, {rows, columns});
    }
  }

  /// Linear layers that take one input, side by side.
  void add_linear(const std::vector<std::string>& names, uint32_t out, uint32_t in) {
    for (const std::string& name : names) add_floats(name + ".bias", {out});
    for (const std::string& name : names) add_floats(name + ".weight.input_scale", {in});
    for (const std::string& name : names) add_quantized(name + ".weight", out, in);
  }

 private:
  WeightFormat format_;
  std::vector<TensorEntry> tensors_;
};

std::vector<TensorEntry> tensors_of(const EncoderConfig& config, WeightFormat format) {
  const uint32_t hidden = config.hidden;
  TensorList list(format);
  const std::string embeddings = "roberta.embeddings";
  list.add_floats(embeddings + ".position_embeddings.weight", {config.positions, hidden});
  list.add_floats(embeddings + ".token_type_embeddings.weight", {config.type_vocab, hidden});
  list.add_norm(embeddings, hidden);
  list.add_quantized(embeddings + ".word_embeddings.weight", config.vocab_size, hidden);
  for (uint32_t i = 0; i < config.layers; ++i) {
    const std::string layer = "roberta.encoder.layer." + std::to_string(i);
    const std::string self = layer + ".attention.self.";
    list.add_linear({self + "query", self + "key", self + "value"}, hidden, hidden);
    list.add_linear({layer + ".attention.output.dense"}, hidden, hidden);
    list.add_norm(layer + ".attention.output", hidden);
    list.add_linear({layer + ".intermediate.dense"}, config.intermediate, hidden);
    list.add_linear({layer + ".output.dense"}, hidden, config.intermediate);
    list.add_norm(layer + ".output", hidden);
  }
  list.add_floats("classifier.bias", {config.labels});
  list.add_floats("classifier.weight", {config.labels, hidden});
  return std::move(list).take();
}

std::string member(std::string_view key, std::string_view value) {
  return '"' + std::string(key) + "\":\"" + std::string(value) + '"';
}

std::string metadata_json(WeightFormat format, std::string_view source_sha256) {
  const bool is_q4 = format == WeightFormat::q4;
  std::string json = member("format", kCheckpointFormat) + ',' +
                     member("version", std::to_string(kCheckpointVersion)) + ',' +
                     member("dtype", is_q4 ? "q4" : "q8");
  if (is_q4) json += ',' + member("group", std::to_string(kQ4Group));
  if (!source_sha256.empty()) json += ',' + member("source_sha256", source_sha256);
  return json;
}

Status check(const EncoderConfig& config, WeightFormat format, std::string_view source_sha256) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (!source_sha256.empty() &&
      (source_sha256.size() != kSha256Digits || !std::ranges::all_of(source_sha256, is_digit))) {
    return invalid_argument("source_sha256: expected 64 hexadecimal digits, found \"" +
                            std::string(source_sha256.substr(0, kSha256Digits)) + '"');
  }
  if (format == WeightFormat::q8) return {};
  if (format != WeightFormat::q4) return invalid_argument("dtype: expected q8 or q4, found fp32");
  for (const uint32_t size : {config.hidden, config.intermediate}) {
    if (size % kQ4Group == 0) continue;
    return invalid_argument("dtype: expected q8 for rows of " + std::to_string(size) +
                            " numbers, which are no whole groups of 32, found q4");
  }
  return {};
}

}  // namespace

Result<CheckpointPlan> CheckpointPlan::make(const EncoderConfig& config, WeightFormat format,
                                            std::string_view source_sha256) {
  if (Status status = check(config, format, source_sha256); !status.ok()) return status;
  std::vector<TensorEntry> tensors = tensors_of(config, format);
  auto header = safetensors_header(tensors, metadata_json(format, source_sha256));
  if (!header.ok()) return header.status();
  for (TensorEntry& tensor : tensors) {
    tensor.begin += header.value().size();
    tensor.end += header.value().size();
  }
  const uint64_t file_size = tensors.back().end;
  return CheckpointPlan{format, std::move(header).value(), std::move(tensors), file_size};
}

}  // namespace xlmr
