// SPDX-License-Identifier: Apache-2.0
#include "text/windows.h"

#include <algorithm>
#include <string>

#include "text/special_tokens.h"

namespace xlmr {

Result<std::vector<Window>> split_windows(uint32_t piece_count, const WindowOptions& options) {
  if (options.max_tokens <= kSpecialsPerSequence) {
    return invalid_argument(expected("max_tokens", "at least 3", options.max_tokens));
  }
  const uint32_t room = options.max_tokens - kSpecialsPerSequence;
  if (options.stride >= room) {
    return invalid_argument(
        expected("stride", concat("less than ", room, " (max_tokens without special tokens)"),
                 options.stride));
  }
  std::vector<Window> windows;
  if (piece_count == 0) return windows;
  const uint32_t step = room - options.stride;
  for (uint32_t begin = 0;; begin += step) {
    const uint32_t end = piece_count - begin <= room ? piece_count : begin + room;
    const uint32_t owned = windows.empty() ? 0 : begin + options.stride / 2;
    if (!windows.empty()) windows.back().owned.end = owned;
    windows.push_back({.pieces = {begin, end}, .owned = {owned, end}});
    if (end == piece_count) return windows;
  }
}

}  // namespace xlmr
