// SPDX-License-Identifier: Apache-2.0
// checkpoint_remarks: what a user should know of a checkpoint that loads although it is not quite
// what it should be.
//
// Invariant: one sentence for each kind of thing, however many tensors there are.
//
//   checkpoint_remarks(layout with "loss_fct.weight", "MyXLMRobertaForNER")
//     -> {"config.json names MyXLMRobertaForNER: the weights are used as those of
//          XLMRobertaForTokenClassification",
//         "1 tensor of the checkpoint is not used: loss_fct.weight"}
#ifndef XLMR_ENGINE_CHECKPOINT_REMARKS_H_
#define XLMR_ENGINE_CHECKPOINT_REMARKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/checkpoint_layout.h"

namespace xlmr {

/// `architecture` is other_architecture() of config.json.
[[nodiscard]] std::vector<std::string> checkpoint_remarks(const CheckpointLayout& layout,
                                                          std::string_view architecture);

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_REMARKS_H_
