// SPDX-License-Identifier: Apache-2.0
// TorchCheckpoint: reads the tables of a file of torch.save(), such as pytorch_model.bin, whichever
// of its two forms it has. Nothing in the file is run.
//
// Invariant: as ShardReader's.
//
//   begins with "PK\3\4"                         -> zip_checkpoint.h
//   begins with the pickle of a magic number     -> legacy_checkpoint.h
#ifndef XLMR_FORMATS_TORCH_CHECKPOINT_H_
#define XLMR_FORMATS_TORCH_CHECKPOINT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/shard_reader.h"

namespace xlmr {

class TorchCheckpoint final : public ShardReader {
 public:
  explicit TorchCheckpoint(uint64_t file_size) : file_size_(file_size) {}

  [[nodiscard]] std::optional<FileRange> wants() const override;
  [[nodiscard]] Status give(std::string_view bytes) override;
  [[nodiscard]] std::vector<TensorEntry> take_tensors() override;

 private:
  uint64_t file_size_;
  std::unique_ptr<ShardReader> form_;  // null until the first bytes are read
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_TORCH_CHECKPOINT_H_
