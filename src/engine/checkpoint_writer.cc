// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_writer.h"

#include <cstring>
#include <string>

#include "engine/checkpoint_form.h"
#include "engine/weight_quantizer.h"
#include "formats/float16.h"

namespace xlmr {

Status CheckpointWriter::check_source(const SafetensorsHeader& source) {
  const auto form = checkpoint_form(source);
  if (!form.ok() || form.value() == CheckpointForm::published) return form.status();
  return invalid_checkpoint(expected("checkpoint: __metadata__.dtype", "weights as published",
                                     concat("\"", source.metadata("dtype"), "\"")));
}

void CheckpointWriter::take_positions(std::vector<float> positions,
                                      std::vector<float> token_types) {
  put_floats(positions);
  put_floats(token_types);
}

void CheckpointWriter::take_norm(NormKind /*kind*/, uint32_t /*layer*/, LayerNorm norm) {
  quantizer_.see(norm);
  put_floats(norm.gamma);
  put_floats(norm.beta);
}

void CheckpointWriter::take_matrix(MatrixKind kind, uint32_t /*layer*/, LoadedMatrix matrix) {
  if (kind == MatrixKind::classifier) {
    put_floats(matrix.bias);
    put_floats(matrix.floats);
    return;
  }
  // Matrices side by side are one here and one each in the file, all with the same input scales.
  const uint32_t count = kind == MatrixKind::qkv ? 3 : 1;
  const LoadedMatrix scaled = quantizer_.scale_inputs(kind, std::move(matrix));
  const MatrixShape each{scaled.shape.out / count, scaled.shape.in};
  for (uint32_t i = 0; i < count; ++i) {
    put_floats(std::span(scaled.bias).subspan(size_t{i} * each.out, each.out));
  }
  for (uint32_t i = 0; i < count; ++i) put_floats(scaled.input_scale);
  for (uint32_t i = 0; i < count; ++i) {
    put_rows(std::span(scaled.floats).subspan(i * each.size(), each.size()), each.in, 0);
  }
}

EmbeddingRows CheckpointWriter::rows_for_embeddings(WeightFormat /*format*/, size_t /*shift*/) {
  return {};
}

void CheckpointWriter::take_token_embeddings(uint32_t first, std::span<const float> rows) {
  const std::vector<uint64_t>& shape = plan_.tensors[next_ + 1].shape;
  const bool is_q4 = plan_.format == WeightFormat::q4;
  put_rows(rows, static_cast<uint32_t>(shape.back() * (is_q4 ? 2 : 1)), first);
}

std::span<std::byte> CheckpointWriter::room_at(uint64_t begin, size_t size) {
  chunks_.push_back({begin, std::vector<std::byte>(size)});
  return chunks_.back().bytes;
}

void CheckpointWriter::put_floats(std::span<const float> values) {
  const auto room = room_at(plan_.tensors[next_].begin, values.size_bytes());
  std::memcpy(room.data(), values.data(), room.size());
  ++next_;
}

void CheckpointWriter::put_rows(std::span<const float> rows, uint32_t columns, uint32_t first) {
  const TensorEntry& scales = plan_.tensors[next_];
  const TensorEntry& values = plan_.tensors[next_ + 1];
  const size_t count = rows.size() / columns;
  const bool is_q4 = plan_.format == WeightFormat::q4;
  const size_t groups = is_q4 ? columns / kQ4Group : 1;
  const size_t scale_bytes = groups * (is_q4 ? sizeof(uint16_t) : sizeof(float));
  const size_t value_bytes = is_q4 ? columns / 2 : columns;

  auto scale_room = room_at(scales.begin + first * scale_bytes, count * scale_bytes);
  auto value_room = room_at(values.begin + first * value_bytes, count * value_bytes);
  std::vector<float> row_scales(groups);
  for (size_t i = 0; i < count; ++i) {
    const auto row = rows.subspan(i * columns, columns);
    const auto out = value_room.subspan(i * value_bytes, value_bytes);
    std::byte* scale_out = &scale_room[i * scale_bytes];
    if (is_q4) {
      quantize_q4(row, out, row_scales);
      for (const float scale : row_scales) {
        const uint16_t half = f16_from_f32(scale);
        std::memcpy(scale_out, &half, sizeof(half));
        scale_out += sizeof(half);
      }
    } else {
      const float scale = quantize_q8(row, {reinterpret_cast<int8_t*>(out.data()), out.size()});
      std::memcpy(scale_out, &scale, sizeof(scale));
    }
  }
  if ((first + count) * value_bytes == values.byte_size()) next_ += 2;
}

}  // namespace xlmr
