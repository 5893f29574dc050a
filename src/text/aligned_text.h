// SPDX-License-Identifier: Apache-2.0
// AlignedText: a normalised text that knows which original bytes each of its bytes came from.
//
// Invariant: text, begins and ends have the same size; the bytes of one code point share one range.
//
//   "½x" normalised   text   1 ⁄⁄⁄ 2 x          (U+2044 is three bytes)
//                     range  [0,2) for each of "1⁄2", [2,3) for x
#ifndef XLMR_TEXT_ALIGNED_TEXT_H_
#define XLMR_TEXT_ALIGNED_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ranges.h"

namespace xlmr {

struct AlignedText {
  std::string text;
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;

  void append(std::string_view bytes, ByteRange origin) {
    text += bytes;
    begins.resize(text.size(), origin.begin);
    ends.resize(text.size(), origin.end);
  }

  void clear() { truncate(0); }

  void truncate(size_t size) {
    text.resize(size);
    begins.resize(size);
    ends.resize(size);
  }

  /// What the bytes [begin, end) of the normalised text came from; begin < end.
  [[nodiscard]] ByteRange origin(size_t begin, size_t end) const {
    return {begins[begin], ends[end - 1]};
  }
};

}  // namespace xlmr

#endif  // XLMR_TEXT_ALIGNED_TEXT_H_
