// SPDX-License-Identifier: Apache-2.0
#include "formats/virtual_checkpoint.h"

#include <optional>
#include <utility>

#include "formats/safetensors_writer.h"

namespace xlmr {
namespace {

/// Bytes of a tensor in C order; nothing for 2^64 or more.
std::optional<uint64_t> bytes_of(const TensorEntry& tensor) {
  if (tensor.strides.empty()) return tensor.byte_size();
  uint64_t size = tensor_type_bits(tensor.type) / 8;
  for (const uint64_t each : tensor.shape) {
    if (__builtin_mul_overflow(size, each, &size)) return std::nullopt;
  }
  return size;
}

}  // namespace

Result<VirtualCheckpoint> VirtualCheckpoint::make(
    std::span<const std::vector<TensorEntry>> shards) {
  std::vector<TensorEntry> tensors;
  std::vector<FileSegment> segments;
  uint64_t end = 0;  // from the header's end, as long as that is not known
  for (uint32_t shard = 0; shard < shards.size(); ++shard) {
    uint64_t shard_end = 0;  // of the last segment, where it is of this shard
    for (const TensorEntry& tensor : shards[shard]) {
      const uint64_t begin = end;
      const auto size = bytes_of(tensor);
      if (!size || *size > kMaxBytes - begin - SafetensorsHeader::kMaxJsonBytes) {
        return invalid_checkpoint(expected(concat("checkpoint: ", tensor.name),
                                           "tensors of less than 2^53 bytes in all", "more"));
      }
      end += *size;
      tensors.push_back({tensor.name, tensor.type, tensor.shape, begin, end});
      if (*size == 0) continue;
      if (!tensor.strides.empty()) {
        segments.push_back({begin, shard, tensor.begin, tensor.byte_size(),
                            tensor_type_bits(tensor.type) / 8, tensor.shape, tensor.strides});
        shard_end = 0;
        continue;
      }
      const bool continues = shard_end != 0 && tensor.begin == shard_end;
      if (!continues) segments.push_back({begin, shard, tensor.begin});
      shard_end = tensor.end;
    }
  }
  auto header = safetensors_header(tensors, R"("format":"pt")");
  XLMR_RETURN_IF_ERROR(header);
  const uint64_t header_size = header.value().size();
  for (FileSegment& segment : segments) segment.begin += header_size;
  return VirtualCheckpoint{std::move(header).value(), std::move(segments), header_size + end};
}

}  // namespace xlmr
