// SPDX-License-Identifier: Apache-2.0
// OffsetMap: byte offsets of a UTF-8 text as UTF-16 units (JavaScript) and code points (Python).
//
// Invariant: an offset on a code-point boundary maps to the same boundary; one inside a code point
// maps to the boundary before it, so no range can split a surrogate pair. It keeps one checkpoint
// per 64 bytes; a look-up counts at most 63 bytes.
//
//   OffsetMap map("é🙂x");
//   map.utf16({2, 6})       -> Utf16Range{1, 3}
//   map.codepoints({2, 6})  -> CodepointRange{1, 2}
//   map.utf16_size()        -> 4
#ifndef XLMR_BASE_OFFSET_MAP_H_
#define XLMR_BASE_OFFSET_MAP_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ranges.h"

namespace xlmr {

class OffsetMap {
 public:
  /// Views `text`, valid UTF-8 of less than 4 GiB, which must outlive the map.
  explicit OffsetMap(std::string_view text);

  [[nodiscard]] Utf16Range utf16(ByteRange bytes) const;
  [[nodiscard]] CodepointRange codepoints(ByteRange bytes) const;
  /// The other way: nothing for an offset that is outside the text or inside a character.
  [[nodiscard]] std::optional<ByteRange> bytes(Utf16Range units) const;
  [[nodiscard]] std::optional<ByteRange> bytes(CodepointRange codepoints) const;

  [[nodiscard]] uint32_t utf16_size() const { return utf16_at(size()); }
  [[nodiscard]] uint32_t codepoint_size() const { return count_to(size()).codepoints; }

 private:
  struct Counts {
    uint32_t codepoints = 0;
    uint32_t astral = 0;  // code points of four bytes, which are two UTF-16 units
  };

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  [[nodiscard]] Counts count_to(uint32_t byte) const;
  [[nodiscard]] uint32_t utf16_at(uint32_t byte) const;
  template <typename Count>
  [[nodiscard]] std::optional<uint32_t> byte_where(uint32_t wanted, Count count) const;
  template <typename Unit, typename Count>
  [[nodiscard]] std::optional<ByteRange> bytes_where(Range<Unit> range, Count count) const;

  std::string_view text_;
  std::vector<Counts> checkpoints_;
};

}  // namespace xlmr

#endif  // XLMR_BASE_OFFSET_MAP_H_
