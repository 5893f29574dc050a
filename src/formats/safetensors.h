// SPDX-License-Identifier: Apache-2.0
// SafetensorsHeader: which tensors a safetensors file holds, and where.
//
// Invariant: the tensors' byte ranges follow each other without hole or overlap from the header's
// end to the file's, and each is as long as its type and shape say. So a reader may trust every
// number here, and a file of a tampered or truncated header is never read further. Nothing is
// allocated by a number from the file before it is known to be within the file.
//
// A file is 8 bytes with N (little-endian), N bytes of JSON, then the tensors' bytes:
//
//   {"__metadata__": {"format": "pt"},
//    "classifier.bias": {"dtype": "F32", "shape": [9], "data_offsets": [0, 36]}}
//
//   header_end(first 8 bytes, file size)  -> 8 + N
//   parse(first 8 + N bytes, file size)
//     .find("classifier.bias")  -> {"classifier.bias", f32, {9}, 8 + N, 8 + N + 36}
//     .metadata("format")       -> "pt"
//
// Bytes of a tensor are little-endian, in C order, and aligned to nothing: copy, never cast.
// Source: safetensors' README and SafeTensors::read_metadata, Metadata::validate
// (safetensors/src/tensor.rs); stricter than those in that a key may not come twice anywhere.
#ifndef XLMR_FORMATS_SAFETENSORS_H_
#define XLMR_FORMATS_SAFETENSORS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/tensor_type.h"

namespace xlmr {

/// A ShardReader's may have strides: begin and end are then what its numbers span.
struct TensorEntry {
  std::string name;
  TensorType type = TensorType::f32;
  std::vector<uint64_t> shape;  ///< empty for a single number
  uint64_t begin = 0;           ///< byte of the file, header counted
  uint64_t end = 0;
  /// Of each dimension, in numbers; empty in C order without gaps, as in every safetensors file.
  std::vector<uint64_t> strides{};

  [[nodiscard]] uint64_t byte_size() const { return end - begin; }
};

/// "[9, 768]".
[[nodiscard]] std::string shape_text(std::span<const uint64_t> shape);

class SafetensorsHeader {
 public:
  static constexpr uint64_t kSizeBytes = 8;               ///< of N
  static constexpr uint64_t kMaxJsonBytes = 100'000'000;  ///< of the reference implementation
  static constexpr size_t kMaxNameBytes = 1024;
  static constexpr size_t kMaxRank = 64;  ///< PyTorch's

  /// Bytes of the file that parse() needs: 8 + N. Errors: invalid_checkpoint.
  [[nodiscard]] static Result<uint64_t> header_end(std::string_view first_eight_bytes,
                                                   uint64_t file_size);

  /// `header` is the file's first header_end() bytes. Errors: invalid_checkpoint, naming the
  /// tensor.
  [[nodiscard]] static Result<SafetensorsHeader> parse(std::string_view header, uint64_t file_size);

  /// Null if there is none. Valid as long as the header, also when that is moved.
  [[nodiscard]] const TensorEntry* find(std::string_view name) const;

  /// In the order of their bytes.
  [[nodiscard]] std::span<const TensorEntry> tensors() const { return tensors_; }

  /// The value of a key of `__metadata__`; empty where there is no such key.
  [[nodiscard]] std::string_view metadata(std::string_view key) const;

 private:
  SafetensorsHeader() = default;

  std::vector<TensorEntry> tensors_;
  std::vector<uint32_t> by_name_;  // tensors_ in the order of their names
  std::vector<std::pair<std::string, std::string>> metadata_;  // in the order of the keys
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_SAFETENSORS_H_
