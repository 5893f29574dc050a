// SPDX-License-Identifier: Apache-2.0
// AdapterMerger: the headers of a base model's and an adapter's weights in, and the adapter's
// matrices; the safetensors file that they make together, and its merged numbers, out.
//
// Invariant: JavaScript has the files. After an error there is nothing to merge, and another adapter
// can be opened.
//
//   merger.open(adapter_config.json, base header, base size, adapter header, adapter size)
//     ->  {status, isMerged}, true where the base model's weights have the adapter already
//   while ((want = core.wants())) core.give(bytes of the adapter's file)
//   merger.finish()   ->  {status, a virtual file, merges: [{segment, numberBytes}]}
//   merger.merge(segment, first number, bytes of the base model's)   ->  {status, bytes}
#ifndef XLMR_WASM_BIND_ADAPTER_MERGER_H_
#define XLMR_WASM_BIND_ADAPTER_MERGER_H_

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/pull.h"
#include "bind/values.h"
#include "bind/virtual_file.h"
#include "engine/lora_adapter.h"
#include "engine/lora_config.h"

namespace xlmr::js {

class AdapterMerger : public Pull {
 public:
  [[nodiscard]] val open(const std::string& config, const val& base, double base_size,
                         const val& adapter, double adapter_size) {
    close();
    const auto is_merged = prepare(config, bytes_of(base), to_size(base_size), bytes_of(adapter),
                                   to_size(adapter_size));
    val object = result_object(is_merged.status());
    if (is_merged.ok()) object.set("isMerged", is_merged.value());
    return object;
  }

  [[nodiscard]] std::optional<FileRange> wants() override {
    return adapter_ ? adapter_->wants() : std::nullopt;
  }

  [[nodiscard]] Status give(const val& bytes, val& /*answer*/) override {
    Status status = adapter_->give(bytes_of(bytes));
    if (!status.ok()) close();
    return status;
  }

  [[nodiscard]] val finish() const {
    if (!adapter_) return result_object(not_loaded("openAdapter()"));
    val object = result_object({});
    set_virtual_file(object, adapter_->checkpoint());
    const val merges = val::array();
    for (const LoraAdapter::Merge& merge : adapter_->merges()) {
      val each = val::object();
      each.set("segment", merge.segment);
      each.set("numberBytes", merge.number_bytes);
      merges.call<void>("push", each);
    }
    object.set("merges", merges);
    return object;
  }

  [[nodiscard]] val merge(uint32_t segment, double first, const val& base) {
    if (!adapter_) return result_object(not_loaded("openAdapter()"));
    const Status status = adapter_->merge(segment, to_size(first), bytes_of(base), merged_);
    val object = result_object(status);
    if (!status.ok()) return object;
    const auto* const bytes = reinterpret_cast<const uint8_t*>(merged_.data());
    object.set("bytes", val(emscripten::typed_memory_view(merged_.size() * sizeof(float), bytes))
                            .call<val>("slice"));
    return object;
  }

  void close() override { adapter_.reset(); }

 private:
  Result<bool> prepare(const std::string& config, const std::string& base, uint64_t base_size,
                       const std::string& adapter, uint64_t adapter_size) {
    const auto lora = LoraConfig::parse(config);
    XLMR_RETURN_IF_ERROR(lora);
    const auto base_header = SafetensorsHeader::parse(base, base_size);
    XLMR_RETURN_IF_ERROR(base_header);
    if (!base_header.value().metadata("adapter").empty()) return true;
    const auto adapter_header = SafetensorsHeader::parse(adapter, adapter_size);
    XLMR_RETURN_IF_ERROR(adapter_header);
    auto matched = LoraAdapter::match(base_header.value(), adapter_header.value(), lora.value());
    XLMR_RETURN_IF_ERROR(matched);
    adapter_.emplace(std::move(matched).value());
    return false;
  }

  std::optional<LoraAdapter> adapter_;
  std::vector<float> merged_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_ADAPTER_MERGER_H_
