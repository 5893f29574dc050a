// SPDX-License-Identifier: Apache-2.0
// Engine: a checkpoint's way from JavaScript into an Encoder, and ids to logits.
//
// Invariant: JavaScript reads the file and copies each range that is asked for straight to where it
// is wanted; the engine is ready once the last range came. After an error, as before the first
// call, there is no encoder, and a new checkpoint can be opened.
//
//   engine.open(header, fileSize, config, labels, "q8")   ->  {code, message}
//   while ((want = engine.wants())) engine.give(bytes of want.begin .. want.end)
//   engine.forward(ids, lengths)                          ->  {status, logits}
#ifndef XLMR_WASM_BIND_ENGINE_H_
#define XLMR_WASM_BIND_ENGINE_H_

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "bind/checkpoint.h"
#include "bind/values.h"
#include "engine/checkpoint_layout.h"
#include "engine/checkpoint_reader.h"
#include "engine/encoder.h"
#include "engine/encoder_builder.h"
#include "engine/kernels.h"

namespace xlmr::js {

class Engine {
  /// Below it a batch takes some milliseconds on the calling thread alone, and waking the others
  /// gains nothing: a sentence, in a model of a few million weights.
  static constexpr uint64_t kFewProducts = 100'000'000;

 public:
  explicit Engine(const ThreadPool& pool) : pool_(pool), kernels_(choose_kernels()) {}

  /// What open() would say, without room for a single weight.
  [[nodiscard]] static JsStatus check(const val& header, double file_size,
                                      const std::string& config, uint32_t labels) {
    const auto network = EncoderConfig::parse(config, labels);
    if (!network.ok()) return to_js(network.status());
    const auto parsed = SafetensorsHeader::parse(bytes_of(header), to_size(file_size));
    if (!parsed.ok()) return to_js(parsed.status());
    return to_js(CheckpointLayout::match(parsed.value(), network.value()).status());
  }

  JsStatus open(const val& header, double file_size, const std::string& config, uint32_t labels,
                const std::string& precision) {
    encoder_.reset();
    reader_.reset();
    builder_.reset();
    auto network = EncoderConfig::parse(config, labels);
    if (!network.ok()) return to_js(network.status());
    auto parsed = SafetensorsHeader::parse(bytes_of(header), to_size(file_size));
    if (!parsed.ok()) return to_js(parsed.status());
    builder_ = std::make_unique<EncoderBuilder>(
        kernels_, network.value(), precision == "fp32" ? Precision::fp32 : Precision::int8);
    auto reader = CheckpointReader::create(std::move(parsed).value(), network.value(), *builder_);
    if (!reader.ok()) {
      builder_.reset();
      return to_js(reader.status());
    }
    reader_ = std::move(reader).value();
    return to_js({});
  }

  /// The byte range to give next, or null once the encoder is ready.
  [[nodiscard]] val wants() { return wanted_range(reader_.get()); }

  /// `bytes` are those of the range that wants() gave.
  JsStatus give(const val& bytes) {
    const Status status = give_wanted(reader_.get(), bytes, copy_);
    if (!status.ok()) {
      reader_.reset();
      builder_.reset();
    } else if (!reader_->request()) {
      reader_.reset();
      copy_ = {};
      encoder_.emplace(std::move(*std::exchange(builder_, nullptr)).build());
    }
    return to_js(status);
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

  [[nodiscard]] std::string kernel() const { return kernels_.quantized.name; }

 private:
  const ThreadPool& pool_;
  const ThreadPool alone_{1};
  Kernels kernels_;
  std::unique_ptr<EncoderBuilder> builder_;
  std::unique_ptr<CheckpointReader> reader_;
  JsCopy copy_;
  std::optional<Encoder> encoder_;
  std::vector<float> logits_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_ENGINE_H_
