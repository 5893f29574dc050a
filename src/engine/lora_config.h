// SPDX-License-Identifier: Apache-2.0
// LoraConfig: what a LoRA adapter's adapter_config.json says about how its matrices are applied.
//
// Invariant: an adapter that peft would apply in another way than W + scale x B A is refused by the
// name of the field that says so; so is a field that is not known and not empty.
//
//   {"peft_type": "LORA", "r": 8, "lora_alpha": 16, "target_modules": ["query", "value"],
//    "rank_pattern": {"layer.0.attention.self.query": 4}}
//   scale("roberta.encoder.layer.0.attention.self.query", 4)   -> 4, which is 16 / 4
//   scale("roberta.encoder.layer.1.attention.self.query", 8)   -> 2
//   scale("roberta.encoder.layer.1.attention.self.query", 4)
//     -> adapter_config.json: r: expected 4, as query's matrices have, found 8
//
// Patterns match whole names between points at a name's end, from its beginning on where they begin
// with "^"; a point in them is any character. Other regular expressions are refused for alpha; for
// ranks the matrices tell.
//
// Source: peft 0.21: LoraConfig in tuners/lora/config.py, get_pattern_key in utils/other.py.
#ifndef XLMR_ENGINE_LORA_CONFIG_H_
#define XLMR_ENGINE_LORA_CONFIG_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xlmr {

class LoraConfig {
 public:
  /// Errors: invalid_config, naming the field.
  [[nodiscard]] static Result<LoraConfig> parse(std::string_view adapter_config_json);

  /// What B A of a module is multiplied by, its matrices having this rank. Errors: invalid_config,
  /// where the configuration has another rank for it, or does not have it as a target.
  [[nodiscard]] Result<float> scale(std::string_view module, uint64_t rank) const;

 private:
  struct Pattern {
    std::string name;
    bool is_whole = false;
    double value = 0;
  };

  LoraConfig() = default;

  [[nodiscard]] static bool matches(std::string_view module, const Pattern& pattern);
  [[nodiscard]] bool is_target(std::string_view module) const;
  [[nodiscard]] static double value_for(std::string_view module,
                                        const std::vector<Pattern>& patterns, double fallback);

  double rank_ = 8;
  double alpha_ = 8;
  bool uses_root_ = false;
  std::vector<Pattern> ranks_;
  std::vector<Pattern> alphas_;
  bool knows_ranks_ = true;           // whether ranks_ are all that the file has
  std::vector<std::string> targets_;  // empty where it is a regular expression that names them
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_LORA_CONFIG_H_
