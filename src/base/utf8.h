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
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlmr {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCodepoint {
  char32_t value;
  size_t size;  ///< bytes consumed, 1 to 4
};

/// The code point that starts at byte `at` (at < text.size()).
[[nodiscard]] inline DecodedCodepoint decode_codepoint(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[at + i]); };
  constexpr DecodedCodepoint malformed{kReplacementCharacter, 1};
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const size_t left = text.size() - at;
  // Six bits of a continuation byte; more than kSixBits in any other.
  constexpr char32_t kSixBits = 0x3F;
  const auto tail = [&](size_t i) { return static_cast<char32_t>(byte(i) ^ 0x80); };
  if (lead < 0xE0) {
    if (lead < 0xC2 || left < 2 || tail(1) > kSixBits) return malformed;
    return {(lead & 0x1F) << 6 | tail(1), 2};
  }
  if (lead < 0xF0) {
    if (left < 3 || (tail(1) | tail(2)) > kSixBits) return malformed;
    const char32_t value = (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < 0x800 || surrogate) return malformed;
    return {value, 3};
  }
  if (lead > 0xF4 || left < 4 || (tail(1) | tail(2) | tail(3)) > kSixBits) return malformed;
  const char32_t value = (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  if (value < 0x10000 || value > 0x10FFFF) return malformed;
  return {value, 4};
}

/// The same for text that is known to be valid, on a code-point boundary: no checks.
[[nodiscard]] inline DecodedCodepoint decode_valid(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return static_cast<char32_t>(static_cast<uint8_t>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

/// Where the code point before byte `at` starts (0 < at <= text.size()).
[[nodiscard]] size_t codepoint_before(std::string_view text, size_t at);

/// Bytes of the code point that valid UTF-8 starts with `lead`.
[[nodiscard]] constexpr size_t codepoint_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Appends a code point below 0x110000 in UTF-8.
void append_codepoint(char32_t codepoint, std::string& out);

/// Byte position of the first ill-formed sequence (Unicode 15, table 3-7), if there is one.
[[nodiscard]] std::optional<size_t> first_invalid_utf8(std::string_view text);

/// One UTF-16 unit of `text` that is a lone surrogate becomes one U+FFFD, so unit counts of the two
/// encodings keep agreeing (U+FFFD is one UTF-16 unit as well).
[[nodiscard]] std::string utf8_from_utf16(std::u16string_view text);

/// Unicode property White_Space, which is what Rust's char::is_whitespace tests.
[[nodiscard]] constexpr bool is_whitespace(char32_t c) {
  if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
  if (c < 0x85) return false;
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace xlmr

#endif  // XLMR_BASE_UTF8_H_
