// SPDX-License-Identifier: Apache-2.0
// Windows: a text's pieces cut into overlapping runs that fit the model.
//
// Invariant: the windows cover every piece; consecutive ones share exactly `stride` pieces (the
// last may be shorter); every piece is owned by exactly one window, the one that sees more of the
// text around it. n pieces that fit give one window; no pieces give none.
//
//   split_windows(10, {.max_tokens = 8, .stride = 2})   // 6 pieces and two specials a window
//     {pieces [0,6), owns [0,5)}  {pieces [4,10), owns [5,10)}
//
// Bounds as in Hugging Face tokenizers' Encoding::truncate; ownership is ours.
#ifndef XLMR_TEXT_WINDOWS_H_
#define XLMR_TEXT_WINDOWS_H_

#include <cstdint>
#include <vector>

#include "base/ranges.h"
#include "base/result.h"

namespace xlmr {

struct WindowOptions {
  uint32_t max_tokens = 512;  ///< pieces and the two special tokens
  uint32_t stride = 128;      ///< pieces that two neighbours share, less than max_tokens - 2
};

struct Window {
  TokenRange pieces;  ///< what the model is shown
  TokenRange owned;   ///< the pieces whose logits are taken from this window
};

/// Errors: invalid_argument if a window holds no piece of its own.
[[nodiscard]] Result<std::vector<Window>> split_windows(uint32_t piece_count,
                                                        const WindowOptions& options);

}  // namespace xlmr

#endif  // XLMR_TEXT_WINDOWS_H_
