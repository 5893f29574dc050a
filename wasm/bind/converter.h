// SPDX-License-Identifier: Apache-2.0
// Converter: a published checkpoint in, the bytes of our quantised form out, chunk by chunk.
//
// Invariant: neither file is ever held; chunks are copies, and each byte of the new file comes
// once. After an error there is nothing to give any more, and another can be opened.
//
//   converter.open(header, fileSize, config, "q8", sha256)   ->  {status, header, size}
//   while ((want = core.wants())) core.give(bytes)           ->  {status, chunks [{begin, bytes}]}
#ifndef XLMR_WASM_BIND_CONVERTER_H_
#define XLMR_WASM_BIND_CONVERTER_H_

#include <emscripten/val.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/options.h"
#include "bind/pull.h"
#include "bind/values.h"
#include "engine/checkpoint_plan.h"
#include "engine/checkpoint_reader.h"
#include "engine/checkpoint_writer.h"
#include "ner/model_config.h"

namespace xlmr::js {

class Converter : public Pull {
 public:
  /// `header` is that of a published checkpoint which config.json describes.
  [[nodiscard]] val open(const val& header, double file_size, const std::string& config,
                         const val& dtype, const std::string& source_sha256) {
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

  [[nodiscard]] std::optional<FileRange> wants() override {
    return ReaderFeed::wants(reader_.get());
  }

  [[nodiscard]] Status give(const val& bytes, val& answer) override {
    const Status status = feed_.give(*reader_, bytes);
    if (status.ok()) {
      answer.set("chunks", chunks_array(writer_->take_chunks()));
    } else {
      close();
    }
    return status;
  }

  void close() override {
    reader_.reset();
    writer_.reset();
    feed_ = {};
  }

 private:
  Status prepare(const std::string& header, uint64_t file_size, const std::string& config,
                 const val& dtype, const std::string& source_sha256) {
    const auto format =
        one_of<WeightFormat>("dtype", dtype, {{"q8", WeightFormat::q8}, {"q4", WeightFormat::q4}});
    XLMR_RETURN_IF_ERROR(format);
    const auto model = ModelConfig::parse(config);
    XLMR_RETURN_IF_ERROR(model);
    const auto network = EncoderConfig::parse(config, model.value().labels.size());
    XLMR_RETURN_IF_ERROR(network);
    auto parsed = SafetensorsHeader::parse(header, file_size);
    XLMR_RETURN_IF_ERROR(parsed);
    XLMR_RETURN_IF_ERROR(CheckpointWriter::check_source(parsed.value()));
    const bool has_adapter = !parsed.value().metadata("adapter").empty();
    auto plan = CheckpointPlan::make(network.value(), format.value(), source_sha256, has_adapter);
    XLMR_RETURN_IF_ERROR(plan);
    writer_ = std::make_unique<CheckpointWriter>(std::move(plan).value());
    auto reader = CheckpointReader::create(std::move(parsed).value(), network.value(), *writer_);
    XLMR_RETURN_IF_ERROR(reader);
    reader_ = std::move(reader).value();
    return {};
  }

  static val chunks_array(const std::vector<FileChunk>& chunks) {
    const val array = val::array();
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

  std::unique_ptr<CheckpointWriter> writer_;
  std::unique_ptr<CheckpointReader> reader_;
  ReaderFeed feed_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CONVERTER_H_
