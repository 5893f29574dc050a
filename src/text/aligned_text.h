// SPDX-License-Identifier: Apache-2.0
// AlignedText: a normalised text that knows which original bytes each of its bytes came from.
//
// Invariant: text, begins and ends have the same size; the bytes of one code point share one range.
//
//   "½x" normalised   text   1 ⁄⁄⁄ 2 x          (U+2044 is three bytes)
//                     range  [0,2) for each of "1⁄2", [2,3) for x
#ifndef XLMR_TEXT_ALIGNED_TEXT_H_
#define XLMR_TEXT_ALIGNED_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/utf8.h"

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

  /// Code points that came through as they were, the first from byte `origin`. Valid UTF-8.
  void append_unchanged(std::string_view bytes, uint32_t origin) {
    size_t at = text.size();
    text += bytes;
    begins.resize(text.size());
    ends.resize(text.size());
    for (const size_t size = text.size(); at < size;) {
      const auto length = static_cast<uint32_t>(codepoint_size(text[at]));
      for (uint32_t i = 0; i < length; ++i, ++at) {
        begins[at] = origin;
        ends[at] = origin + length;
      }
      origin += length;
    }
  }

  /// The bytes [begin, end) of another text, with their origins.
  void append(const AlignedText& other, size_t begin, size_t end) {
    const auto part = [&](const std::vector<uint32_t>& from, std::vector<uint32_t>& to) {
      to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin),
                from.begin() + static_cast<std::ptrdiff_t>(end));
    };
    text.append(other.text, begin, end - begin);
    part(other.begins, begins);
    part(other.ends, ends);
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
