// SPDX-License-Identifier: Apache-2.0
// CheckpointShards: the files of a checkpoint that is no single safetensors file, in; the
// safetensors file that they make together, out (src/formats/virtual_checkpoint.h).
//
// Invariant: JavaScript reads the files; only their tables come here. After an error the next call
// to open() begins anew.
//
//   shards.open(index JSON, ".safetensors")   ->  {status, files: ["model-00001-of-00002...", ...]}
//   shards.open(null, ".bin")                 ->  {status, files: []}: there is one, of any name
//   for each file: shards.add(size), and while ((want = core.wants())) core.give(bytes)
//   shards.finish()   ->  {status, and a virtual file (virtual_file.h)}
#ifndef XLMR_WASM_BIND_CHECKPOINT_SHARDS_H_
#define XLMR_WASM_BIND_CHECKPOINT_SHARDS_H_

#include <emscripten/val.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/options.h"
#include "bind/pull.h"
#include "bind/values.h"
#include "bind/virtual_file.h"
#include "formats/safetensors_shard.h"
#include "formats/shard_index.h"
#include "formats/shard_reader.h"
#include "formats/torch_checkpoint.h"
#include "formats/virtual_checkpoint.h"

namespace xlmr::js {

class CheckpointShards : public Pull {
 public:
  /// `suffix` is that of the shards' names.
  [[nodiscard]] val open(const val& index, const val& suffix) {
    close();
    const Status status = prepare(index, suffix);
    val object = result_object(status);
    const val files = val::array();
    if (index_) {
      for (const std::string& file : index_->files()) files.call<void>("push", file);
    }
    object.set("files", files);
    return object;
  }

  /// The next file, in the order of open().
  void add(double file_size) {
    const uint64_t size = to_size(file_size);
    if (is_torch_) {
      reader_ = std::make_unique<TorchCheckpoint>(size);
    } else {
      reader_ = std::make_unique<SafetensorsShard>(size);
    }
  }

  [[nodiscard]] std::optional<FileRange> wants() override {
    return reader_ ? reader_->wants() : std::nullopt;
  }

  [[nodiscard]] Status give(const val& bytes, val& /*answer*/) override {
    Status status = reader_->give(bytes_of(bytes));
    if (status.ok() && !reader_->wants()) {
      tensors_.push_back(reader_->take_tensors());
      if (index_) status = index_->check(tensors_.size() - 1, tensors_.back());
    }
    if (!status.ok() || !reader_->wants()) reader_.reset();
    return status;
  }

  [[nodiscard]] val finish() {
    const auto whole = VirtualCheckpoint::make(std::exchange(tensors_, {}));
    val object = result_object(whole.status());
    if (!whole.ok()) return object;
    set_virtual_file(object, whole.value());
    return object;
  }

  void close() override {
    index_.reset();
    reader_.reset();
    tensors_.clear();
  }

 private:
  Status prepare(const val& index, const val& suffix) {
    const auto is_torch = one_of<bool>("suffix", suffix, {{".safetensors", false}, {".bin", true}});
    XLMR_RETURN_IF_ERROR(is_torch);
    is_torch_ = is_torch.value();
    if (index.isNull()) return {};
    auto parsed = ShardIndex::parse(bytes_of(index), suffix.as<std::string>());
    XLMR_RETURN_IF_ERROR(parsed);
    index_ = std::move(parsed).value();
    return {};
  }

  bool is_torch_ = false;
  std::optional<ShardIndex> index_;
  std::unique_ptr<ShardReader> reader_;
  std::vector<std::vector<TensorEntry>> tensors_;  // of each file
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CHECKPOINT_SHARDS_H_
