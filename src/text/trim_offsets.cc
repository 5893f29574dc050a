// SPDX-License-Identifier: Apache-2.0
#include "text/trim_offsets.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr char32_t kByteLevelSpace = 0x120;  // Ġ

bool is_space_at(std::string_view token, size_t at) {
  const char32_t value = decode_codepoint(token, at).value;
  return value == kByteLevelSpace || is_whitespace(value);
}

size_t count_leading(std::string_view token) {
  size_t count = 0;
  for (size_t at = 0; at < token.size() && is_space_at(token, at); ++count) {
    at += codepoint_size(token[at]);
  }
  return count;
}

size_t count_trailing(std::string_view token) {
  size_t count = 0;
  for (size_t at = token.size(); at > 0; ++count) {
    at = codepoint_before(token, at);
    if (!is_space_at(token, at)) break;
  }
  return count;
}

}  // namespace

ByteRange trim_offsets(std::string_view text, ByteRange range, std::string_view token,
                       bool is_first, OffsetTrimming options) {
  size_t leading = count_leading(token);
  if (leading == 1 && options.keeps_first_space && (is_first || range.begin == 0)) leading = 0;
  size_t begin = range.begin;
  for (; leading > 0 && begin < range.end; --leading) begin += codepoint_size(text[begin]);
  size_t end = range.end;
  size_t trailing = count_trailing(token);
  for (; trailing > 0 && end > 0; --trailing) end = codepoint_before(text, end);
  // The reference leaves the end alone where the text has fewer characters before it.
  end = trailing > 0 ? range.end : std::max(begin, end);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace xlmr
