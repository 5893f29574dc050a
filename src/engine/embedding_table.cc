// SPDX-License-Identifier: Apache-2.0
#include "engine/embedding_table.h"

#include <cstring>

#include "engine/checkpoint_form.h"
#include "engine/weight_quantizer.h"
#include "formats/float16.h"

namespace xlmr {

EmbeddingTable::EmbeddingTable(WeightFormat format, uint32_t rows, uint32_t columns, size_t shift)
    : format_(format),
      rows_(rows),
      columns_(columns),
      shift_(format == WeightFormat::fp32 ? shift / sizeof(float) * sizeof(float) : shift),
      // Not cleared: the pages of a large table would all be touched twice.
      bytes_(std::make_unique_for_overwrite<std::byte[]>(shift_ + rows * row_bytes())) {
  if (format == WeightFormat::q8) scales_.resize(rows);
  if (format == WeightFormat::q4) half_scales_.resize(size_t{rows} * (columns / kQ4Group));
}

size_t EmbeddingTable::row_bytes() const {
  switch (format_) {
    case WeightFormat::fp32:
      return columns_ * sizeof(float);
    case WeightFormat::q8:
      return columns_;
    case WeightFormat::q4:
      return columns_ / 2;
  }
  return 0;
}

void EmbeddingTable::read(uint32_t row, std::span<float> out) const {
  const std::byte* from = &bytes_[shift_ + row * row_bytes()];
  switch (format_) {
    case WeightFormat::fp32:
      std::memcpy(out.data(), from, columns_ * sizeof(float));
      break;
    case WeightFormat::q8: {
      const float scale = scales_[row];
      for (uint32_t i = 0; i < columns_; ++i) {
        out[i] = static_cast<float>(static_cast<int8_t>(from[i])) * scale;
      }
      break;
    }
    case WeightFormat::q4: {
      const size_t groups = columns_ / kQ4Group;
      for (size_t group = 0; group < groups; ++group) {
        const float scale = f32_from_f16(half_scales_[row * groups + group]);
        unpack_q4({from + group * kQ4Group / 2, kQ4Group / 2}, {&scale, 1},
                  out.subspan(group * kQ4Group, kQ4Group));
      }
      break;
    }
  }
}

}  // namespace xlmr
