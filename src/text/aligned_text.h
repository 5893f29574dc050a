// SPDX-License-Identifier: Apache-2.0
// AlignedText: a normalised text that knows which original bytes each of its bytes came from.
//
// Invariant: the bytes of one code point share one range. Memory is kept when it is cleared, so one
// that is used for text after text allocates nothing.
//
//   "½x" normalised   text   1 ⁄⁄⁄ 2 x          (U+2044 is three bytes)
//                     range  [0,2) for each of "1⁄2", [2,3) for x
#ifndef XLMR_TEXT_ALIGNED_TEXT_H_
#define XLMR_TEXT_ALIGNED_TEXT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/utf8.h"

namespace xlmr {

class AlignedText {
 public:
  void append(std::string_view bytes, ByteRange origin) {
    const size_t end = grow(bytes.size());
    std::copy(bytes.begin(), bytes.end(), bytes_.data() + size_);
    std::fill(origins_.data() + size_, origins_.data() + end, origin);
    size_ = end;
  }

  /// Code points that came through as they were, the first from byte `origin`. Valid UTF-8.
  void append_unchanged(std::string_view bytes, uint32_t origin) {
    const size_t end = grow(bytes.size());
    std::copy(bytes.begin(), bytes.end(), bytes_.data() + size_);
    while (size_ < end) {
      const auto length = static_cast<uint32_t>(codepoint_size(bytes_[size_]));
      const ByteRange range{origin, origin + length};
      for (uint32_t i = 0; i < length; ++i) origins_[size_++] = range;
      origin += length;
    }
  }

  /// The bytes [begin, end) of another text, with their origins.
  void append(const AlignedText& other, size_t begin, size_t end) {
    const size_t size = grow(end - begin);
    std::copy(other.bytes_.data() + begin, other.bytes_.data() + end, bytes_.data() + size_);
    std::copy(other.origins_.data() + begin, other.origins_.data() + end, origins_.data() + size_);
    size_ = size;
  }

  void clear() { size_ = 0; }
  void truncate(size_t size) { size_ = size; }

  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
  [[nodiscard]] size_t size() const { return size_; }

  /// What the bytes [begin, end) of the normalised text came from; begin < end.
  [[nodiscard]] ByteRange origin(size_t begin, size_t end) const {
    return {origins_[begin].begin, origins_[end - 1].end};
  }

 private:
  // The size after `more` bytes, for which there is room then.
  size_t grow(size_t more) {
    const size_t size = size_ + more;
    if (size > bytes_.size()) {
      const size_t room = std::max(2 * bytes_.size(), size);
      bytes_.resize(room);
      origins_.resize(room);
    }
    return size;
  }

  // Longer than size_: what lies behind is room.
  std::vector<char> bytes_;
  std::vector<ByteRange> origins_;
  size_t size_ = 0;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_ALIGNED_TEXT_H_
