// SPDX-License-Identifier: Apache-2.0
// ShardReader: finds out which tensors one file of a checkpoint holds, and where. A checkpoint has
// one such file or several (its shards), and there is a reader for each kind of file.
//
// Invariant: it asks only for ranges inside the file. It reads tensor data only where the legacy
// format mixes it with the tables. No number in the file can raise the limit on what it keeps.
// Every range that it names lies inside the file and is as long as the tensor's type and shape
// say. After an error it is of no more use.
//
//   TorchCheckpoint reader(file.size());
//   while (const auto range = reader.wants()) {
//     XLMR_RETURN_IF_ERROR(reader.give(file.read(*range)));
//   }
//   reader.take_tensors()   -> {{"classifier.bias", f32, {9}, 7424, 7460}, ...}
#ifndef XLMR_FORMATS_SHARD_READER_H_
#define XLMR_FORMATS_SHARD_READER_H_

#include <optional>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "formats/file_range.h"
#include "formats/safetensors.h"

namespace xlmr {

class ShardReader {
 public:
  virtual ~ShardReader() = default;

  /// What to read next; nothing once all is known.
  [[nodiscard]] virtual std::optional<FileRange> wants() const = 0;

  /// `bytes` are those of wants(), all of them. Errors: invalid_checkpoint, saying where.
  [[nodiscard]] virtual Status give(std::string_view bytes) = 0;

  /// Once wants() has nothing: begin and end are bytes of the file. Two tensors may share bytes.
  [[nodiscard]] virtual std::vector<TensorEntry> take_tensors() = 0;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_SHARD_READER_H_
