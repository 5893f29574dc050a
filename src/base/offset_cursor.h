// SPDX-License-Identifier: Apache-2.0
// OffsetCursor: byte offsets of a UTF-8 text as UTF-16 units or code points, for offsets that come
// about in text order.
//
// Invariant: gives what OffsetMap gives. A look-up costs the bytes between it and the one before,
// so a text's offsets in order cost one pass, and nothing is allocated.
//
//   OffsetCursor cursor("é🙂x", OffsetUnit::utf16);
//   cursor.at(2) -> 1      cursor.at(6) -> 3
#ifndef XLMR_BASE_OFFSET_CURSOR_H_
#define XLMR_BASE_OFFSET_CURSOR_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/ranges.h"

namespace xlmr {

class OffsetCursor {
 public:
  /// Views `text`, valid UTF-8 of less than 4 GiB, which must outlive the cursor.
  OffsetCursor(std::string_view text, OffsetUnit unit)
      : text_(text), astral_units_(unit == OffsetUnit::utf16 ? 2 : 1) {}

  /// The units before byte `byte`; inside a code point, those before the code point.
  [[nodiscard]] uint32_t at(uint32_t byte) {
    const auto size = static_cast<uint32_t>(text_.size());
    byte = std::min(byte, size);
    while (byte > 0 && byte < size && units_of(text_[byte]) == 0) --byte;
    while (byte_ < byte) units_ += units_of(text_[byte_++]);
    while (byte_ > byte) units_ -= units_of(text_[--byte_]);
    return units_;
  }

 private:
  // Counted where a code point starts: a continuation byte adds nothing.
  [[nodiscard]] uint32_t units_of(char c) const {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x80) return 1;
    if (byte < 0xC0) return 0;
    return byte < 0xF0 ? 1 : astral_units_;
  }

  std::string_view text_;
  uint32_t astral_units_;
  uint32_t byte_ = 0;
  uint32_t units_ = 0;
};

}  // namespace xlmr

#endif  // XLMR_BASE_OFFSET_CURSOR_H_
