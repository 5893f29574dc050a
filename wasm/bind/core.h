// SPDX-License-Identifier: Apache-2.0
// Core: all the state of one WebAssembly instance, and the calls that need more than one part of
// it.
//
// Invariant: what can fail gives an object with a `status`; nothing that crosses needs to be freed.
// One file is pulled at a time: opening another ends what was read before.
#ifndef XLMR_WASM_BIND_CORE_H_
#define XLMR_WASM_BIND_CORE_H_

#include <emscripten/val.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/thread_pool.h"
#include "bind/adapter_merger.h"
#include "bind/checkpoint_shards.h"
#include "bind/converter.h"
#include "bind/encoder_loader.h"
#include "bind/encodings.h"
#include "bind/memory.h"
#include "bind/options.h"
#include "bind/pull.h"
#include "bind/tagging.h"
#include "bind/values.h"
#include "ner/recognizer.h"

namespace xlmr::js {

class Core {
 public:
  Core() { report_full_memory(); }

  /// The caller's included; workers for the others must be waiting.
  void use_threads(int threads) { pool_.resize(static_cast<size_t>(std::max(threads, 1))); }

  /// Each is a file's bytes, none where there is no such file; `stored_trie` is of trie_to_store().
  val load_tokenizer(const val& vocabulary, const val& config, const val& special_tokens_map,
                     const val& added_tokens, const val& stored_trie) {
    const std::string files[] = {bytes_of(vocabulary), bytes_of(config),
                                 bytes_of(special_tokens_map), bytes_of(added_tokens),
                                 bytes_of(stored_trie)};
    auto loaded = TokenizerSet::load({.vocabulary = files[0],
                                      .config = files[1],
                                      .special_tokens_map = files[2],
                                      .added_tokens = files[3],
                                      .stored_trie = files[4]});
    if (!loaded.ok()) return result_object(loaded.status());
    tokenizers_.emplace(std::move(loaded).value());
    return result_object({});
  }

  /// The tokenizer's; empty where it came with it.
  [[nodiscard]] val trie_to_store() const {
    return to_js(tokenizers_ ? tokenizers_->trie_to_store() : std::vector<uint8_t>());
  }

  val load_sentencepiece(const val& model) {
    auto loaded = SentencePieceTokenizer::load(bytes_of(model));
    if (!loaded.ok()) return result_object(loaded.status());
    sentencepiece_ = std::make_unique<SentencePieceTokenizer>(std::move(loaded).value());
    return result_object({});
  }

  val load_config(const std::string& json) {
    if (!tokenizers_) return result_object(not_loaded("loadTokenizer()"));
    auto config = ModelConfig::parse(json);
    if (!config.ok()) return result_object(config.status());
    config_ = std::make_shared<const ModelConfig>(std::move(config).value());
    return result_object({});
  }

  [[nodiscard]] val labels() const {
    const val names = val::array();
    const auto& map = config_ ? config_->labels : LabelMap();
    for (uint32_t id = 0; id < map.size(); ++id) names.call<void>("push", map[id].name);
    return names;
  }

  [[nodiscard]] bool has_crf() const { return config_ && config_->crf.has_value(); }

  [[nodiscard]] uint32_t max_tokens() const {
    const auto recognizer = loaded().recognizer(Compat::none);
    return recognizer.ok() ? recognizer.value().max_tokens() : 0;
  }

  [[nodiscard]] val pieces(const val& ids, const val& compat) const {
    const auto tokenizer = tokenizer_for(compat);
    return tokenizer.ok() ? pieces_object(*tokenizer.value(), ids)
                          : result_object(tokenizer.status());
  }

  /// `mode` is "hf" or "sentencepiece", `offsets` an OffsetUnit.
  [[nodiscard]] val encode(const val& joined, const val& lengths, const val& mode,
                           const val& compat, const val& offsets) const {
    const auto by_library = one_of<bool>("mode", mode, {{"hf", false}, {"sentencepiece", true}});
    if (!by_library.ok()) return result_object(by_library.status());
    const auto unit = one_of<OffsetUnit>(
        "offsets", offsets, {{"utf16", OffsetUnit::utf16}, {"codepoint", OffsetUnit::codepoint}});
    if (!unit.ok()) return result_object(unit.status());
    if (by_library.value() && sentencepiece_) {
      return encodings_object(*sentencepiece_, joined, lengths, unit.value(), pool_);
    }
    if (by_library.value()) return result_object(not_loaded("loadSentencePiece()"));
    const auto tokenizer = tokenizer_for(compat);
    if (!tokenizer.ok()) return result_object(tokenizer.status());
    return encodings_object(*tokenizer.value(), joined, lengths, unit.value(), pool_);
  }

  [[nodiscard]] Loaded loaded() const {
    return {tokenizers_ ? &*tokenizers_ : nullptr, config_, sentencepiece_.get(), pool_};
  }

  [[nodiscard]] EncoderLoader& encoder() { return encoder_; }

  /// The reader that is to be opened now: wants() and give() are its from here on.
  template <typename Reader>
  Reader& pull_by(Reader& reader) {
    if (pull_ != nullptr && pull_ != &reader) pull_->close();
    pull_ = &reader;
    return reader;
  }
  [[nodiscard]] Pull* pull() { return pull_; }
  [[nodiscard]] EncoderLoader& pull_weights() { return pull_by(encoder_); }
  [[nodiscard]] CheckpointShards& pull_shards() { return pull_by(shards_); }
  [[nodiscard]] Converter& pull_conversion() { return pull_by(converter_); }
  [[nodiscard]] AdapterMerger& pull_adapter() { return pull_by(adapter_); }

 private:
  [[nodiscard]] Result<std::shared_ptr<const Tokenizer>> tokenizer_for(const val& name) const {
    if (!tokenizers_) return not_loaded("a tokenizer");
    const auto compat = one_of<Compat>("compat", name, kCompats);
    XLMR_RETURN_IF_ERROR(compat);
    return tokenizers_->get(compat.value());
  }

  ThreadPool pool_{1};
  std::optional<TokenizerSet> tokenizers_;
  std::unique_ptr<const SentencePieceTokenizer> sentencepiece_;
  std::shared_ptr<const ModelConfig> config_;
  CheckpointShards shards_;
  EncoderLoader encoder_{pool_};
  Converter converter_;
  AdapterMerger adapter_;
  Pull* pull_ = nullptr;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CORE_H_
