// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_adapter.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/checkpoint_form.h"
#include "engine/tensor_numbers.h"
#include "formats/safetensors_writer.h"

namespace xlmr {
namespace {

constexpr uint64_t kMaxNumbers = uint64_t{1} << 28;  // of one matrix

Status wrong(std::string_view name, const AsText& what, const AsText& found) {
  return invalid_checkpoint(expected(concat("adapter: ", name), what, found));
}

bool is_float(TensorType type) {
  return type == TensorType::f32 || type == TensorType::f16 || type == TensorType::bf16 ||
         type == TensorType::f64;
}

bool remove_suffix(std::string_view& name, std::string_view suffix) {
  if (!name.ends_with(suffix)) return false;
  name.remove_suffix(suffix.size());
  return true;
}

/// Without a part that peft adds to the names of modules.
std::string without(std::string name, std::string_view part) {
  const size_t at = name.find(part);
  return at == std::string::npos ? name : name.erase(at, part.size());
}

Status expect_matrix(const TensorEntry& entry) {
  const bool fits = entry.shape.size() == 2 && is_float(entry.type) && entry.shape[0] > 0 &&
                    entry.shape[1] > 0 && entry.shape[0] <= kMaxNumbers / entry.shape[1];
  if (fits) return {};
  return wrong(entry.name, "a matrix of F32, F16, BF16 or F64",
               concat(tensor_type_name(entry.type), " ", shape_text(entry.shape)));
}

/// The name of a base model's tensor in a token classifier: an encoder that was saved alone, such as
/// the one of a model for sentences, has its tensors without "roberta.", as transformers reads it.
std::string full_name(const std::string& name, bool is_alone) {
  const bool is_encoders = name.starts_with("embeddings.") || name.starts_with("encoder.") ||
                           name.starts_with("pooler.");
  return is_alone && is_encoders ? concat("roberta.", name) : name;
}

std::vector<float> transposed(const std::vector<float>& matrix, uint64_t rows, uint64_t columns) {
  std::vector<float> result(matrix.size());
  for (size_t row = 0; row < rows; ++row) {
    for (size_t i = 0; i < columns; ++i) result[i * rows + row] = matrix[row * columns + i];
  }
  return result;
}

}  // namespace

/// The tensors of an adapter's file by what they are for.
struct LoraAdapter::Sorted {
  std::map<std::string, Delta> deltas;              // by module, with a and b alone
  std::map<std::string, TensorEntry> replacements;  // by the base model's name for it
};

Result<LoraAdapter::Sorted> LoraAdapter::sort(const SafetensorsHeader& adapter) {
  Sorted sorted;
  for (const TensorEntry& entry : adapter.tensors()) {
    std::string_view name = entry.name;
    if (name.starts_with("base_model.model.")) name.remove_prefix(17);
    const bool is_table =
        name.ends_with(".lora_embedding_A") || name.ends_with(".lora_embedding_B");
    const bool is_a =
        remove_suffix(name, ".lora_A.weight") || remove_suffix(name, ".lora_embedding_A");
    if (is_a || remove_suffix(name, ".lora_B.weight") || remove_suffix(name, ".lora_embedding_B")) {
      XLMR_RETURN_IF_ERROR(expect_matrix(entry));
      Delta& delta = sorted.deltas[std::string(name)];
      delta.is_table = is_table;
      (is_a ? delta.a : delta.b) = entry;
      continue;
    }
    if (name.find("lora_") != std::string_view::npos) {
      return wrong(entry.name, "lora_A and lora_B alone of a module", "this tensor");
    }
    // What was there before training; and the same numbers again under another name.
    if (name.find(".original_module.") != std::string_view::npos) continue;
    const std::string plain =
        without(without(std::string(name), ".base_layer"), ".modules_to_save");
    sorted.replacements.emplace(plain, entry);
  }
  // A target's own bias is base_layer.bias; peft 0.21 leaves out what earlier ones called bias.
  for (const auto& [module, delta] : sorted.deltas) {
    const auto bias = sorted.replacements.find(concat(module, ".bias"));
    if (bias == sorted.replacements.end()) continue;
    if (bias->second.name.find(".base_layer.") != std::string::npos) continue;
    const TensorEntry entry = bias->second;
    sorted.replacements.erase(bias);
    sorted.replacements.emplace(entry.name, entry);
  }
  if (sorted.deltas.empty()) {
    return invalid_checkpoint(expected("adapter", "matrices lora_A and lora_B", "none"));
  }
  return sorted;
}

Result<LoraAdapter::Delta> LoraAdapter::delta_of(const std::string& module, Delta delta,
                                                 const LoraConfig& config) {
  if (delta.a.name.empty() || delta.b.name.empty()) {
    return wrong(module, "both lora_A and lora_B", "one of them");
  }
  delta.numbers.rank = delta.a.shape[0];
  delta.numbers.rows = delta.is_table ? delta.a.shape[1] : delta.b.shape[0];
  delta.numbers.columns = delta.is_table ? delta.b.shape[0] : delta.a.shape[1];
  if (delta.b.shape[1] != delta.numbers.rank) {
    return wrong(delta.b.name, concat(delta.numbers.rank, " columns, as lora_A has rows"),
                 shape_text(delta.b.shape));
  }
  const auto scale = config.scale(module, delta.numbers.rank);
  XLMR_RETURN_IF_ERROR(scale);
  delta.numbers.scale = scale.value();
  return delta;
}

Result<LoraAdapter> LoraAdapter::match(const SafetensorsHeader& base,
                                       const SafetensorsHeader& adapter, const LoraConfig& config) {
  const auto form = checkpoint_form(base);
  XLMR_RETURN_IF_ERROR(form);
  if (form.value() != CheckpointForm::published) {
    return invalid_checkpoint(
        expected("checkpoint",
                 "published weights to apply the adapter to (`xlmr-ner convert FOLDER`, with the "
                 "adapter's folder, quantises them together)",
                 concat(base.metadata("dtype"), " weights without it")));
  }
  auto sorted = sort(adapter);
  XLMR_RETURN_IF_ERROR(sorted);
  for (auto& [module, delta] : sorted.value().deltas) {
    auto complete = delta_of(module, std::move(delta), config);
    XLMR_RETURN_IF_ERROR(complete);
    delta = std::move(complete).value();
  }
  LoraAdapter result;
  XLMR_RETURN_IF_ERROR(result.lay_out(base, sorted.value()));
  return result;
}

Status LoraAdapter::lay_out(const SafetensorsHeader& base, const Sorted& sorted) {
  std::vector<TensorEntry> tensors;
  uint64_t end = 0;
  const auto add = [&](const std::string& name, const TensorEntry& source, uint32_t shard) {
    std::string_view module = name;
    const auto delta = remove_suffix(module, ".weight") ? sorted.deltas.find(std::string(module))
                                                        : sorted.deltas.end();
    const bool is_merged = delta != sorted.deltas.end();
    const TensorType type = is_merged ? TensorType::f32 : source.type;
    const uint64_t bits = tensor_type_bits(source.type);
    const uint64_t size = source.byte_size() * 8 / bits * tensor_type_bits(type) / 8;
    if (is_merged) {
      const Delta& found = delta->second;
      if (!is_float(source.type) ||
          source.shape != std::vector<uint64_t>{found.numbers.rows, found.numbers.columns}) {
        return wrong(found.a.name,
                     concat("the matrices of ", name, ", ", tensor_type_name(source.type), " ",
                            shape_text(source.shape)),
                     shape_text(std::vector<uint64_t>{found.numbers.rows, found.numbers.columns}));
      }
      merges_.push_back(
          {static_cast<uint32_t>(checkpoint_.segments.size()), static_cast<uint32_t>(bits / 8)});
      deltas_.push_back(found);
      deltas_.back().base = source;
    }
    tensors.push_back({name, type, source.shape, end, end + size});
    if (size > 0) checkpoint_.segments.push_back({end, shard, source.begin});
    end += size;
    return Status();
  };
  const bool is_alone = std::ranges::none_of(
      base.tensors(), [](const TensorEntry& each) { return each.name.starts_with("roberta."); });
  std::set<std::string, std::less<>> names;
  for (const TensorEntry& entry : base.tensors()) {
    const std::string name = full_name(entry.name, is_alone);
    const auto replaced = sorted.replacements.find(name);
    const bool is_own = replaced == sorted.replacements.end();
    XLMR_RETURN_IF_ERROR(add(name, is_own ? entry : replaced->second, is_own ? 0U : 1U));
    names.insert(name);
  }
  for (const auto& [name, entry] : sorted.replacements) {
    if (!names.contains(name)) XLMR_RETURN_IF_ERROR(add(name, entry, 1));
  }
  for (const auto& [module, delta] : sorted.deltas) {
    const auto is_it = [&](const Delta& each) { return each.a.name == delta.a.name; };
    if (std::ranges::none_of(deltas_, is_it)) {
      return wrong(delta.a.name, concat("a module of the base model, with ", module, ".weight"),
                   "no such tensor");
    }
  }
  auto header = safetensors_header(tensors, R"("format":"pt","adapter":"lora")");
  XLMR_RETURN_IF_ERROR(header);
  const uint64_t header_size = header.value().size();
  for (FileSegment& segment : checkpoint_.segments) segment.begin += header_size;
  checkpoint_.header = std::move(header).value();
  checkpoint_.file_size = header_size + end;
  return {};
}

std::optional<FileRange> LoraAdapter::wants() const {
  if (at_ == 2 * deltas_.size()) return std::nullopt;
  const Delta& delta = deltas_[at_ / 2];
  const TensorEntry& entry = at_ % 2 == 0 ? delta.a : delta.b;
  return FileRange{entry.begin, entry.end};
}

Status LoraAdapter::give(std::string_view bytes) {
  const auto wanted = wants();
  if (!wanted || bytes.size() != wanted->size()) {
    return invalid_argument("give: expected the bytes that wants() names");
  }
  Delta& delta = deltas_[at_ / 2];
  const bool is_a = at_ % 2 == 0;
  const TensorEntry& entry = is_a ? delta.a : delta.b;
  std::vector<float> numbers(static_cast<size_t>(entry.shape[0] * entry.shape[1]));
  to_floats(entry.type, std::as_bytes(std::span(bytes)), numbers);
  XLMR_RETURN_IF_ERROR(check_finite(entry, numbers));
  if (delta.is_table) numbers = transposed(numbers, entry.shape[0], entry.shape[1]);
  // A table's A has a row for each of the rank: it is what a linear layer's B is.
  (is_a == delta.is_table ? delta.numbers.left : delta.numbers.right) = std::move(numbers);
  ++at_;
  return {};
}

Status LoraAdapter::merge(uint32_t segment, uint64_t first, std::string_view base,
                          std::vector<float>& out) const {
  const auto is_it = [&](const Merge& each) { return each.segment == segment; };
  const auto found = std::ranges::find_if(merges_, is_it);
  if (found == merges_.end() || wants()) {
    return invalid_argument("merge: expected a segment to merge, once all matrices are here");
  }
  const Delta& delta = deltas_[static_cast<size_t>(found - merges_.begin())];
  const uint64_t all = delta.numbers.rows * delta.numbers.columns;
  const uint64_t count = base.size() / found->number_bytes;
  if (base.size() % found->number_bytes != 0 || first > all || count > all - first) {
    return invalid_argument("merge: expected whole numbers of the tensor");
  }
  out.resize(static_cast<size_t>(count));
  to_floats(delta.base.type, std::as_bytes(std::span(base)), out);
  XLMR_RETURN_IF_ERROR(check_finite(delta.base, out));
  delta.numbers.add(first, out);
  return {};
}

}  // namespace xlmr
