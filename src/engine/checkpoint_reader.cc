// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_reader.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "engine/checkpoint_form.h"
#include "engine/weight_quantizer.h"
#include "formats/float16.h"

namespace xlmr {
namespace {

Status wrong_number(const TensorEntry& entry, std::string_view what, size_t index, float found) {
  return invalid_checkpoint(expected(concat("checkpoint: ", entry.name), what,
                                     concat(std::to_string(found), " at element ", index)));
}

Status check_finite(const TensorEntry& entry, std::span<const float> values) {
  float sum = 0;  // NaN as soon as one value is not finite
  for (const float value : values) sum += value * 0;
  if (sum == 0) return {};
  const auto* found = std::find_if(values.data(), values.data() + values.size(),
                                   [](float value) { return !std::isfinite(value); });
  return wrong_number(entry, "finite numbers", static_cast<size_t>(found - values.data()), *found);
}

/// For scales of int8 rows: 0 where all of a row is 0.
Status check_not_negative(const TensorEntry& entry, std::span<const float> values) {
  for (size_t i = 0; i < values.size(); ++i) {
    if (!(values[i] >= 0)) return wrong_number(entry, "numbers of at least 0", i, values[i]);
  }
  return {};
}

/// For what is divided by: the reciprocal has to be finite, too.
Status check_divisors(const TensorEntry& entry, std::span<const float> values) {
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i] > 0 && std::isnormal(values[i])) continue;
    return wrong_number(entry, "numbers above 0 that are not subnormal", i, values[i]);
  }
  return {};
}

template <typename Vector>
std::span<std::byte> bytes_of(Vector& values, size_t first = 0) {
  return std::as_writable_bytes(std::span(values)).subspan(first * sizeof(values[0]));
}

/// Numbers of F32, F16 or BF16 as float32.
void to_floats(TensorType type, std::span<const std::byte> raw, std::span<float> out) {
  if (type == TensorType::f32) {
    std::memcpy(out.data(), raw.data(), out.size_bytes());
    return;
  }
  for (size_t i = 0; i < out.size(); ++i) {
    uint16_t bits = 0;
    std::memcpy(&bits, &raw[i * sizeof(bits)], sizeof(bits));
    out[i] = type == TensorType::f16 ? f32_from_f16(bits) : f32_from_bf16(bits);
  }
}

size_t count_of(const TensorEntry& entry) {
  return static_cast<size_t>(entry.byte_size() * 8 / tensor_type_bits(entry.type));
}

}  // namespace

Result<std::unique_ptr<CheckpointReader>> CheckpointReader::create(SafetensorsHeader header,
                                                                   const EncoderConfig& config,
                                                                   WeightSink& sink) {
  std::unique_ptr<CheckpointReader> reader(new CheckpointReader(std::move(header), config, sink));
  const auto layout = CheckpointLayout::match(reader->header_, config);
  XLMR_RETURN_IF_ERROR(layout);
  reader->plan(layout.value());
  return reader;
}

std::optional<CheckpointReader::Request> CheckpointReader::request() {
  if (at_ == steps_.size()) return std::nullopt;
  const Step& step = steps_[at_];
  // Once a step: asking may make room.
  if (destination_.empty()) destination_ = step.destination();
  const auto some = std::min<uint64_t>(kMaxRequestBytes, step.size - read_);
  return Request{step.begin + read_,
                 destination_.subspan(static_cast<size_t>(read_), static_cast<size_t>(some))};
}

Status CheckpointReader::advance() {
  const Step& step = steps_[at_];
  read_ += std::min<uint64_t>(kMaxRequestBytes, step.size - read_);
  if (read_ < step.size) return {};
  read_ = 0;
  destination_ = {};
  Status status = step.done ? step.done() : Status();
  at_ = status.ok() ? at_ + 1 : steps_.size();
  return status;
}

void CheckpointReader::plan(const CheckpointLayout& layout) {
  const EmbeddingSlots& embeddings = layout.embeddings;
  plan_floats(*embeddings.position.weight, positions_);
  plan_floats(*embeddings.token_type.weight, token_types_, [this] {
    sink_.take_positions(std::move(positions_), std::move(token_types_));
    return Status();
  });
  plan_norm(embeddings.norm, NormKind::embeddings, 0);
  plan_words(embeddings.word);
  for (uint32_t i = 0; i < layout.layers.size(); ++i) {
    const LayerSlots& layer = layout.layers[i];
    plan_matrix({layer.query, layer.key, layer.value}, MatrixKind::qkv, i);
    plan_matrix({layer.attention_output}, MatrixKind::attention_output, i);
    plan_norm(layer.attention_norm, NormKind::attention, i);
    plan_matrix({layer.intermediate}, MatrixKind::intermediate, i);
    plan_matrix({layer.output}, MatrixKind::output, i);
    plan_norm(layer.output_norm, NormKind::output, i);
  }
  plan_matrix({layout.classifier}, MatrixKind::classifier, 0);
}

void CheckpointReader::plan_norm(const NormSlot& slot, NormKind part, uint32_t layer) {
  plan_floats(*slot.weight, norm_.gamma);
  plan_floats(*slot.bias, norm_.beta, [this, part, layer] {
    norm_.eps = config_.layer_norm_eps;
    sink_.take_norm(part, layer, std::exchange(norm_, {}));
    return Status();
  });
}

void CheckpointReader::plan_matrix(std::vector<MatrixSlot> slots, MatrixKind part, uint32_t layer) {
  for (const MatrixSlot& slot : slots) plan_floats(*slot.bias, matrix_.bias);
  plan_input_scale(slots);
  MatrixShape shape{0, slots.front().in};
  for (const MatrixSlot& slot : slots) shape.out += slot.out;
  for (const MatrixSlot& slot : slots) plan_weight(slot, shape.size());
  steps_.back().done = [this, part, layer, shape, last = std::move(steps_.back().done)] {
    XLMR_RETURN_IF_ERROR(last ? last() : Status());
    matrix_.shape = shape;
    sink_.take_matrix(part, layer, std::exchange(matrix_, {}));
    return Status();
  };
}

void CheckpointReader::plan_input_scale(const std::vector<MatrixSlot>& slots) {
  // Matrices side by side take one input, quantised once: their scales have to agree.
  for (const MatrixSlot& slot : slots) {
    if (slot.input_scale == nullptr) continue;
    const TensorEntry& entry = *slot.input_scale;
    plan_floats(entry, input_scale_, [this, &entry, is_first = &slot == slots.data()] {
      std::vector<float> read = std::exchange(input_scale_, {});
      XLMR_RETURN_IF_ERROR(check_divisors(entry, read));
      if (is_first) matrix_.input_scale = read;
      if (read == matrix_.input_scale) return Status();
      return invalid_checkpoint(expected(concat("checkpoint: ", entry.name),
                                         "the numbers of query's input_scale", "others"));
    });
  }
}

void CheckpointReader::plan_scale(const MatrixSlot& slot, std::vector<float>& target) {
  const TensorEntry& entry = *slot.scale;
  // Those of 4 bits carry a sign.
  const bool has_sign = slot.weight->type == TensorType::u8;
  plan_floats(entry, target, [&entry, &target, has_sign] {
    return has_sign ? Status() : check_not_negative(entry, std::span(target).last(count_of(entry)));
  });
}

void CheckpointReader::plan_weight(const MatrixSlot& slot, size_t total) {
  LoadedMatrix& matrix = matrix_;
  const TensorEntry& weight = *slot.weight;
  const size_t size = size_t{slot.out} * slot.in;
  switch (weight.type) {
    case TensorType::i8:
      plan_scale(slot, matrix.scale);
      plan_bytes(weight, [&matrix, size, total] {
        matrix.values.reserve(total);
        matrix.values.resize(matrix.values.size() + size);
        return bytes_of(matrix.values, matrix.values.size() - size);
      });
      break;
    case TensorType::u8:
      plan_scale(slot, scales_);
      plan_bytes(
          weight, [this, &weight] { return room_for(weight.byte_size()); },
          [this, &matrix, size, total] {
            matrix.floats.reserve(total);
            matrix.floats.resize(matrix.floats.size() + size);
            unpack_q4(raw_, std::exchange(scales_, {}), std::span(matrix.floats).last(size));
            return Status();
          });
      break;
    default:
      plan_floats(weight, matrix.floats);
  }
}

void CheckpointReader::plan_words(const MatrixSlot& slot) {
  const TensorEntry& weight = *slot.weight;
  const bool is_narrow = weight.type == TensorType::f16 || weight.type == TensorType::bf16;
  const WeightFormat format = weight.type == TensorType::i8   ? WeightFormat::q8
                              : weight.type == TensorType::u8 ? WeightFormat::q4
                                                              : WeightFormat::fp32;
  if (slot.scale != nullptr) plan_scale(slot, scales_);
  const EmbeddingRows storage =
      is_narrow ? EmbeddingRows() : sink_.rows_for_embeddings(format, weight.begin % sizeof(uint64_t));
  if (storage.bytes.empty()) return plan_word_rows(slot, format);
  plan_bytes(
      weight, [storage] { return storage.bytes; },
      [this, &weight, storage] {
        const std::vector<float> scales = std::exchange(scales_, {});
        std::copy(scales.begin(), scales.end(), storage.scales.begin());
        if (weight.type != TensorType::f32) return Status();
        return check_finite(weight, {reinterpret_cast<const float*>(storage.bytes.data()),
                                     storage.bytes.size() / sizeof(float)});
      });
}

void CheckpointReader::plan_word_rows(const MatrixSlot& slot, WeightFormat format) {
  const TensorEntry& weight = *slot.weight;
  const uint64_t row_bytes = weight.byte_size() / slot.out;
  const auto rows =
      static_cast<uint32_t>(std::clamp<uint64_t>(kMaxRequestBytes / row_bytes, 1, slot.out));
  for (uint32_t first = 0; first < slot.out; first += rows) {
    const uint32_t some = std::min(rows, slot.out - first);
    steps_.push_back({
        .begin = weight.begin + first * row_bytes,
        .size = some * row_bytes,
        .destination = [this, size = some * row_bytes] { return room_for(size); },
        .done = [this, &weight, format, first, some,
                 in = slot.in] { return give_words(weight, format, first, some, in); },
    });
  }
}

Status CheckpointReader::give_words(const TensorEntry& entry, WeightFormat format, uint32_t first,
                                    uint32_t count, uint32_t columns) {
  std::vector<float>& rows = words_;
  rows.resize(size_t{count} * columns);
  const std::span<const std::byte> raw = raw_;
  const std::vector<float>& scales = scales_;
  switch (format) {
    case WeightFormat::q8:
      for (size_t i = 0; i < rows.size(); ++i) {
        rows[i] = static_cast<float>(static_cast<int8_t>(raw[i])) * scales[first + i / columns];
      }
      break;
    case WeightFormat::q4: {
      const size_t groups = columns / kQ4Group;
      unpack_q4(raw, std::span(scales).subspan(first * groups, count * groups), rows);
      break;
    }
    case WeightFormat::fp32:
      to_floats(entry.type, raw, rows);
      XLMR_RETURN_IF_ERROR(check_finite(entry, rows));
  }
  sink_.take_token_embeddings(first, rows);
  if (first + count == config_.vocab_size) scales_.clear();
  return {};
}

void CheckpointReader::plan_floats(const TensorEntry& entry, std::vector<float>& target,
                                   std::function<Status()> done) {
  plan_bytes(
      entry, [this, &entry] { return room_for(entry.byte_size()); },
      [this, &entry, &target, next = std::move(done)] {
        const size_t count = count_of(entry);
        target.resize(target.size() + count);
        const auto added = std::span(target).last(count);
        to_floats(entry.type, raw_, added);
        XLMR_RETURN_IF_ERROR(check_finite(entry, added));
        return next ? next() : Status();
      });
}

std::span<std::byte> CheckpointReader::room_for(uint64_t size) {
  raw_.clear();  // or growing would copy what is there
  raw_.resize(static_cast<size_t>(size));
  return raw_;
}

void CheckpointReader::plan_bytes(const TensorEntry& entry,
                                  std::function<std::span<std::byte>()> destination,
                                  std::function<Status()> done) {
  steps_.push_back({entry.begin, entry.byte_size(), std::move(destination), std::move(done)});
}

}  // namespace xlmr
