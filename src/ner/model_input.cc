// SPDX-License-Identifier: Apache-2.0
#include "ner/model_input.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "text/special_tokens.h"

namespace xlmr {

Result<std::vector<Window>> plan_windows(size_t pieces, const WindowPlan& plan,
                                         uint32_t model_tokens) {
  if (plan.options.max_tokens > model_tokens) {
    return invalid_argument(expected("max_tokens",
                                     concat("at most ", model_tokens, " (the model's positions)"),
                                     plan.options.max_tokens));
  }
  WindowOptions options = plan.options;
  // The reference minds a stride that leaves no window a piece of its own only where there are two.
  const bool is_one = pieces + kSpecialsPerSequence <= options.max_tokens;
  if (plan.windowing == Windowing::overlapping && is_one) options.stride = 0;
  auto windows = split_windows(static_cast<uint32_t>(pieces), options);
  if (!windows.ok() || plan.windowing == Windowing::owned) return windows;
  std::vector<Window>& all = windows.value();
  if (plan.windowing == Windowing::truncated && all.size() > 1) all.resize(1);
  for (Window& window : all) window.owned = window.pieces;
  return windows;
}

ModelInput make_input(std::span<const int32_t> pieces, std::span<const Window> windows) {
  ModelInput input;
  for (const Window& window : windows) {
    const auto shown = pieces.subspan(window.pieces.begin, window.pieces.size());
    input.ids.push_back(kBosId);
    input.ids.insert(input.ids.end(), shown.begin(), shown.end());
    input.ids.push_back(kEosId);
    input.lengths.push_back(window.pieces.size() + kSpecialsPerSequence);
  }
  const size_t shown = windows.empty() ? 0 : windows.back().pieces.end;
  input.cut = static_cast<uint32_t>(pieces.size() - shown);
  return input;
}

Logits::Logits(std::span<const float> values, std::span<const Window> windows, uint32_t labels)
    : values_(values), windows_(windows), labels_(labels) {
  size_t row = 0;
  for (const Window& window : windows) {
    first_rows_.push_back(row);
    row += window.pieces.size() + kSpecialsPerSequence;
  }
}

Result<Logits> Logits::of(std::span<const float> values, std::span<const Window> windows,
                          uint32_t labels) {
  size_t tokens = 0;
  for (const Window& window : windows) tokens += window.pieces.size() + kSpecialsPerSequence;
  if (values.size() != tokens * labels) {
    return invalid_argument(expected("logits", concat(tokens, " tokens x ", labels, " labels"),
                                     concat(values.size(), " values")));
  }
  const auto other =
      std::find_if(values.begin(), values.end(), [](float value) { return !std::isfinite(value); });
  if (other != values.end()) {
    const auto at = static_cast<size_t>(other - values.begin());
    return invalid_argument(
        expected("logits", "finite values", concat("others at token ", at / labels)));
  }
  return Logits(values, windows, labels);
}

std::span<const float> Logits::of_piece(size_t window, uint32_t piece) const {
  return row(first_rows_[window] + 1 + (piece - windows_[window].pieces.begin));
}

std::vector<float> Logits::of_text() const {
  if (windows_.empty()) return {};
  std::vector<float> rows(row(0).begin(), row(0).end());
  const auto add = [&](std::span<const float> values) {
    rows.insert(rows.end(), values.begin(), values.end());
  };
  for (size_t window = 0; window < windows_.size(); ++window) {
    const TokenRange owned = windows_[window].owned;
    for (uint32_t piece = owned.begin; piece < owned.end; ++piece) add(of_piece(window, piece));
  }
  add(row(values_.size() / labels_ - 1));
  return rows;
}

}  // namespace xlmr
