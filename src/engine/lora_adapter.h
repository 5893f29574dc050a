// SPDX-License-Identifier: Apache-2.0
// LoraAdapter: a LoRA adapter's matrices, and the checkpoint that the base model's weights make with
// them. Who reads that checkpoint has each matrix as W + scale x B A, and knows of no adapter.
//
// Invariant: every matrix of the adapter is one of a module of the base model, and of its shape. The
// checkpoint has the base model's tensors in their order, then what only the adapter has; each comes
// from the base model's file (shard 0) or, where it was trained as a whole, the adapter's (shard 1).
// A matrix that is merged is F32 there.
//
//   auto adapter = LoraAdapter::match(base header, adapter header, config);
//   while (const auto range = adapter.value().wants()) adapter.value().give(file.read(*range));
//   adapter.value().checkpoint()                    -> to be read as one safetensors file
//   adapter.value().merges()                        -> {{segment 7, numbers of 4 bytes}, ...}
//   adapter.value().merge(7, 0, bytes of W, out)    -> the first numbers of W + scale x B A
//
// Source: peft 0.21: get_delta_weight of Linear and Embedding in tuners/lora/layer.py, names of
// tensors in utils/save_and_load.py.
#ifndef XLMR_ENGINE_LORA_ADAPTER_H_
#define XLMR_ENGINE_LORA_ADAPTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "engine/lora_config.h"
#include "engine/lora_delta.h"
#include "formats/file_range.h"
#include "formats/safetensors.h"
#include "formats/virtual_checkpoint.h"

namespace xlmr {

class LoraAdapter {
 public:
  /// A segment of checkpoint() whose numbers are to be merged: they are F32 there, and in the shard
  /// of `number_bytes` each.
  struct Merge {
    uint32_t segment = 0;
    uint32_t number_bytes = 0;
  };

  /// Errors: invalid_checkpoint, naming the tensor; invalid_config, naming the field.
  [[nodiscard]] static Result<LoraAdapter> match(const SafetensorsHeader& base,
                                                 const SafetensorsHeader& adapter,
                                                 const LoraConfig& config);

  /// The range of the adapter's file to give next; nothing once all matrices are here.
  [[nodiscard]] std::optional<FileRange> wants() const;
  /// `bytes` are those of wants(). Errors: invalid_checkpoint for what is not finite.
  [[nodiscard]] Status give(std::string_view bytes);

  [[nodiscard]] const VirtualCheckpoint& checkpoint() const { return checkpoint_; }
  [[nodiscard]] const std::vector<Merge>& merges() const { return merges_; }

  /// Numbers from `first` on of the tensor in a segment of merges(), `base` being the shard's bytes
  /// of them. Errors: invalid_argument, where there are none such.
  [[nodiscard]] Status merge(uint32_t segment, uint64_t first, std::string_view base,
                             std::vector<float>& out) const;

 private:
  /// Of one module.
  struct Delta {
    TensorEntry base;
    TensorEntry a;
    TensorEntry b;
    bool is_table = false;
    LoraDelta numbers;  ///< its matrices are empty until they came
  };
  struct Sorted;

  LoraAdapter() = default;

  [[nodiscard]] static Result<Sorted> sort(const SafetensorsHeader& adapter);
  [[nodiscard]] static Result<Delta> delta_of(const std::string& module, Delta delta,
                                              const LoraConfig& config);
  [[nodiscard]] Status lay_out(const SafetensorsHeader& base, const Sorted& sorted);

  VirtualCheckpoint checkpoint_;
  std::vector<Merge> merges_;
  std::vector<Delta> deltas_;  // of merges_
  size_t at_ = 0;              // of the matrices A and B of all deltas
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_LORA_ADAPTER_H_
