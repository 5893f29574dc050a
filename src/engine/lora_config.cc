// SPDX-License-Identifier: Apache-2.0
#include "engine/lora_config.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/json.h"

namespace xlmr {
namespace {

constexpr uint32_t kMaxRank = 1U << 16;

// They change nothing for who has the matrices: where they come from, and how they were trained.
constexpr std::string_view kOfNoConcern[] = {
    "alpha_pattern",
    "auto_mapping",
    "base_model_name_or_path",
    "bias",
    "ensure_weight_tying",
    "eva_config",
    "exclude_modules",
    "inference_mode",
    "init_lora_weights",
    "layers_pattern",
    "layers_to_transform",
    "lora_alpha",
    "lora_dropout",
    "megatron_core",
    "modules_to_save",
    "peft_type",
    "peft_version",
    "qalora_group_size",
    "r",
    "rank_pattern",
    "revision",
    "runtime_config",
    "target_modules",
    "task_type",
    "use_rslora",
};

// Those that leave the base model's own weights as they are.
constexpr std::string_view kInitialisations[] = {"gaussian", "eva", "orthogonal"};

bool is_empty(const Json& value) {
  if (value.is_nothing()) return true;
  if (value.is_object() || value.is_list()) return value.size() == 0;
  if (value.is_string()) return value.string().value().empty();
  const auto flag = value.flag();
  return flag.ok() && !flag.value();
}

Status expect_understood(const Json& root) {
  XLMR_RETURN_IF_ERROR(root["peft_type"].expect_string("LORA"));
  const Json start = root["init_lora_weights"];
  if (start.is_string() &&
      std::ranges::find(kInitialisations, start.string().value()) == std::end(kInitialisations)) {
    return start.wrong("a start that leaves the base model's weights as they are");
  }
  return root.for_each_field([](std::string_view name, const Json& value) {
    const bool is_known = std::ranges::find(kOfNoConcern, name) != std::end(kOfNoConcern);
    return is_known || is_empty(value) ? Status()
                                       : value.wrong("nothing that xlmr-ner does not do");
  });
}

Result<double> finite(const Json& value) {
  const auto number = value.number();
  XLMR_RETURN_IF_ERROR(number);
  if (std::isfinite(number.value())) return number.value();
  return value.wrong("a finite number");
}

Result<double> rank_of(const Json& value) {
  const auto count = value.count(kMaxRank);
  XLMR_RETURN_IF_ERROR(count);
  if (count.value() > 0) return static_cast<double>(count.value());
  return value.wrong("at least 1");
}

}  // namespace

bool LoraConfig::matches(std::string_view module, const Pattern& pattern) {
  if (module.size() < pattern.name.size()) return false;
  const size_t begin = module.size() - pattern.name.size();
  if (begin > 0 && (pattern.is_whole || module[begin - 1] != '.')) return false;
  return std::ranges::equal(module.substr(begin), pattern.name, [](char found, char wanted) {
    return wanted == '.' || found == wanted;
  });
}

bool LoraConfig::is_target(std::string_view module) const {
  return targets_.empty() || std::ranges::any_of(targets_, [&](const std::string& name) {
           return module == name || module.ends_with(concat(".", name));
         });
}

double LoraConfig::value_for(std::string_view module, const std::vector<Pattern>& patterns,
                             double fallback) {
  for (const Pattern& pattern : patterns) {
    if (matches(module, pattern)) return pattern.value;
  }
  return fallback;
}

Result<LoraConfig> LoraConfig::parse(std::string_view adapter_config_json) {
  const auto document =
      JsonDocument::parse(adapter_config_json, "adapter_config.json", StatusCode::invalid_config);
  XLMR_RETURN_IF_ERROR(document);
  const Json root = document.value().root();
  if (!root.is_object()) return root.wrong("an object");
  XLMR_RETURN_IF_ERROR(expect_understood(root));
  LoraConfig config;
  const auto root_flag = root["use_rslora"].flag_or(false);
  XLMR_RETURN_IF_ERROR(root_flag);
  config.uses_root_ = root_flag.value();
  if (!root["r"].is_missing()) {
    const auto rank = rank_of(root["r"]);
    XLMR_RETURN_IF_ERROR(rank);
    config.rank_ = rank.value();
  }
  if (!root["lora_alpha"].is_missing()) {
    const auto alpha = finite(root["lora_alpha"]);
    XLMR_RETURN_IF_ERROR(alpha);
    config.alpha_ = alpha.value();
  }
  const auto read_patterns = [&](const char* field, const auto& read, std::vector<Pattern>& out) {
    if (root[field].is_nothing()) return Status();
    return root[field].for_each_field([&](std::string_view name, const Json& value) {
      const auto number = read(value);
      XLMR_RETURN_IF_ERROR(number);
      const bool is_whole = name.starts_with('^');
      if (is_whole) name.remove_prefix(1);
      if (name.find_first_of("\\*+?[](){}|$^") != std::string_view::npos) {
        if (&out == &config.alphas_) return value.wrong("a name without regular expressions", name);
        config.knows_ranks_ = false;
        return Status();
      }
      out.push_back({std::string(name), is_whole, number.value()});
      return Status();
    });
  };
  XLMR_RETURN_IF_ERROR(read_patterns("rank_pattern", rank_of, config.ranks_));
  XLMR_RETURN_IF_ERROR(read_patterns("alpha_pattern", finite, config.alphas_));
  const Json targets = root["target_modules"];
  if (targets.is_list()) {
    const Status status = targets.for_each_entry([&](const Json& each) {
      const auto name = each.string();
      XLMR_RETURN_IF_ERROR(name);
      config.targets_.emplace_back(name.value());
      return Status();
    });
    XLMR_RETURN_IF_ERROR(status);
  }
  return config;
}

Result<float> LoraConfig::scale(std::string_view module, uint64_t rank) const {
  if (!is_target(module)) {
    return invalid_config(
        expected("adapter_config.json: target_modules", "the modules that have matrices", module));
  }
  const double wanted = value_for(module, ranks_, rank_);
  const auto found = static_cast<double>(rank);
  if (knows_ranks_ && wanted != found) {
    return invalid_config(expected("adapter_config.json: r",
                                   concat(rank, ", as the matrices of ", module, " have"),
                                   static_cast<uint64_t>(wanted)));
  }
  const double alpha = value_for(module, alphas_, alpha_);
  return static_cast<float>(alpha / (uses_root_ ? std::sqrt(found) : found));
}

}  // namespace xlmr
