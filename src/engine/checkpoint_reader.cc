// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_reader.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "engine/checkpoint_form.h"
#include "engine/tensor_numbers.h"
#include "engine/weight_quantizer.h"
#include "formats/float16.h"

namespace xlmr {
namespace {

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

/// For float16 that stay so.
Status check_halves(const TensorEntry& entry, std::span<const uint16_t> values) {
  constexpr uint16_t kInfinity = 0x7C00;
  for (size_t i = 0; i < values.size(); ++i) {
    if ((values[i] & kInfinity) != kInfinity) continue;
    return wrong_number(entry, "finite numbers", i, f32_from_f16(values[i]));
  }
  return {};
}

size_t count_of(const TensorEntry& entry) {
  return static_cast<size_t>(entry.byte_size() * 8 / tensor_type_bits(entry.type));
}

/// The use of a matrix or table whose type CheckpointLayout has checked.
WeightFormat format_of(TensorType type) {
  switch (type) {
    case TensorType::i8:
      return WeightFormat::q8;
    case TensorType::u8:
      return WeightFormat::q4;
    default:
      return WeightFormat::fp32;
  }
}

}  // namespace

Result<std::unique_ptr<CheckpointReader>> CheckpointReader::create(SafetensorsHeader header,
                                                                   const EncoderConfig& config,
                                                                   WeightSink& sink) {
  std::unique_ptr<CheckpointReader> reader(new CheckpointReader(std::move(header), config, sink));
  auto layout = CheckpointLayout::match(reader->header_, config);
  XLMR_RETURN_IF_ERROR(layout);
  reader->layout_ = std::move(layout).value();
  reader->plan();
  return reader;
}

std::optional<CheckpointReader::Request> CheckpointReader::request() {
  if (at_ == steps_.size()) return std::nullopt;
  const Step& step = steps_[at_];
  if (destination_.empty()) destination_ = destination_of(step);
  const auto some = std::min<uint64_t>(kMaxRequestBytes, step.size - read_);
  return Request{step.begin + read_,
                 destination_.subspan(static_cast<size_t>(read_), static_cast<size_t>(some))};
}

uint64_t CheckpointReader::run_size(uint64_t most) {
  const auto first = request();
  if (!first) return 0;
  uint64_t size = first->destination.size();
  if (read_ + size < steps_[at_].size) return size;
  for (size_t i = at_ + 1; i < steps_.size(); ++i) {
    const Step& next = steps_[i];
    if (next.begin != first->begin + size || size > most || next.size > most - size) break;
    size += next.size;
  }
  return size;
}

Status CheckpointReader::advance() {
  const Step& step = steps_[at_];
  read_ += std::min<uint64_t>(kMaxRequestBytes, step.size - read_);
  if (read_ < step.size) return {};
  read_ = 0;
  destination_ = {};
  Status status = take(step);
  at_ = status.ok() ? at_ + 1 : steps_.size();
  return status;
}

void CheckpointReader::plan() {
  const EmbeddingSlots& embeddings = layout_.embeddings;
  steps_.push_back(whole(Use::positions, *embeddings.position.weight));
  steps_.push_back(whole(Use::token_types, *embeddings.token_type.weight));
  plan_norm(embeddings.norm, NormKind::embeddings, 0);
  plan_token_embeddings(embeddings.token);
  for (uint32_t i = 0; i < layout_.layers.size(); ++i) {
    const LayerSlots& layer = layout_.layers[i];
    plan_matrix({&layer.query, &layer.key, &layer.value}, MatrixKind::qkv, i);
    plan_matrix({&layer.attention_output}, MatrixKind::attention_output, i);
    plan_norm(layer.attention_norm, NormKind::attention, i);
    plan_matrix({&layer.intermediate}, MatrixKind::intermediate, i);
    plan_matrix({&layer.output}, MatrixKind::output, i);
    plan_norm(layer.output_norm, NormKind::output, i);
  }
  plan_matrix({&layout_.classifier}, MatrixKind::classifier, 0);
}

CheckpointReader::Step CheckpointReader::whole(Use use, const TensorEntry& tensor) {
  return {.use = use, .tensor = &tensor, .begin = tensor.begin, .size = tensor.byte_size()};
}

CheckpointReader::Use CheckpointReader::scales_in(WeightFormat format) {
  return format == WeightFormat::q8 ? Use::q8_scales : Use::q4_scales;
}

CheckpointReader::Use CheckpointReader::weights_in(WeightFormat format) {
  switch (format) {
    case WeightFormat::q8:
      return Use::q8_weights;
    case WeightFormat::q4:
      return Use::q4_weights;
    case WeightFormat::fp32:
      break;
  }
  return Use::float_weights;
}

void CheckpointReader::plan_norm(const NormSlot& slot, NormKind kind, uint32_t layer) {
  steps_.push_back(whole(Use::gamma, *slot.weight));
  Step last = whole(Use::beta, *slot.bias);
  last.norm = kind;
  last.layer = layer;
  steps_.push_back(last);
}

void CheckpointReader::plan_token_embeddings(const MatrixSlot& slot) {
  const TensorEntry& weight = *slot.weight;
  const WeightFormat format = format_of(weight.type);
  // As a table has them: 4 bits with scales in float16.
  const bool is_other_float = format == WeightFormat::fp32 && weight.type != TensorType::f32;
  const bool has_other_scales = format == WeightFormat::q4 && slot.scale->type != TensorType::f16;
  if (!is_other_float && !has_other_scales) {
    all_rows_ = sink_.rows_for_embeddings(format, weight.begin % sizeof(uint64_t));
  }
  if (slot.scale != nullptr) {
    const bool are_halves = !all_rows_.half_scales.empty();
    steps_.push_back(whole(are_halves ? Use::half_scales : scales_in(format), *slot.scale));
  }
  if (all_rows_.bytes.empty()) {
    plan_rows(weight, slot.out);
  } else {
    steps_.push_back(whole(Use::all_rows, weight));
  }
}

void CheckpointReader::plan_rows(const TensorEntry& tensor, uint32_t rows) {
  const uint64_t row_bytes = tensor.byte_size() / rows;
  const auto most =
      static_cast<uint32_t>(std::clamp<uint64_t>(kMaxRequestBytes / row_bytes, 1, rows));
  for (uint32_t first = 0; first < rows; first += most) {
    Step step = whole(Use::some_rows, tensor);
    step.first_row = first;
    step.rows = std::min(most, rows - first);
    step.begin += first * row_bytes;
    step.size = step.rows * row_bytes;
    steps_.push_back(step);
  }
}

void CheckpointReader::plan_matrix(std::initializer_list<const MatrixSlot*> slots, MatrixKind kind,
                                   uint32_t layer) {
  MatrixShape shape{0, (*slots.begin())->in};
  for (const MatrixSlot* slot : slots) shape.out += slot->out;
  const auto add = [&](Use use, const TensorEntry* tensor) {
    if (tensor == nullptr) return;
    Step step = whole(use, *tensor);
    step.matrix = kind;
    step.layer = layer;
    step.shape = shape;
    steps_.push_back(step);
  };
  for (const MatrixSlot* slot : slots) add(Use::bias, slot->bias);
  for (const MatrixSlot* slot : slots) add(Use::input_scale, slot->input_scale);
  for (const MatrixSlot* slot : slots) {
    const WeightFormat format = format_of(slot->weight->type);
    add(scales_in(format), slot->scale);
    add(weights_in(format), slot->weight);
  }
  steps_.back().is_last = true;
}

std::span<std::byte> CheckpointReader::destination_of(const Step& step) {
  switch (step.use) {
    case Use::all_rows:
      return all_rows_.bytes;
    case Use::half_scales:
      return std::as_writable_bytes(all_rows_.half_scales);
    case Use::q8_weights: {
      const size_t size = count_of(*step.tensor);
      matrix_.values.reserve(step.shape.size());
      matrix_.values.resize(matrix_.values.size() + size);
      return std::as_writable_bytes(std::span(matrix_.values).last(size));
    }
    case Use::q4_weights: {
      const auto size = static_cast<size_t>(step.size);
      matrix_.nibbles.reserve(step.shape.size() / 2);
      matrix_.nibbles.resize(matrix_.nibbles.size() + size);
      return std::span(matrix_.nibbles).last(size);
    }
    default:
      return room_for(step.size);
  }
}

std::span<std::byte> CheckpointReader::room_for(uint64_t size) {
  raw_.clear();  // or growing would copy what is there
  raw_.resize(static_cast<size_t>(size));
  return raw_;
}

Status CheckpointReader::take(const Step& step) {
  const TensorEntry& tensor = *step.tensor;
  switch (step.use) {
    case Use::positions:
      return take_floats(tensor, positions_);
    case Use::token_types:
      XLMR_RETURN_IF_ERROR(take_floats(tensor, token_types_));
      sink_.take_positions(std::move(positions_), std::move(token_types_));
      return {};
    case Use::gamma:
      return take_floats(tensor, norm_.gamma);
    case Use::beta:
      XLMR_RETURN_IF_ERROR(take_floats(tensor, norm_.beta));
      norm_.eps = config_.layer_norm_eps;
      sink_.take_norm(step.norm, step.layer, std::exchange(norm_, {}));
      return {};
    case Use::q8_scales:
      XLMR_RETURN_IF_ERROR(take_floats(tensor, scales_));
      return check_not_negative(tensor, scales_);
    case Use::q4_scales:  // these carry a sign
      return take_floats(tensor, scales_);
    case Use::half_scales:
      return check_halves(tensor, all_rows_.half_scales);
    case Use::all_rows:
      return take_all_rows(tensor);
    case Use::some_rows:
      return take_some_rows(step);
    case Use::bias:
      return take_floats(tensor, matrix_.bias);
    case Use::input_scale:
      return take_input_scale(tensor);
    case Use::q8_weights:
    case Use::q4_weights:
    case Use::float_weights:
      return take_weights(step);
  }
  return {};
}

/// Appends the numbers of a tensor that was read as a whole, F32, F64, F16 or BF16.
Status CheckpointReader::take_floats(const TensorEntry& tensor, std::vector<float>& target) {
  const size_t count = count_of(tensor);
  target.resize(target.size() + count);
  const auto added = std::span(target).last(count);
  to_floats(tensor.type, raw_, added);
  return check_finite(tensor, added);
}

Status CheckpointReader::take_all_rows(const TensorEntry& tensor) {
  std::ranges::copy(std::exchange(scales_, {}), all_rows_.scales.begin());
  if (tensor.type != TensorType::f32) return {};
  return check_finite(tensor, {reinterpret_cast<const float*>(all_rows_.bytes.data()),
                               all_rows_.bytes.size() / sizeof(float)});
}

Status CheckpointReader::take_some_rows(const Step& step) {
  const size_t columns = config_.hidden;
  rows_.resize(step.rows * columns);
  switch (format_of(step.tensor->type)) {
    case WeightFormat::q8:
      for (size_t i = 0; i < rows_.size(); ++i) {
        rows_[i] = static_cast<float>(static_cast<int8_t>(raw_[i])) *
                   scales_[step.first_row + i / columns];
      }
      break;
    case WeightFormat::q4: {
      const size_t groups = columns / kQ4Group;
      unpack_q4(raw_, std::span(scales_).subspan(step.first_row * groups, step.rows * groups),
                rows_);
      break;
    }
    case WeightFormat::fp32:
      to_floats(step.tensor->type, raw_, rows_);
      XLMR_RETURN_IF_ERROR(check_finite(*step.tensor, rows_));
  }
  sink_.take_token_embeddings(step.first_row, rows_);
  if (step.first_row + step.rows == config_.vocab_size) scales_.clear();
  return {};
}

Status CheckpointReader::take_input_scale(const TensorEntry& tensor) {
  std::vector<float> scale;
  XLMR_RETURN_IF_ERROR(take_floats(tensor, scale));
  XLMR_RETURN_IF_ERROR(check_divisors(tensor, scale));
  // Matrices side by side take one input, quantised once: their scales have to agree.
  if (matrix_.input_scale.empty()) matrix_.input_scale = scale;
  if (scale == matrix_.input_scale) return {};
  return invalid_checkpoint(expected(concat("checkpoint: ", tensor.name),
                                     "the numbers of query's input_scale", "others"));
}

Status CheckpointReader::take_weights(const Step& step) {
  switch (step.use) {
    case Use::q8_weights:  // the values are there already
    case Use::q4_weights:
      matrix_.scale.insert(matrix_.scale.end(), scales_.begin(), scales_.end());
      scales_.clear();
      break;
    default:
      XLMR_RETURN_IF_ERROR(take_floats(*step.tensor, matrix_.floats));
  }
  if (step.is_last) {
    matrix_.shape = step.shape;
    sink_.take_matrix(step.matrix, step.layer, std::exchange(matrix_, {}));
  }
  return {};
}

}  // namespace xlmr
