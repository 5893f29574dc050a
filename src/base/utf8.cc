// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <cstdint>
#include <cstring>

namespace xlmr {
namespace {

constexpr size_t kAsciiBlock = sizeof(uint64_t);

bool starts_with_ascii(std::string_view text, size_t at) {
  if (text.size() - at < kAsciiBlock) return false;
  uint64_t block = 0;
  std::memcpy(&block, text.data() + at, sizeof(block));
  return (block & 0x8080808080808080) == 0;
}

constexpr bool is_high_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
constexpr bool is_low_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

}  // namespace

void append_codepoint(char32_t c, std::string& out) {
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += tail(6);
    out += tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += tail(12);
    out += tail(6);
    out += tail(0);
  }
}

size_t codepoint_before(std::string_view text, size_t at) {
  do --at;
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80);
  return at;
}

std::optional<size_t> first_invalid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (starts_with_ascii(text, at)) {
      at += kAsciiBlock;
      continue;
    }
    const auto [value, size] = decode_codepoint(text, at);
    if (size == 1 && value == kReplacementCharacter) return at;
    at += size;
  }
  return std::nullopt;
}

std::string utf8_from_utf16(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  for (size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (is_high_surrogate(text[i]) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      c = 0x10000 + ((c & 0x3FF) << 10) + (text[++i] & 0x3FF);
    } else if (c >= 0xD800 && c <= 0xDFFF) {
      c = kReplacementCharacter;
    }
    append_codepoint(c, out);
  }
  return out;
}

}  // namespace xlmr
