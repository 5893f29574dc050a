// SPDX-License-Identifier: Apache-2.0
// The Embind boundary: one class for the stateful thing, plain values for results, no exceptions.
//
// Invariant: nothing that crosses needs to be freed but the Core itself; arrays are copies, so a
// growing memory cannot detach them. Text crosses as UTF-16, where a lone surrogate is harmless.
// JavaScript's values are touched by the calling thread alone: what the pool works on is copied
// before and turned into objects after. wasm/js/core/core_handle.ts has the same calls as types.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "bind/core.h"
#include "bind/pull.h"
#include "bind/tagging.h"
#include "bind/values.h"
#include "engine/encoder_config.h"

using emscripten::optional_override;
using emscripten::val;
using xlmr::js::Core;
using xlmr::js::JsStatus;

EMSCRIPTEN_BINDINGS(xlmr_ner) {
  emscripten::value_object<JsStatus>("Status")
      .field("code", &JsStatus::code)
      .field("message", &JsStatus::message);

  emscripten::class_<Core>("Core")
      .constructor<>()
      .function("useThreads", &Core::use_threads)
      .function("loadTokenizer", &Core::load_tokenizer)
      .function("trieToStore", &Core::trie_to_store)
      .function("loadSentencePiece", &Core::load_sentencepiece)
      .function("loadConfig", &Core::load_config)
      .function("labels", &Core::labels)
      .function("hasCrf", &Core::has_crf)
      .function("maxTokens", &Core::max_tokens)
      .function("pieces", &Core::pieces)
      .function("encode", &Core::encode)
      .function("scripts", optional_override([](const Core&, const val& text) {
                  return xlmr::js::scripts_array(text);
                }))
      .function("network",
                optional_override([](const Core&, const std::string& config, uint32_t labels) {
                  const auto network = xlmr::EncoderConfig::parse(config, labels);
                  val object = xlmr::js::result_object(network.status());
                  if (!network.ok()) return object;
                  object.set("layers", network.value().layers);
                  object.set("heads", network.value().heads);
                  object.set("epsilon", network.value().layer_norm_eps);
                  object.set("firstPosition", network.value().first_position);
                  return object;
                }))
      // What is read of files: open one of four, then pull.
      .function("headerSize",
                optional_override([](const Core&, const val& first, double file_size) {
                  return xlmr::js::header_size(first, file_size);
                }))
      .function("openShards",
                optional_override([](Core& core, const val& index, const val& suffix) {
                  return core.pull_shards().open(index, suffix);
                }))
      .function("addShard", optional_override([](Core& core, double file_size) {
                  core.pull_shards().add(file_size);
                }))
      .function("finishShards",
                optional_override([](Core& core) { return core.pull_shards().finish(); }))
      .function("openAdapter",
                optional_override([](Core& core, const std::string& config, const val& base,
                                     double base_size, const val& adapter, double adapter_size) {
                  return core.pull_adapter().open(config, base, base_size, adapter, adapter_size);
                }))
      .function("finishAdapter",
                optional_override([](Core& core) { return core.pull_adapter().finish(); }))
      .function("mergeAdapter",
                optional_override([](Core& core, uint32_t segment, double first, const val& base) {
                  return core.pull_adapter().merge(segment, first, base);
                }))
      .function("checkWeights",
                optional_override([](const Core&, const val& header, double file_size,
                                     const std::string& config, uint32_t labels) {
                  return xlmr::js::EncoderLoader::check(header, file_size, config, labels);
                }))
      .function("openWeights", optional_override([](Core& core, const val& header, double file_size,
                                                    const std::string& config, uint32_t labels,
                                                    const val& precision) {
                  return core.pull_weights().open(header, file_size, config, labels, precision);
                }))
      .function(
          "openConversion", optional_override([](Core& core, const val& header, double file_size,
                                                 const std::string& config, const val& dtype,
                                                 const std::string& source_sha256) {
            return core.pull_conversion().open(header, file_size, config, dtype, source_sha256);
          }))
      .function("wants",
                optional_override([](Core& core) { return xlmr::js::wanted_object(core.pull()); }))
      .function("give", optional_override([](Core& core, const val& bytes) {
                  return xlmr::js::give(core.pull(), bytes);
                }))
      // Text in, ids out; ids in, logits out; logits in, records or tags out.
      .function("forward", optional_override([](Core& core, const val& ids, const val& lengths) {
                  return core.encoder().forward(ids, lengths);
                }))
      .function("warmUp", optional_override([](Core& core) { core.encoder().warm_up(); }))
      .function("kernel", optional_override([](Core& core) { return core.encoder().kernel(); }))
      .function("windows",
                optional_override([](const Core& core, const val& inputs, const val& options) {
                  return xlmr::js::windows(core.loaded(), inputs, options);
                }))
      .function("decode", optional_override([](const Core& core, const val& inputs,
                                               const val& logits, const val& options) {
                  return xlmr::js::decode(core.loaded(), inputs, logits, options);
                }))
      .function("wordWindows",
                optional_override([](const Core& core, const val& lists, const val& options) {
                  return xlmr::js::word_windows(core.loaded(), lists, options);
                }))
      .function("wordTags", optional_override([](const Core& core, const val& lists,
                                                 const val& logits, const val& options) {
                  return xlmr::js::word_tags(core.loaded(), lists, logits, options);
                }));
}
