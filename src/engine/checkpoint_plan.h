// SPDX-License-Identifier: Apache-2.0
// CheckpointPlan: which tensors a quantised checkpoint of a network has, and where in the file.
//
// Invariant: the tensors follow each other from the header's end to the file's, in the order in
// which a CheckpointReader reads them and a WeightSink is given them: scales and biases before the
// matrix they belong to. All is known before a weight is: sizes follow from the network alone.
//
//   auto plan = CheckpointPlan::make(config, WeightFormat::q8, "");
//   plan.value().header        -> the file's first bytes, a multiple of 8
//   plan.value().tensors[0]    -> {"roberta.embeddings.position_embeddings.weight", f32, ...}
#ifndef XLMR_ENGINE_CHECKPOINT_PLAN_H_
#define XLMR_ENGINE_CHECKPOINT_PLAN_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/encoder_config.h"
#include "engine/weight_format.h"
#include "formats/safetensors.h"

namespace xlmr {

struct CheckpointPlan {
  WeightFormat format = WeightFormat::q8;
  std::string header;
  std::vector<TensorEntry> tensors;
  uint64_t file_size = 0;

  /// `format` is q8 or q4; see checkpoint_form.h. `source_sha256` is that of the file the weights
  /// come from, for the metadata, or empty; `has_adapter` says that one was merged into them.
  /// Errors: invalid_argument, where the hash is none or the network's rows are no whole groups of
  /// q4.
  [[nodiscard]] static Result<CheckpointPlan> make(const EncoderConfig& config, WeightFormat format,
                                                   std::string_view source_sha256,
                                                   bool has_adapter = false);
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_PLAN_H_
