// SPDX-License-Identifier: Apache-2.0
// LegacyCheckpoint: reads the tables of a file that torch.save() wrote before 1.6, and writes still
// where it is asked to: five pickles, then each storage's bytes.
//
// Invariant: as ShardReader's. The storages follow each other without a gap from the last pickle to
// the file's end, each behind the number of its elements, which is the one that the pickle says.
//
//   pickle 0x1950a86a20f9469cfc6c      what tells such a file
//   pickle 1001                        the form's version
//   pickle {'protocol_version': 1001, 'little_endian': True, ...}
//   pickle of the state dict           see state_dict.h
//   pickle ['94741328409200', ...]     the keys of the storages in their order
//   int64 9, then 36 bytes             the first storage; and so on
//
// Source: _legacy_save and _legacy_load in torch/serialization.py; THPStorage_writeFileRaw.
#ifndef XLMR_FORMATS_LEGACY_CHECKPOINT_H_
#define XLMR_FORMATS_LEGACY_CHECKPOINT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/shard_reader.h"
#include "formats/state_dict.h"

namespace xlmr {

class LegacyCheckpoint final : public ShardReader {
 public:
  /// What such a file begins with.
  static constexpr std::string_view kMagic{"\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20j\xa8P\x19.", 15};

  explicit LegacyCheckpoint(uint64_t file_size);

  [[nodiscard]] std::optional<FileRange> wants() const override { return wanted_; }
  [[nodiscard]] Status give(std::string_view bytes) override;
  [[nodiscard]] std::vector<TensorEntry> take_tensors() override;

 private:
  [[nodiscard]] Status give_pickles(std::string_view bytes);
  [[nodiscard]] Status order_storages(const Pickle& keys);
  [[nodiscard]] Status place_storages(uint64_t begin);
  [[nodiscard]] Status give_count(std::string_view bytes);

  uint64_t file_size_;
  std::optional<FileRange> wanted_;
  StateDict dict_;
  std::vector<uint32_t> order_;   // positions of storages
  std::vector<uint64_t> begins_;  // of each storage's bytes
  size_t at_ = 0;                 // of order_, whose number of elements is wanted
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_LEGACY_CHECKPOINT_H_
