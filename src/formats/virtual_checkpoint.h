// SPDX-License-Identifier: Apache-2.0
// VirtualCheckpoint: a safetensors file that is nowhere: a header of ours, then the tensors of
// other files, each at its place there. Who reads one file of that kind can so read any checkpoint.
//
// Invariant: the segments have the virtual file's bytes in order from the header's end to the
// file's end, each once; every one is a range of a shard that some tensor lies in, or, with
// strides, the numbers of one tensor that have to be gathered in such a range. Bytes that two
// tensors share come twice.
//
//   VirtualCheckpoint::make({{{"a", u8, {4}, 100, 104}}, {{"b", u8, {2}, 64, 66}}})
//     .header     -> 8 + N bytes, see safetensors_writer.h
//     .segments   -> {8 + N, shard 0, 100}, {8 + N + 4, shard 1, 64}
//     .file_size  -> 8 + N + 6
#ifndef XLMR_FORMATS_VIRTUAL_CHECKPOINT_H_
#define XLMR_FORMATS_VIRTUAL_CHECKPOINT_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/safetensors.h"

namespace xlmr {

/// It ends where the next one begins, or with the file.
struct FileSegment {
  uint64_t begin = 0;  ///< byte of the virtual file
  uint32_t shard = 0;
  uint64_t shard_begin = 0;  ///< byte of the shard
  // Only where numbers are gathered; else strides are empty.
  uint64_t span = 0;  ///< bytes of the shard that they lie in
  uint32_t number_bytes = 0;
  std::vector<uint64_t> shape{};
  std::vector<uint64_t> strides{};  ///< of each dimension, in numbers

  friend bool operator==(const FileSegment&, const FileSegment&) = default;
};

struct VirtualCheckpoint {
  /// What a double can count, since JavaScript has the files.
  static constexpr uint64_t kMaxBytes = uint64_t{1} << 53;

  std::string header;
  std::vector<FileSegment> segments;
  uint64_t file_size = 0;

  /// `shards` has the tensors of each file, which lie within it; no name comes twice. Errors:
  /// invalid_checkpoint, where the file would be too large.
  [[nodiscard]] static Result<VirtualCheckpoint> make(
      std::span<const std::vector<TensorEntry>> shards);
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_VIRTUAL_CHECKPOINT_H_
