// SPDX-License-Identifier: Apache-2.0
// CheckpointForm: how a checkpoint stores the weights, by its `__metadata__`.
//
// Invariant: a file that says it is ours is read as ours or refused, never taken for another.
//
//   published  {"format": "pt"}, or any other than ours, or none
//              Weights F32, F16, BF16 or F64, each tensor its own.
//   q8         {"format": "xlmr-ner", "version": "1", "dtype": "q8"}
//              Matrix X.weight I8 [out, in], X.weight.scale F32 [out]: a weight is v x scale.
//   q4         {"format": "xlmr-ner", "version": "1", "dtype": "q4", "group": "32"}
//              Matrix X.weight U8 [out, in / 2], two values a byte, the lower four bits first; v of
//              0 to 15 stands for v - 8. X.weight.scale F32 or F16 [out, in / 32]: 32 neighbours in
//              a row share one.
//
// In q8 and q4 the matrices are the six linear layers of each encoder layer and the token embeddings
// ([vocab_size, hidden]). The former may have X.weight.input_scale F32 [in]: what goes into the
// matrix is divided by it, and the stored weights are multiplied by it. All else is F32, the
// classifier too. Further keys of the metadata are free; "adapter": "lora" says that an adapter was
// merged into the weights, which is not to be applied again.
#ifndef XLMR_ENGINE_CHECKPOINT_FORM_H_
#define XLMR_ENGINE_CHECKPOINT_FORM_H_

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "formats/safetensors.h"

namespace xlmr {

enum class CheckpointForm { published, q8, q4 };

inline constexpr std::string_view kCheckpointFormat = "xlmr-ner";
inline constexpr uint32_t kCheckpointVersion = 1;
inline constexpr uint32_t kQ4Group = 32;  ///< values of a q4 row that share a scale

/// Errors: invalid_checkpoint, where the file is ours and of a version or dtype that is not known.
[[nodiscard]] Result<CheckpointForm> checkpoint_form(const SafetensorsHeader& header);

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_FORM_H_
