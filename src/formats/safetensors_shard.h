// SPDX-License-Identifier: Apache-2.0
// SafetensorsShard: reads the header of one safetensors file of several.
//
// Invariant: as ShardReader's.
//
//   wants()   -> the 8 bytes that say the header's size, then the header
#ifndef XLMR_FORMATS_SAFETENSORS_SHARD_H_
#define XLMR_FORMATS_SAFETENSORS_SHARD_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/shard_reader.h"

namespace xlmr {

class SafetensorsShard final : public ShardReader {
 public:
  explicit SafetensorsShard(uint64_t file_size);

  [[nodiscard]] std::optional<FileRange> wants() const override { return wanted_; }
  [[nodiscard]] Status give(std::string_view bytes) override;
  [[nodiscard]] std::vector<TensorEntry> take_tensors() override;

 private:
  uint64_t file_size_;
  std::optional<FileRange> wanted_;
  bool knows_size_ = false;
  std::vector<TensorEntry> tensors_;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_SAFETENSORS_SHARD_H_
