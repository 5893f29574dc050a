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
//   shards.finish()   ->  {status, header, size, begins, shards, shardBegins}, of each segment, and
//                         {gathers: [{segment, span, numberBytes, shape, strides}]}
#ifndef XLMR_WASM_BIND_CHECKPOINT_SHARDS_H_
#define XLMR_WASM_BIND_CHECKPOINT_SHARDS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/options.h"
#include "bind/pull.h"
#include "bind/values.h"
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
    const auto& [header, segments, file_size] = whole.value();
    std::vector<double> begins;
    std::vector<uint32_t> shards;
    std::vector<double> shard_begins;
    const val gathers = val::array();
    for (const FileSegment& segment : segments) {
      if (!segment.strides.empty())
        gathers.call<void>("push", gather_object(segment, begins.size()));
      begins.push_back(static_cast<double>(segment.begin));
      shards.push_back(segment.shard);
      shard_begins.push_back(static_cast<double>(segment.shard_begin));
    }
    object.set("header", to_js(std::vector<uint8_t>(header.begin(), header.end())));
    object.set("size", static_cast<double>(file_size));
    object.set("begins", to_js(begins));
    object.set("shards", to_js(shards));
    object.set("shardBegins", to_js(shard_begins));
    object.set("gathers", gathers);
    return object;
  }

  void close() override {
    index_.reset();
    reader_.reset();
    tensors_.clear();
  }

 private:
  static val gather_object(const FileSegment& segment, size_t at) {
    val object = val::object();
    object.set("segment", static_cast<double>(at));
    object.set("span", static_cast<double>(segment.span));
    object.set("numberBytes", segment.number_bytes);
    object.set("shape", to_js(std::vector<double>(segment.shape.begin(), segment.shape.end())));
    object.set("strides",
               to_js(std::vector<double>(segment.strides.begin(), segment.strides.end())));
    return object;
  }

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
