// SPDX-License-Identifier: Apache-2.0
// ModelInput: what a backend runs on, and where each piece's logits are in what it returns.
//
// Invariant: windows stand one after the other without padding, each `<s> pieces </s>`; the logits
// have one row for each of these tokens.
//
//   pieces 0..9 in windows of 8 tokens, stride 2    ids <s> 0..5 </s> <s> 4..9 </s>
//   the logits of piece 6, which the second window owns, are row 8 + 1 + (6 - 4) = 11
#ifndef XLMR_NER_MODEL_INPUT_H_
#define XLMR_NER_MODEL_INPUT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "text/windows.h"

namespace xlmr {

/// What to do with a text that is longer than the model's window.
enum class Windowing {
  owned,        ///< overlapping windows; each piece's scores come from the one that sees more of it
  truncated,    ///< one window; the rest of the text is left out
  overlapping,  ///< overlapping windows, decoded one by one, their entities merged (Hugging Face)
};

struct WindowPlan {
  Windowing windowing = Windowing::owned;
  WindowOptions options = {};
};

/// Errors: those of split_windows; windows longer than `model_tokens`.
[[nodiscard]] Result<std::vector<Window>> plan_windows(size_t pieces, const WindowPlan& plan,
                                                       uint32_t model_tokens);

struct ModelInput {
  std::vector<int32_t> ids;       ///< [sum of lengths]
  std::vector<uint32_t> lengths;  ///< tokens of each window
  uint32_t cut = 0;               ///< pieces at the end that no window shows
};

/// `pieces` are the ids of a text, `windows` ranges of them.
[[nodiscard]] ModelInput make_input(std::span<const int32_t> pieces,
                                    std::span<const Window> windows);

class Logits {
 public:
  /// Views all of it. Errors: another size than the windows need; a value that is not finite.
  [[nodiscard]] static Result<Logits> of(std::span<const float> values,
                                         std::span<const Window> windows, uint32_t labels);

  /// [labels] of a piece that `window` shows.
  [[nodiscard]] std::span<const float> of_piece(size_t window, uint32_t piece) const;

  /// [1 + owned pieces + 1, labels]: each piece as its owner sees it, between the first window's
  /// `<s>` and the last one's `</s>`.
  [[nodiscard]] std::vector<float> of_text() const;

 private:
  Logits(std::span<const float> values, std::span<const Window> windows, uint32_t labels);

  [[nodiscard]] std::span<const float> row(size_t at) const {
    return values_.subspan(at * labels_, labels_);
  }

  std::span<const float> values_;
  std::span<const Window> windows_;
  uint32_t labels_;
  std::vector<size_t> first_rows_;  // of each window
};

}  // namespace xlmr

#endif  // XLMR_NER_MODEL_INPUT_H_
