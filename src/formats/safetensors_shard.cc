// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors_shard.h"

#include <algorithm>
#include <utility>

namespace xlmr {

SafetensorsShard::SafetensorsShard(uint64_t file_size)
    : file_size_(file_size),
      wanted_(FileRange{0, std::min<uint64_t>(file_size, SafetensorsHeader::kSizeBytes)}) {}

Status SafetensorsShard::give(std::string_view bytes) {
  if (!knows_size_) {
    const auto end = SafetensorsHeader::header_end(bytes, file_size_);
    XLMR_RETURN_IF_ERROR(end);
    knows_size_ = true;
    wanted_ = FileRange{0, end.value()};
    return {};
  }
  const auto header = SafetensorsHeader::parse(bytes, file_size_);
  XLMR_RETURN_IF_ERROR(header);
  tensors_.assign(header.value().tensors().begin(), header.value().tensors().end());
  wanted_.reset();
  return {};
}

std::vector<TensorEntry> SafetensorsShard::take_tensors() { return std::move(tensors_); }

}  // namespace xlmr
