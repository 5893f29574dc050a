// SPDX-License-Identifier: Apache-2.0
#include "ner/recognizer.h"

#include <string>
#include <utility>

#include "ner/classify.h"
#include "text/special_tokens.h"

namespace xlmr {

Recognizer::Recognizer(std::shared_ptr<const Tokenizer> tokenizer, ModelConfig config)
    : tokenizer_(std::move(tokenizer)), config_(std::move(config)) {}

Result<Recognizer::Plan> Recognizer::plan(std::string_view text,
                                          const WindowOptions& options) const {
  if (options.max_tokens > config_.max_tokens) {
    return invalid_argument("max_tokens: expected at most " + std::to_string(config_.max_tokens) +
                            " (the model's positions), found " +
                            std::to_string(options.max_tokens));
  }
  auto encoding = tokenizer_->encode(text, Alignment::exact);
  if (!encoding.ok()) return encoding.status();
  auto windows = split_windows(static_cast<uint32_t>(encoding.value().ids.size()), options);
  if (!windows.ok()) return windows.status();
  return Plan{std::move(encoding).value(), std::move(windows).value()};
}

Result<ModelInput> Recognizer::prepare(std::string_view text, const WindowOptions& options) const {
  const auto planned = plan(text, options);
  if (!planned.ok()) return planned.status();
  const auto& [encoding, windows] = planned.value();
  ModelInput input;
  for (const Window& window : windows) {
    input.ids.push_back(kBosId);
    const auto pieces = std::span(encoding.ids).subspan(window.pieces.begin, window.pieces.size());
    input.ids.insert(input.ids.end(), pieces.begin(), pieces.end());
    input.ids.push_back(kEosId);
    input.lengths.push_back(window.pieces.size() + kSpecialsPerSequence);
  }
  return input;
}

Result<std::vector<Entity>> Recognizer::decode(std::string_view text, std::span<const float> logits,
                                               const WindowOptions& window_options,
                                               const AggregationOptions& options) const {
  const auto planned = plan(text, window_options);
  if (!planned.ok()) return planned.status();
  const auto& [encoding, windows] = planned.value();
  const size_t labels = config_.labels.size();
  size_t tokens = 0;
  for (const Window& window : windows) tokens += window.pieces.size() + kSpecialsPerSequence;
  if (logits.size() != tokens * labels) {
    return invalid_argument("logits: expected " + std::to_string(tokens) + " tokens x " +
                            std::to_string(labels) + " labels, found " +
                            std::to_string(logits.size()) + " values");
  }

  std::vector<Entity> pieces;
  pieces.reserve(encoding.ids.size());
  size_t first_row = 0;
  for (const Window& window : windows) {
    for (uint32_t piece = window.owned.begin; piece < window.owned.end; ++piece) {
      const size_t row = first_row + 1 + (piece - window.pieces.begin);  // 1 for <s>
      const auto classified = classify(logits.subspan(row * labels, labels));
      if (!classified) {
        return invalid_argument("logits: expected finite values, found others at piece " +
                                std::to_string(piece));
      }
      const int32_t id = encoding.ids[piece];
      const ByteRange range = encoding.ranges[piece];
      pieces.push_back({.label = classified->label,
                        .score = classified->score,
                        .index = static_cast<int32_t>(piece) + 1,
                        .range = range,
                        .word = std::string(id == kUnkId ? text.substr(range.begin, range.size())
                                                         : tokenizer_->piece(id))});
    }
    first_row += window.pieces.size() + kSpecialsPerSequence;
  }
  return aggregate(std::move(pieces), config_.labels, options);
}

}  // namespace xlmr
