// SPDX-License-Identifier: Apache-2.0
// ZipCheckpoint: reads the tables of a file that torch.save() writes since 1.6: a zip archive of a
// pickle and of each storage's bytes.
//
// Invariant: as ShardReader's. Each storage is an entry of exactly the size that the pickle says,
// and the archive is one of little-endian numbers.
//
//   archive/data.pkl           a state dict, see state_dict.h
//   archive/byteorder          "little"; not there in files of an older torch
//   archive/data/0             the first storage
//   archive/version, ...       not looked at
//
// Source: PyTorchStreamWriter (caffe2/serialize/inline_container.cc), _save in
// torch/serialization.py.
#ifndef XLMR_FORMATS_ZIP_CHECKPOINT_H_
#define XLMR_FORMATS_ZIP_CHECKPOINT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/shard_reader.h"
#include "formats/state_dict.h"
#include "formats/zip_directory.h"

namespace xlmr {

class ZipCheckpoint final : public ShardReader {
 public:
  explicit ZipCheckpoint(uint64_t file_size) : zip_(file_size) {}

  [[nodiscard]] std::optional<FileRange> wants() const override;
  [[nodiscard]] Status give(std::string_view bytes) override;
  [[nodiscard]] std::vector<TensorEntry> take_tensors() override { return std::move(tensors_); }

 private:
  [[nodiscard]] Status find_pickle();
  [[nodiscard]] Status give_byte_order(std::string_view bytes);
  /// `begin` is where they lie in the file.
  [[nodiscard]] Status give_pickle(std::string_view bytes, uint64_t begin);

  ZipDirectory zip_;
  std::string folder_;                   // with its slash
  std::optional<FileRange> byte_order_;  // until it is read
  std::optional<FileRange> pickle_;      // until it is read
  std::vector<TensorEntry> tensors_;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_ZIP_CHECKPOINT_H_
