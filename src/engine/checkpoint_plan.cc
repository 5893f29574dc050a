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
    add_floats(concat(name, ".LayerNorm.weight"), {hidden});
    add_floats(concat(name, ".LayerNorm.bias"), {hidden});
  }

  void add_quantized(const std::string& name, uint32_t rows, uint32_t columns) {
    if (format_ == WeightFormat::q4) {
      add(concat(name, ".scale"), TensorType::f16, {rows, columns / kQ4Group});
      add(name, TensorType::u8, {rows, columns / 2});
    } else {
      add_floats(concat(name, ".scale"), {rows});
      add(name, TensorType::i8, {rows, columns});
    }
  }

  /// Linear layers that take one input, side by side.
  void add_linear(const std::vector<std::string>& names, uint32_t out, uint32_t in) {
    for (const std::string& name : names) add_floats(concat(name, ".bias"), {out});
    for (const std::string& name : names) add_floats(concat(name, ".weight.input_scale"), {in});
    for (const std::string& name : names) add_quantized(concat(name, ".weight"), out, in);
  }

 private:
  WeightFormat format_;
  std::vector<TensorEntry> tensors_;
};

std::vector<TensorEntry> tensors_of(const EncoderConfig& config, WeightFormat format) {
  const uint32_t hidden = config.hidden;
  TensorList list(format);
  const std::string embeddings = "roberta.embeddings";
  list.add_floats(concat(embeddings, ".position_embeddings.weight"), {config.positions, hidden});
  list.add_floats(concat(embeddings, ".token_type_embeddings.weight"), {config.type_vocab, hidden});
  list.add_norm(embeddings, hidden);
  list.add_quantized(concat(embeddings, ".word_embeddings.weight"), config.vocab_size, hidden);
  for (uint32_t i = 0; i < config.layers; ++i) {
    const std::string layer = concat("roberta.encoder.layer.", i);
    const std::string self = concat(layer, ".attention.self.");
    list.add_linear({concat(self, "query"), concat(self, "key"), concat(self, "value")}, hidden,
                    hidden);
    list.add_linear({concat(layer, ".attention.output.dense")}, hidden, hidden);
    list.add_norm(concat(layer, ".attention.output"), hidden);
    list.add_linear({concat(layer, ".intermediate.dense")}, config.intermediate, hidden);
    list.add_linear({concat(layer, ".output.dense")}, hidden, config.intermediate);
    list.add_norm(concat(layer, ".output"), hidden);
  }
  list.add_floats("classifier.bias", {config.labels});
  list.add_floats("classifier.weight", {config.labels, hidden});
  return std::move(list).take();
}

std::string member(std::string_view key, const AsText& value) {
  return concat("\"", key, "\":\"", value.view(), "\"");
}

std::string metadata_json(WeightFormat format, std::string_view source_sha256, bool has_adapter) {
  const bool is_q4 = format == WeightFormat::q4;
  std::string json =
      concat(member("format", kCheckpointFormat), ",", member("version", kCheckpointVersion), ",",
             member("dtype", is_q4 ? "q4" : "q8"));
  if (is_q4) json += "," + member("group", kQ4Group);
  if (has_adapter) json += "," + member("adapter", "lora");
  if (!source_sha256.empty()) json += "," + member("source_sha256", source_sha256);
  return json;
}

Status check(const EncoderConfig& config, WeightFormat format, std::string_view source_sha256) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (!source_sha256.empty() &&
      (source_sha256.size() != kSha256Digits || !std::ranges::all_of(source_sha256, is_digit))) {
    return invalid_argument(expected("source_sha256", "64 hexadecimal digits",
                                     concat("\"", source_sha256.substr(0, kSha256Digits), "\"")));
  }
  if (format == WeightFormat::q8) return {};
  if (format != WeightFormat::q4) return invalid_argument("dtype: expected q8 or q4, found fp32");
  for (const uint32_t size : {config.hidden, config.intermediate}) {
    if (size % kQ4Group == 0) continue;
    return invalid_argument(expected(
        "dtype", concat("q8 for rows of ", size, " numbers, which are no whole groups of 32"),
        "q4"));
  }
  return {};
}

}  // namespace

Result<CheckpointPlan> CheckpointPlan::make(const EncoderConfig& config, WeightFormat format,
                                            std::string_view source_sha256, bool has_adapter) {
  XLMR_RETURN_IF_ERROR(check(config, format, source_sha256));
  std::vector<TensorEntry> tensors = tensors_of(config, format);
  auto header = safetensors_header(tensors, metadata_json(format, source_sha256, has_adapter));
  XLMR_RETURN_IF_ERROR(header);
  for (TensorEntry& tensor : tensors) {
    tensor.begin += header.value().size();
    tensor.end += header.value().size();
  }
  const uint64_t file_size = tensors.back().end;
  return CheckpointPlan{format, std::move(header).value(), std::move(tensors), file_size};
}

}  // namespace xlmr
