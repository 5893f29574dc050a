// SPDX-License-Identifier: Apache-2.0
// Recognizer: the C++ API. The two halves of named-entity recognition around a model's forward
// pass.
//
// Invariant: prepare() and decode() of one text and one WindowOptions agree on the windows, so
// decode() takes exactly the logits that a backend made of what prepare() gave.
//
//   Recognizer ner(tokenizer, config);
//   auto input = ner.prepare("Emma woont in Londen.", windows);      // ids  [tokens]
//   auto logits = backend(input.value());                            //      [tokens, labels]
//   auto entities = ner.decode(text, logits, windows, {.strategy = AggregationStrategy::simple});
#ifndef XLMR_NER_RECOGNIZER_H_
#define XLMR_NER_RECOGNIZER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ner/aggregate.h"
#include "ner/entity.h"
#include "ner/model_config.h"
#include "text/tokenizer.h"
#include "text/windows.h"

namespace xlmr {

/// What a backend runs on: windows one after the other, each `<s> pieces </s>`, without padding.
struct ModelInput {
  std::vector<int32_t> ids;       ///< [sum of lengths]
  std::vector<uint32_t> lengths;  ///< tokens of each window
};

class Recognizer {
 public:
  Recognizer(std::shared_ptr<const Tokenizer> tokenizer, ModelConfig config);

  [[nodiscard]] const ModelConfig& config() const { return config_; }

  /// Errors: those of Tokenizer::encode and split_windows; windows longer than the model's.
  [[nodiscard]] Result<ModelInput> prepare(std::string_view text,
                                           const WindowOptions& windows) const;

  /// `logits` [sum of lengths, labels] row-major. Errors: those of prepare; another size; a logit
  /// that is not finite.
  [[nodiscard]] Result<std::vector<Entity>> decode(std::string_view text,
                                                   std::span<const float> logits,
                                                   const WindowOptions& windows,
                                                   const AggregationOptions& options) const;

 private:
  struct Plan {
    Encoding encoding;
    std::vector<Window> windows;
  };

  [[nodiscard]] Result<Plan> plan(std::string_view text, const WindowOptions& windows) const;

  std::shared_ptr<const Tokenizer> tokenizer_;
  ModelConfig config_;
};

}  // namespace xlmr

#endif  // XLMR_NER_RECOGNIZER_H_
