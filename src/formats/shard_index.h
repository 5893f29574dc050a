// SPDX-License-Identifier: Apache-2.0
// ShardIndex: which file of a checkpoint of several has which tensor.
//
// Invariant: a name of a file consists of letters, digits, '.', '_' and '-' and ends with the
// suffix that was asked for, so that it is no path and names no other index; each tensor is in one
// file.
//
//   {"metadata": {"total_size": 2235400228},
//    "weight_map": {"classifier.bias": "model-00002-of-00002.safetensors", ...}}
//
//   ShardIndex::parse(json, ".safetensors").value().files()
//     -> {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"}
//
// Source: save_pretrained in transformers; save_torch_state_dict in huggingface_hub. What
// "metadata" says is not needed.
#ifndef XLMR_FORMATS_SHARD_INDEX_H_
#define XLMR_FORMATS_SHARD_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/safetensors.h"

namespace xlmr {

class ShardIndex {
 public:
  static constexpr size_t kMaxBytes = size_t{8} << 20;
  static constexpr size_t kMaxFiles = 1000;

  /// Errors: invalid_checkpoint, naming the tensor.
  [[nodiscard]] static Result<ShardIndex> parse(std::string_view json, std::string_view suffix);

  /// In the order of their names.
  [[nodiscard]] std::span<const std::string> files() const { return files_; }

  /// Whether the file at this position holds the tensors that it should, no more and no fewer.
  /// Errors: invalid_checkpoint, naming the tensor.
  [[nodiscard]] Status check(size_t file, std::span<const TensorEntry> tensors) const;

 private:
  ShardIndex() = default;

  std::vector<std::string> files_;
  std::vector<size_t> counts_;                               // of the tensors of each file
  std::map<std::string, std::string, std::less<>> file_of_;  // by the tensor's name
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_SHARD_INDEX_H_
