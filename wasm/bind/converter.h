// SPDX-License-Identifier: Apache-2.0
// Converter: a published checkpoint in, the bytes of our quantised form out, part by part.
//
// Invariant: neither file is ever held; what give() returns are copies, and each byte of the new
// file comes once. After an error there is nothing to give any more, and another can be opened.
//
//   converter.open(header, fileSize, config, "q8", sha256)     -> {status, header, size}
//   while ((want = converter.wants())) converter.give(bytes)   -> {status, pieces [{begin, bytes}]}
#ifndef XLMR_WASM_BIND_CONVERTER_H_
#define XLMR_WASM_BIND_CONVERTER_H_

#include <emscripten/val.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bind/checkpoint.h"
#include "bind/values.h"
#include "engine/checkpoint_plan.h"
#include "engine/checkpoint_reader.h"
#include "engine/checkpoint_writer.h"
#include "ner/model_config.h"

namespace xlmr::js {

class Converter {
 public:
  /// `header` is that of a published checkpoint which config.json describes.
  [[nodiscard]] val open(const val& header, double file_size, const std::string& config,
                         const std::string& dtype, const std::string& source_sha256) {
    close();
    const Status status =
        prepare(bytes_of(header), to_size(file_size), config, dtype, source_sha256);
    val object = result_object(status);
    if (status.ok()) {
      const std::string& bytes = writer_->plan().header;
      object.set("header", to_js(std::vector<uint8_t>(bytes.begin(), bytes.end())));
      object.set("size", static_cast<double>(writer_->plan().file_size));
    } else {
      close();
    }
    return object;
  }

  /// The byte range of the source to give next, or null once all was given.
  [[nodiscard]] val wants() { return wanted_range(reader_.get()); }

  /// `bytes` are those of the range that wants() gave.
  [[nodiscard]] val give(const val& bytes) {
    const Status status = give_wanted(reader_.get(), bytes, copy_);
    val object = result_object(status);
    if (status.ok()) {
      object.set("pieces", chunks_array(writer_->take_chunks()));
    } else {
      close();
    }
    return object;
  }

 private:
  Status prepare(const std::string& header, uint64_t file_size, const std::string& config,
                 const std::string& dtype, const std::string& source_sha256) {
    const auto model = ModelConfig::parse(config);
    XLMR_RETURN_IF_ERROR(model);
    const auto network = EncoderConfig::parse(config, model.value().labels.size());
    XLMR_RETURN_IF_ERROR(network);
    auto parsed = SafetensorsHeader::parse(header, file_size);
    XLMR_RETURN_IF_ERROR(parsed);
    XLMR_RETURN_IF_ERROR(CheckpointWriter::check_source(parsed.value()));
    auto plan = CheckpointPlan::make(
        network.value(), dtype == "q4" ? WeightFormat::q4 : WeightFormat::q8, source_sha256);
    XLMR_RETURN_IF_ERROR(plan);
    writer_ = std::make_unique<CheckpointWriter>(std::move(plan).value());
    auto reader = CheckpointReader::create(std::move(parsed).value(), network.value(), *writer_);
    XLMR_RETURN_IF_ERROR(reader);
    reader_ = std::move(reader).value();
    return {};
  }

  static val chunks_array(const std::vector<FileChunk>& chunks) {
    val array = val::array();
    for (const FileChunk& chunk : chunks) {
      val object = val::object();
      object.set("begin", static_cast<double>(chunk.begin));
      object.set("bytes",
                 val(emscripten::typed_memory_view(
                         chunk.bytes.size(), reinterpret_cast<const uint8_t*>(chunk.bytes.data())))
                     .call<val>("slice"));
      array.call<void>("push", object);
    }
    return array;
  }

  void close() {
    reader_.reset();
    writer_.reset();
  }

  std::unique_ptr<CheckpointWriter> writer_;
  std::unique_ptr<CheckpointReader> reader_;
  JsCopy copy_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CONVERTER_H_
