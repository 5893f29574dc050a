// SPDX-License-Identifier: Apache-2.0
#include "ner/model_config.h"

#include <yyjson.h>

#include <charconv>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "ner/crf.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

using Document = std::unique_ptr<yyjson_doc, decltype(&yyjson_doc_free)>;

Status wrong_field(std::string_view field, std::string_view what, const AsText& found) {
  return invalid_config(expected(concat("config.json: ", field), what, found));
}

std::string found(yyjson_val* value) {
  if (value == nullptr) return "nothing";
  if (const char* text = yyjson_get_str(value)) return concat("\"", text, "\"");
  if (yyjson_is_uint(value)) return concat(yyjson_get_uint(value));
  if (yyjson_is_sint(value)) return concat(yyjson_get_sint(value));
  if (yyjson_is_real(value)) return "a fraction";
  return yyjson_get_type_desc(value);
}

Result<uint32_t> read_count(yyjson_val* root, const char* field, uint32_t fallback,
                            uint32_t limit) {
  yyjson_val* value = yyjson_obj_get(root, field);
  if (value == nullptr) return fallback;
  if (!yyjson_is_uint(value) || yyjson_get_uint(value) > limit) {
    return wrong_field(field, concat("a whole number up to ", limit), found(value));
  }
  return static_cast<uint32_t>(yyjson_get_uint(value));
}

/// What transformers 5.24 calls labels that have no names, and how many it takes them for.
constexpr const char* kUnnamed = "LABEL_";
constexpr uint32_t kUnnamedLabels = 2;

Result<std::vector<std::string>> read_labels(yyjson_val* root) {
  yyjson_val* id2label = yyjson_obj_get(root, "id2label");
  const auto number = read_count(root, "num_labels", kUnnamedLabels, ModelConfig::kMaxLabels);
  XLMR_RETURN_IF_ERROR(number);
  const bool has_names = id2label != nullptr && !yyjson_is_null(id2label);
  const bool has_number = yyjson_obj_get(root, "num_labels") != nullptr;
  if (!has_names ||
      (has_number && yyjson_is_obj(id2label) && yyjson_obj_size(id2label) != number.value())) {
    if (number.value() == 0) return wrong_field("num_labels", "at least 1", 0);
    std::vector<std::string> names;
    for (uint32_t id = 0; id < number.value(); ++id) names.push_back(concat(kUnnamed, id));
    return names;
  }
  const size_t count = yyjson_obj_size(id2label);
  if (count == 0 || count > ModelConfig::kMaxLabels) {
    return wrong_field("id2label", "an object of 1 to 65536 labels such as {\"0\": \"O\"}",
                       yyjson_is_obj(id2label) ? concat(count) : found(id2label));
  }
  std::vector<std::string> names(count);
  size_t index = 0;
  size_t size = 0;
  yyjson_val* key = nullptr;
  yyjson_val* value = nullptr;
  yyjson_obj_foreach(id2label, index, size, key, value) {
    const std::string_view digits(yyjson_get_str(key), yyjson_get_len(key));
    size_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || id >= count) {
      return wrong_field("id2label", concat("ids from 0 to ", count - 1), found(key));
    }
    if (!names[id].empty())
      return wrong_field("id2label", "each id once", concat(found(key), " twice"));
    if (yyjson_get_len(value) == 0 || !yyjson_is_str(value)) {
      return wrong_field("id2label", concat("a label at id ", id), found(value));
    }
    names[id].assign(yyjson_get_str(value), yyjson_get_len(value));
  }
  return names;
}

}  // namespace

Result<ModelConfig> ModelConfig::parse(std::string_view json) {
  yyjson_read_err error{};
  const Document document(
      // The parser does not write to its input unless asked to work in place.
      yyjson_read_opts(const_cast<char*>(json.data()), json.size(), YYJSON_READ_NOFLAG, nullptr,
                       &error),
      yyjson_doc_free);
  if (!document) {
    return invalid_config(expected("config.json", "JSON",
                                   concat("an error at byte ", error.pos, " (", error.msg, ")")));
  }
  yyjson_val* root = yyjson_doc_get_root(document.get());
  if (!yyjson_is_obj(root)) return wrong_field("top level", "an object", found(root));
  yyjson_val* type = yyjson_obj_get(root, "model_type");
  if (type != nullptr && !yyjson_equals_str(type, "xlm-roberta")) {
    return wrong_field("model_type", "\"xlm-roberta\"", found(type));
  }

  auto names = read_labels(root);
  XLMR_RETURN_IF_ERROR(names);
  // Defaults are those of XLMRobertaConfig in transformers, as published checkpoints rely on them.
  const auto positions = read_count(root, "max_position_embeddings", 512, kMaxPositions);
  XLMR_RETURN_IF_ERROR(positions);
  const auto padding = read_count(root, "pad_token_id", kPadId, kMaxPositions);
  XLMR_RETURN_IF_ERROR(padding);
  const uint64_t reserved = uint64_t{padding.value()} + 1;
  if (positions.value() < reserved + kSpecialsPerSequence + 1) {
    return wrong_field("max_position_embeddings",
                       concat("at least ", reserved + kSpecialsPerSequence + 1), positions.value());
  }
  auto crf = read_crf(root, static_cast<uint32_t>(names.value().size()));
  XLMR_RETURN_IF_ERROR(crf);
  return ModelConfig{.labels = LabelMap(names.value()),
                     .scheme = detect_scheme(names.value()),
                     .max_tokens = static_cast<uint32_t>(positions.value() - reserved),
                     .crf = std::move(crf).value()};
}

}  // namespace xlmr
