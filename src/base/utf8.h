// SPDX-License-Identifier: Apache-2.0
// UTF-8: decoding, validation and conversion from the UTF-16 that JavaScript strings are made of.
//
// Invariant: functions that take valid UTF-8 never read outside it, and treat one malformed byte as
// one U+FFFD instead of failing.
//
//   utf8_from_utf16(u"é\xD800")   -> "é\xEF\xBF\xBD" (a lone surrogate becomes U+FFFD)
//   decode_codepoint("é", 0)      -> {U'é', 2}
//   first_invalid_utf8("a\xFF")   -> 1
#ifndef XLMR_BASE_UTF8_H_
#define XLMR_BASE_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace xlmr {

struct DecodedCodepoint {
  char32_t value;
  size_t size;  ///< bytes consumed, 1 to 4
};

/// The code point that starts at byte `at` (at < text.size()).
[[nodiscard]] DecodedCodepoint decode_codepoint(std::string_view text, size_t at);

/// Where the code point before byte `at` starts (0 < at <= text.size()).
[[nodiscard]] size_t codepoint_before(std::string_view text, size_t at);

/// Bytes of the code point that valid UTF-8 starts with `lead`.
[[nodiscard]] constexpr size_t codepoint_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Byte position of the first ill-formed sequence (Unicode 15, table 3-7), if there is one.
[[nodiscard]] std::optional<size_t> first_invalid_utf8(std::string_view text);

/// One UTF-16 unit of `text` that is a lone surrogate becomes one U+FFFD, so unit counts of the two
/// encodings keep agreeing (U+FFFD is one UTF-16 unit as well).
[[nodiscard]] std::string utf8_from_utf16(std::u16string_view text);

/// Unicode property White_Space, which is what Rust's char::is_whitespace tests.
[[nodiscard]] bool is_whitespace(char32_t codepoint);

}  // namespace xlmr

#endif  // XLMR_BASE_UTF8_H_
