// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_layout.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/foreign_quantization.h"

namespace xlmr {
namespace {

using Types = std::span<const TensorType>;

constexpr TensorType kPublishedTypes[] = {TensorType::f32, TensorType::f16, TensorType::bf16,
                                          TensorType::f64};
constexpr TensorType kF32[] = {TensorType::f32};
constexpr TensorType kQ8Weights[] = {TensorType::i8};
constexpr TensorType kQ4Weights[] = {TensorType::u8};
constexpr TensorType kQ4Scales[] = {TensorType::f32, TensorType::f16};

// How a quantised checkpoint has a matrix.
enum class Role { plain, quantised_table, quantised_layer };

std::string type_and_shape(const TensorEntry& tensor) {
  return concat(tensor_type_name(tensor.type), " ", shape_text(tensor.shape));
}

std::string type_names(Types types) {
  std::string text;
  for (size_t i = 0; i < types.size(); ++i) {
    if (i > 0) text += i + 1 == types.size() ? " or " : ", ";
    text += tensor_type_name(types[i]);
  }
  return text;
}

bool is_ignored(std::string_view name) {
  return name == "roberta.embeddings.position_ids" || name.starts_with("roberta.pooler.dense.") ||
         name.starts_with("lm_head.");
}

/// `status`, or what it comes from: weights that another library quantised.
Status quantised_by_others(const SafetensorsHeader& header, CheckpointForm form,
                           const Status& status) {
  const std::string method =
      form == CheckpointForm::published ? quantization_of(header) : std::string();
  if (method.empty()) return status;
  return invalid_checkpoint(
      expected("checkpoint",
               "weights that are not quantised (use the checkpoint that these were made of; "
               "`xlmr-ner convert FOLDER --dtype q8` makes it small)",
               concat("weights quantised by ", method)));
}

/// Fills slots from a header until something is wrong, and knows which tensors that used.
class Matcher {
 public:
  Matcher(const SafetensorsHeader& header, CheckpointForm form)
      : header_(header), form_(form), used_(header.tensors().size()) {}

  void matrix(const std::string& name, MatrixSlot& slot, Role role) {
    if (role == Role::plain || form_ == CheckpointForm::published) {
      slot.weight = take(name, {slot.out, slot.in}, plain_types());
      return;
    }
    if (form_ == CheckpointForm::q8) {
      slot.weight = take(name, {slot.out, slot.in}, kQ8Weights);
      slot.scale = take(concat(name, ".scale"), {slot.out}, kF32);
    } else {
      slot.weight = take(name, {slot.out, slot.in / 2}, kQ4Weights);
      slot.scale = take(concat(name, ".scale"), {slot.out, slot.in / kQ4Group}, kQ4Scales);
    }
    const std::string input_scale = concat(name, ".input_scale");
    if (role == Role::quantised_layer && header_.find(input_scale) != nullptr) {
      slot.input_scale = take(input_scale, {slot.in}, kF32);
    }
  }

  void vector(const std::string& name, uint32_t size, const TensorEntry*& slot) {
    slot = take(name, {size}, plain_types());
  }

  /// Not ok unless every slot was filled, and nothing is left over in a file of ours. Lists what
  /// is in one that others wrote.
  [[nodiscard]] Status finish(const EncoderConfig& config,
                              std::vector<const TensorEntry*>& unused) const {
    if (!status_.ok()) return quantised_by_others(header_, form_, status_);
    const auto tensors = header_.tensors();
    for (size_t i = 0; i < tensors.size(); ++i) {
      if (used_[i] || is_ignored(tensors[i].name)) continue;
      if (form_ == CheckpointForm::published) {
        unused.push_back(&tensors[i]);
        continue;
      }
      return invalid_checkpoint(
          expected(concat("checkpoint: ", tensors[i].name),
                   concat("no such tensor in a token classifier of ", config.layers, " layers"),
                   type_and_shape(tensors[i])));
    }
    return {};
  }

 private:
  [[nodiscard]] Types plain_types() const {
    return form_ == CheckpointForm::published ? Types(kPublishedTypes) : Types(kF32);
  }

  const TensorEntry* take(const std::string& name, const std::vector<uint64_t>& shape,
                          Types types) {
    if (!status_.ok()) return nullptr;
    const TensorEntry* tensor = header_.find(name);
    const bool fits = tensor != nullptr && tensor->shape == shape &&
                      std::ranges::find(types, tensor->type) != types.end();
    if (!fits) {
      status_ = invalid_checkpoint(expected(
          concat("checkpoint: ", name), concat(type_names(types), " of shape ", shape_text(shape)),
          tensor ? type_and_shape(*tensor) : "no such tensor"));
      return nullptr;
    }
    used_[tensor - header_.tensors().data()] = true;
    return tensor;
  }

  const SafetensorsHeader& header_;
  CheckpointForm form_;
  std::vector<bool> used_;
  Status status_;
};

/// Fills all slots of `layout`, by the names and shapes of the network.
void fill_slots(const EncoderConfig& config, Matcher& matcher, CheckpointLayout& layout) {
  const uint32_t hidden = config.hidden;
  const auto table = [&](const std::string& name, uint32_t rows, MatrixSlot& slot, Role role) {
    slot.out = rows;
    slot.in = hidden;
    matcher.matrix(concat(name, ".weight"), slot, role);
  };
  const auto linear = [&](const std::string& name, uint32_t out, uint32_t in, MatrixSlot& slot,
                          Role role = Role::quantised_layer) {
    slot.out = out;
    slot.in = in;
    matcher.matrix(concat(name, ".weight"), slot, role);
    matcher.vector(concat(name, ".bias"), out, slot.bias);
  };
  const auto norm = [&](const std::string& name, NormSlot& slot) {
    matcher.vector(concat(name, ".weight"), hidden, slot.weight);
    matcher.vector(concat(name, ".bias"), hidden, slot.bias);
  };

  EmbeddingSlots& tables = layout.embeddings;
  const std::string prefix = "roberta.embeddings.";
  table(concat(prefix, "word_embeddings"), config.vocab_size, tables.token, Role::quantised_table);
  table(concat(prefix, "position_embeddings"), config.positions, tables.position, Role::plain);
  table(concat(prefix, "token_type_embeddings"), config.type_vocab, tables.token_type, Role::plain);
  norm(concat(prefix, "LayerNorm"), tables.norm);

  layout.layers.resize(config.layers);
  for (uint32_t i = 0; i < config.layers; ++i) {
    LayerSlots& slots = layout.layers[i];
    const std::string layer = concat("roberta.encoder.layer.", i, ".");
    linear(concat(layer, "attention.self.query"), hidden, hidden, slots.query);
    linear(concat(layer, "attention.self.key"), hidden, hidden, slots.key);
    linear(concat(layer, "attention.self.value"), hidden, hidden, slots.value);
    linear(concat(layer, "attention.output.dense"), hidden, hidden, slots.attention_output);
    norm(concat(layer, "attention.output.LayerNorm"), slots.attention_norm);
    linear(concat(layer, "intermediate.dense"), config.intermediate, hidden, slots.intermediate);
    linear(concat(layer, "output.dense"), hidden, config.intermediate, slots.output);
    norm(concat(layer, "output.LayerNorm"), slots.output_norm);
  }
  linear("classifier", config.labels, hidden, layout.classifier, Role::plain);
}

/// The three matrices of a layer that take one input, which is quantised once: each has a scale for
/// it, or none has.
Status expect_one_input(const LayerSlots& layer) {
  const MatrixSlot* const slots[] = {&layer.query, &layer.key, &layer.value};
  const auto has_scale = [](const MatrixSlot* slot) { return slot->input_scale != nullptr; };
  if (std::ranges::none_of(slots, has_scale)) return {};
  const auto without = std::ranges::find_if_not(slots, has_scale);
  if (without == std::end(slots)) return {};
  return invalid_checkpoint(
      expected(concat("checkpoint: ", (*without)->weight->name, ".input_scale"),
               "query, key and value to have one or none to", "no such tensor"));
}

// Groups of a q4 row are whole.
Status expect_groups(const EncoderConfig& config) {
  for (const uint32_t size : {config.hidden, config.intermediate}) {
    if (size % kQ4Group == 0) continue;
    return invalid_checkpoint(
        expected("checkpoint: __metadata__.dtype",
                 concat("\"q8\" for rows of ", size, " numbers, which are no whole groups of 32"),
                 "\"q4\""));
  }
  return {};
}

}  // namespace

Result<CheckpointLayout> CheckpointLayout::match(const SafetensorsHeader& header,
                                                 const EncoderConfig& config) {
  const auto form = checkpoint_form(header);
  XLMR_RETURN_IF_ERROR(form);
  if (form.value() == CheckpointForm::q4) {
    XLMR_RETURN_IF_ERROR(expect_groups(config));
  }
  CheckpointLayout layout;
  layout.form = form.value();
  Matcher matcher(header, layout.form);
  fill_slots(config, matcher, layout);
  XLMR_RETURN_IF_ERROR(matcher.finish(config, layout.unused));
  for (const LayerSlots& layer : layout.layers) {
    XLMR_RETURN_IF_ERROR(expect_one_input(layer));
  }
  return layout;
}

}  // namespace xlmr
