// SPDX-License-Identifier: Apache-2.0
#include "engine/encoder_config.h"

#include <algorithm>
#include <string>

#include "base/json.h"

namespace xlmr {
namespace {

// All three are the same network with the same names of tensors.
constexpr std::string_view kArchitectures[] = {
    "XLMRobertaForTokenClassification",
    "RobertaForTokenClassification",
    "CamembertForTokenClassification",
};

struct CountField {
  const char* name;
  uint32_t EncoderConfig::* field;
  uint32_t fallback;
  uint32_t least;
  uint32_t most;
};

// Defaults are those of XLMRobertaConfig.
constexpr CountField kCounts[] = {
    {"vocab_size", &EncoderConfig::vocab_size, 30522, 1, EncoderConfig::kMaxVocabulary},
    {"hidden_size", &EncoderConfig::hidden, 768, 1, EncoderConfig::kMaxHidden},
    {"num_hidden_layers", &EncoderConfig::layers, 12, 1, EncoderConfig::kMaxLayers},
    {"num_attention_heads", &EncoderConfig::heads, 12, 1, EncoderConfig::kMaxHidden},
    {"intermediate_size", &EncoderConfig::intermediate, 3072, 1, EncoderConfig::kMaxIntermediate},
    {"max_position_embeddings", &EncoderConfig::positions, 512, 1, EncoderConfig::kMaxPositions},
    {"type_vocab_size", &EncoderConfig::type_vocab, 2, 1, EncoderConfig::kMaxTokenTypes},
};
constexpr uint32_t kDefaultPadding = 1;
constexpr double kDefaultEpsilon = 1e-12;

Status read_count(const Json& root, const CountField& count, EncoderConfig& config) {
  const Json value = root[count.name];
  config.*count.field = count.fallback;
  if (value.is_missing()) return {};
  const auto number = value.count(count.most);
  XLMR_RETURN_IF_ERROR(number);
  if (number.value() < count.least) return value.wrong(concat("at least ", count.least));
  config.*count.field = number.value();
  return {};
}

Status expect_supported(const Json& root) {
  const auto expect_text = [&](const char* field, std::string_view text) {
    return root[field].is_missing() ? Status() : root[field].expect_string(text);
  };
  XLMR_RETURN_IF_ERROR(expect_text("model_type", "xlm-roberta"));
  XLMR_RETURN_IF_ERROR(expect_text("hidden_act", "gelu"));
  XLMR_RETURN_IF_ERROR(expect_text("position_embedding_type", "absolute"));
  for (const char* field : {"is_decoder", "add_cross_attention"}) {
    XLMR_RETURN_IF_ERROR(root[field].expect_flag(false, false));
  }
  const Json pruned = root["pruned_heads"];
  const bool has_all_heads = pruned.is_nothing() || (pruned.is_object() && pruned.size() == 0);
  return has_all_heads ? Status() : pruned.wrong("no pruned heads");
}

Status read_first_position(const Json& root, EncoderConfig& config) {
  const Json padding = root["pad_token_id"];
  uint32_t id = kDefaultPadding;
  if (!padding.is_missing()) {
    const auto read = padding.count(config.vocab_size - 1);
    XLMR_RETURN_IF_ERROR(read);
    id = read.value();
  }
  config.first_position = id + 1;
  if (config.positions > config.first_position) return {};
  return root["max_position_embeddings"].wrong(
      concat("at least ", id + 2, ", as positions start behind the padding's id"),
      config.positions);
}

Status read_epsilon(const Json& value, EncoderConfig& config) {
  double epsilon = kDefaultEpsilon;
  if (!value.is_missing()) {
    const auto number = value.number();
    XLMR_RETURN_IF_ERROR(number);
    epsilon = number.value();
  }
  config.layer_norm_eps = static_cast<float>(epsilon);
  if (config.layer_norm_eps > 0 && epsilon <= 1) return {};
  return value.wrong("a number that float32 holds, above 0 and up to 1");
}

Status check_sizes(const Json& root, const EncoderConfig& config) {
  if (config.hidden % config.heads != 0) {
    return root["num_attention_heads"].wrong(concat("a divisor of hidden_size, ", config.hidden),
                                             config.heads);
  }
  if (config.head_size() % EncoderConfig::kHeadMultiple != 0 ||
      config.head_size() > EncoderConfig::kMaxHeadSize) {
    return root["hidden_size"].wrong("heads of 4, 8, 12, ... or 256 numbers", config.head_size());
  }
  if (uint64_t{config.vocab_size} * config.hidden > EncoderConfig::kMaxTokenEmbeddings) {
    return root["vocab_size"].wrong(
        concat("at most ", EncoderConfig::kMaxTokenEmbeddings, " numbers in the word embeddings"),
        concat(config.vocab_size, " x ", config.hidden));
  }
  return {};
}

}  // namespace

Result<std::string> other_architecture(std::string_view config_json) {
  const auto document = JsonDocument::parse(config_json, "config.json", StatusCode::invalid_config);
  XLMR_RETURN_IF_ERROR(document);
  const Json architectures = document.value().root()["architectures"];
  if (architectures.is_nothing()) return std::string();
  bool is_known = false;
  std::string found;
  const Status status = architectures.for_each_entry([&](const Json& each) {
    const auto name = each.string();
    XLMR_RETURN_IF_ERROR(name);
    is_known |= std::ranges::find(kArchitectures, name.value()) != std::end(kArchitectures);
    if (found.empty()) found = name.value().substr(0, 60);
    return Status();
  });
  XLMR_RETURN_IF_ERROR(status);
  return is_known ? std::string() : found;
}

Result<EncoderConfig> EncoderConfig::parse(std::string_view config_json, uint32_t labels) {
  const auto document = JsonDocument::parse(config_json, "config.json", StatusCode::invalid_config);
  XLMR_RETURN_IF_ERROR(document);
  const Json root = document.value().root();
  EncoderConfig config;
  config.labels = labels;
  if (labels == 0 || labels > kMaxLabels) {
    return root["id2label"].wrong("1 to 65536 labels", labels);
  }
  XLMR_RETURN_IF_ERROR(expect_supported(root));
  for (const CountField& count : kCounts) {
    XLMR_RETURN_IF_ERROR(read_count(root, count, config));
  }
  XLMR_RETURN_IF_ERROR(read_first_position(root, config));
  XLMR_RETURN_IF_ERROR(read_epsilon(root["layer_norm_eps"], config));
  XLMR_RETURN_IF_ERROR(check_sizes(root, config));
  return config;
}

}  // namespace xlmr
