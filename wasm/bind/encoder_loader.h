// SPDX-License-Identifier: Apache-2.0
// EncoderLoader: a checkpoint's way from JavaScript into an Encoder, and ids to logits.
//
// Invariant: the encoder is ready once the last range came. After an error, as before the first
// call, there is no encoder, and a new checkpoint can be opened.
//
//   loader.open(header, fileSize, config, labels, "q8")   ->  {status, remarks}
//   while ((want = core.wants())) core.give(bytes of want.begin .. want.end)
//   loader.forward(ids, lengths)                          ->  {status, logits}
#ifndef XLMR_WASM_BIND_ENCODER_LOADER_H_
#define XLMR_WASM_BIND_ENCODER_LOADER_H_

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "bind/options.h"
#include "bind/pull.h"
#include "bind/values.h"
#include "engine/checkpoint_layout.h"
#include "engine/checkpoint_reader.h"
#include "engine/checkpoint_remarks.h"
#include "engine/encoder.h"
#include "engine/encoder_builder.h"
#include "engine/kernels.h"
#include "engine/warm_up.h"

namespace xlmr::js {

class EncoderLoader : public Pull {
  /// Below it a batch takes some milliseconds on the calling thread alone, and waking the others
  /// gains nothing: a sentence, in a model of a few million weights.
  static constexpr uint64_t kFewProducts = 100'000'000;

 public:
  explicit EncoderLoader(const ThreadPool& pool) : pool_(pool), kernels_(choose_kernels()) {}

  /// What open() would say, without room for a single weight, and {remarks} for the user.
  [[nodiscard]] static val check(const val& header, double file_size, const std::string& config,
                                 uint32_t labels) {
    return remarks_object(remarks_on(bytes_of(header), to_size(file_size), config, labels));
  }

  /// Begins to load; the answer is that of check().
  [[nodiscard]] val open(const val& header, double file_size, const std::string& config,
                         uint32_t labels, const val& precision) {
    close();
    encoder_.reset();
    const auto remarks = prepare(bytes_of(header), to_size(file_size), config, labels, precision);
    if (!remarks.ok()) close();
    return remarks_object(remarks);
  }

  [[nodiscard]] std::optional<FileRange> wants() override {
    return ReaderFeed::wants(reader_.get());
  }

  [[nodiscard]] Status give(const val& bytes, val& /*answer*/) override {
    const Status status = feed_.give(*reader_, bytes);
    if (status.ok() && wants()) return status;
    if (status.ok()) encoder_.emplace(std::move(*builder_).build());
    close();
    return status;
  }

  [[nodiscard]] val forward(const val& ids, const val& lengths) {
    if (!encoder_) return result_object(not_loaded("open() and give()"));
    const auto tokens = emscripten::convertJSArrayToNumberVector<int32_t>(ids);
    const auto windows = emscripten::convertJSArrayToNumberVector<uint32_t>(lengths);
    logits_.resize(tokens.size() * encoder_->config().labels);
    const bool is_small = tokens.size() * encoder_->config().products_per_token() < kFewProducts;
    const Status status = encoder_->forward(tokens, windows, logits_, is_small ? alone_ : pool_);
    val object = result_object(status);
    if (status.ok()) object.set("logits", to_js(logits_));
    return object;
  }

  /// Has what a model needs compiled, by this browser or Node.
  void warm_up() const { xlmr::warm_up(kernels_); }

  [[nodiscard]] std::string kernel() const { return kernels_.quantized.name; }

  void close() override {
    reader_.reset();
    builder_.reset();
    feed_ = {};
  }

 private:
  using Remarks = std::vector<std::string>;

  static val remarks_object(const Result<Remarks>& remarks) {
    val object = result_object(remarks.status());
    if (!remarks.ok()) return object;
    const val texts = val::array();
    for (const std::string& text : remarks.value()) texts.call<void>("push", text);
    object.set("remarks", texts);
    return object;
  }

  static Result<Remarks> remarks_on(const std::string& header, uint64_t file_size,
                                    const std::string& config, uint32_t labels) {
    const auto network = EncoderConfig::parse(config, labels);
    XLMR_RETURN_IF_ERROR(network);
    const auto architecture = other_architecture(config);
    XLMR_RETURN_IF_ERROR(architecture);
    const auto parsed = SafetensorsHeader::parse(header, file_size);
    XLMR_RETURN_IF_ERROR(parsed);
    const auto layout = CheckpointLayout::match(parsed.value(), network.value());
    if (!layout.ok()) return unlike(layout.status(), architecture.value());
    return checkpoint_remarks(layout.value(), architecture.value());
  }

  /// Why tensors do not match, where config.json is of another `architecture`.
  static Status unlike(const Status& status, const std::string& architecture) {
    if (architecture.empty()) return status;
    return invalid_checkpoint(concat(status.message(), "; config.json names ", architecture));
  }

  Result<Remarks> prepare(const std::string& header, uint64_t file_size, const std::string& config,
                          uint32_t labels, const val& precision) {
    const auto computed = one_of<Precision>("precision", precision,
                                            {{"fp32", Precision::fp32}, {"q8", Precision::int8}});
    XLMR_RETURN_IF_ERROR(computed);
    const auto network = EncoderConfig::parse(config, labels);
    XLMR_RETURN_IF_ERROR(network);
    const auto architecture = other_architecture(config);
    XLMR_RETURN_IF_ERROR(architecture);
    auto parsed = SafetensorsHeader::parse(header, file_size);
    XLMR_RETURN_IF_ERROR(parsed);
    builder_ = std::make_unique<EncoderBuilder>(kernels_, network.value(), computed.value());
    auto reader = CheckpointReader::create(std::move(parsed).value(), network.value(), *builder_);
    if (!reader.ok()) return unlike(reader.status(), architecture.value());
    reader_ = std::move(reader).value();
    return checkpoint_remarks(reader_->layout(), architecture.value());
  }

  const ThreadPool& pool_;
  const ThreadPool alone_{1};
  Kernels kernels_;
  std::unique_ptr<EncoderBuilder> builder_;
  std::unique_ptr<CheckpointReader> reader_;
  ReaderFeed feed_;
  std::optional<Encoder> encoder_;
  std::vector<float> logits_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_ENCODER_LOADER_H_
