// SPDX-License-Identifier: Apache-2.0
// CheckpointLayout: where in a checkpoint the engine finds each weight of the network.
//
// Invariant: every slot that the form has (checkpoint_form.h) is filled with a tensor of the very
// shape and of a type of that form. What else a published file holds is listed, but for what each
// XLM-R has besides: `roberta.embeddings.position_ids`, `roberta.pooler.dense.*`, `lm_head.*`. A
// file of ours holds nothing else. Values are not looked at: whether scales are finite is for those
// who read them.
//
//   match(header, config).value().layers[3].query.weight->name
//     -> "roberta.encoder.layer.3.attention.self.query.weight"
//   match(header of a model that has no token classifier, config)
//     -> checkpoint: classifier.weight: expected F32, F16, BF16 or F64 of shape [9, 768], found no
//        such tensor
//
// Names and shapes: transformers' XLMRobertaForTokenClassification.
#ifndef XLMR_ENGINE_CHECKPOINT_LAYOUT_H_
#define XLMR_ENGINE_CHECKPOINT_LAYOUT_H_

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "engine/checkpoint_form.h"
#include "engine/encoder_config.h"
#include "formats/safetensors.h"

namespace xlmr {

/// A linear layer, or an embedding table, which has no bias and no input_scale.
struct MatrixSlot {
  uint32_t out = 0;  ///< rows
  uint32_t in = 0;   ///< numbers of a row, however they are stored
  const TensorEntry* weight = nullptr;
  const TensorEntry* bias = nullptr;         ///< [out]
  const TensorEntry* scale = nullptr;        ///< null where the weight is not quantised
  const TensorEntry* input_scale = nullptr;  ///< [in]; null means all 1
};

struct NormSlot {
  const TensorEntry* weight = nullptr;  ///< [hidden]
  const TensorEntry* bias = nullptr;    ///< [hidden]
};

struct EmbeddingSlots {
  MatrixSlot token;       ///< [vocab_size, hidden]
  MatrixSlot position;    ///< [positions, hidden], never quantised
  MatrixSlot token_type;  ///< [type_vocab, hidden], never quantised
  NormSlot norm;
};

struct LayerSlots {
  MatrixSlot query;             ///< [hidden, hidden]
  MatrixSlot key;               ///< [hidden, hidden]
  MatrixSlot value;             ///< [hidden, hidden]
  MatrixSlot attention_output;  ///< [hidden, hidden]
  NormSlot attention_norm;
  MatrixSlot intermediate;  ///< [intermediate, hidden]
  MatrixSlot output;        ///< [hidden, intermediate]
  NormSlot output_norm;
};

struct CheckpointLayout {
  CheckpointForm form = CheckpointForm::published;
  EmbeddingSlots embeddings;
  std::vector<LayerSlots> layers;
  MatrixSlot classifier;  ///< [labels, hidden], never quantised
  /// What the network has no use for, in the order of the file.
  std::vector<const TensorEntry*> unused;

  /// Points into `header`, which must outlive the layout (it may be moved). Errors:
  /// invalid_checkpoint, naming the first tensor that is missing, of another shape or type, or
  /// surplus, or the key of the metadata.
  [[nodiscard]] static Result<CheckpointLayout> match(const SafetensorsHeader& header,
                                                      const EncoderConfig& config);
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_LAYOUT_H_
