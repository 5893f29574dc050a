// SPDX-License-Identifier: Apache-2.0
// SafetensorsPart: reads the header of one safetensors file of several.
//
// Invariant: as PartReader's.
//
//   wants()   -> the 8 bytes that say the header's size, then the header
#ifndef XLMR_FORMATS_SAFETENSORS_PART_H_
#define XLMR_FORMATS_SAFETENSORS_PART_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/part_reader.h"

namespace xlmr {

class SafetensorsPart final : public PartReader {
 public:
  explicit SafetensorsPart(uint64_t file_size);

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

#endif  // XLMR_FORMATS_SAFETENSORS_PART_H_
