// SPDX-License-Identifier: Apache-2.0
// CheckpointParts: the files of a checkpoint that is no single safetensors file, in; the
// safetensors file that they make together, out (src/formats/virtual_checkpoint.h).
//
// Invariant: JavaScript reads the files; only their tables come here. After an error the next call
// to open() begins anew.
//
//   parts.open(index JSON, ".safetensors")   ->  {status, files: ["model-00001-of-00002...", ...]}
//   parts.open(null, ".bin")                 ->  {status, files: []}: there is one, of any name
//   for each file: parts.add(size), and while ((want = parts.wants())) parts.give(bytes)
//   parts.finish()   ->  {status, header, size, begins, parts, partBegins}, of each segment
#ifndef XLMR_WASM_BIND_CHECKPOINT_PARTS_H_
#define XLMR_WASM_BIND_CHECKPOINT_PARTS_H_

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/checkpoint.h"
#include "bind/encodings.h"
#include "bind/values.h"
#include "formats/safetensors_shard.h"
#include "formats/shard_index.h"
#include "formats/shard_reader.h"
#include "formats/torch_checkpoint.h"
#include "formats/virtual_checkpoint.h"

namespace xlmr::js {

class CheckpointParts {
 public:
  [[nodiscard]] val open(const val& index, const std::string& suffix) {
    is_torch_ = suffix == ".bin";
    index_.reset();
    reader_.reset();
    tensors_.clear();
    Status status;
    if (!index.isNull()) {
      auto parsed = ShardIndex::parse(bytes_of(index), suffix);
      status = parsed.status();
      if (parsed.ok()) index_ = std::move(parsed).value();
    }
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

  /// The byte range of that file to give next, or null once its tables are read.
  [[nodiscard]] val wants() const {
    const auto range = reader_ ? reader_->wants() : std::nullopt;
    if (!range) return val::null();
    val object = val::object();
    object.set("begin", static_cast<double>(range->begin));
    object.set("end", static_cast<double>(range->end));
    return object;
  }

  JsStatus give(const val& bytes) {
    const auto range = reader_ ? reader_->wants() : std::nullopt;
    if (!range || bytes["length"].as<size_t>() != range->size()) {
      return to_js(invalid_argument("give: expected the bytes that wants() names"));
    }
    Status status = reader_->give(bytes_of(bytes));
    if (status.ok() && !reader_->wants()) {
      tensors_.push_back(reader_->take_tensors());
      if (index_) status = index_->check(tensors_.size() - 1, tensors_.back());
    }
    if (!status.ok() || !reader_->wants()) reader_.reset();
    return to_js(status);
  }

  [[nodiscard]] val finish() {
    const auto whole = VirtualCheckpoint::make(std::exchange(tensors_, {}));
    val object = result_object(whole.status());
    if (!whole.ok()) return object;
    const auto& [header, segments, file_size] = whole.value();
    std::vector<double> begins;
    std::vector<uint32_t> parts;
    std::vector<double> part_begins;
    for (const FileSegment& segment : segments) {
      begins.push_back(static_cast<double>(segment.begin));
      parts.push_back(segment.shard);
      part_begins.push_back(static_cast<double>(segment.shard_begin));
    }
    object.set("header", to_js(std::vector<uint8_t>(header.begin(), header.end())));
    object.set("size", static_cast<double>(file_size));
    object.set("begins", to_js(begins));
    object.set("parts", to_js(parts));
    object.set("partBegins", to_js(part_begins));
    return object;
  }

 private:
  bool is_torch_ = false;
  std::optional<ShardIndex> index_;
  std::unique_ptr<ShardReader> reader_;
  std::vector<std::vector<TensorEntry>> tensors_;  // of each file
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CHECKPOINT_PARTS_H_
