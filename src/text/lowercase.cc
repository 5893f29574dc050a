// SPDX-License-Identifier: Apache-2.0
#include "text/lowercase.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "base/utf8.h"

namespace xlmr {
namespace {

// Code points first, first + step, … up to last become themselves plus delta.
struct LowercaseRange {
  char32_t first;
  char32_t last;
  int32_t step;
  int32_t delta;
};

#include "text/unicode/lowercase_table.inc"

// The one code point whose lower case is two.
constexpr char32_t kDottedCapitalI = 0x130;
constexpr std::string_view kDottedSmallI = "i\u0307";

char32_t lowercase_of(char32_t codepoint) {
  const auto* range =
      std::partition_point(std::begin(kLowercase), std::end(kLowercase),
                           [&](const LowercaseRange& each) { return each.last < codepoint; });
  const bool is_cased = range != std::end(kLowercase) && range->first <= codepoint &&
                        (codepoint - range->first) % static_cast<char32_t>(range->step) == 0;
  return is_cased ? static_cast<char32_t>(static_cast<int32_t>(codepoint) + range->delta)
                  : codepoint;
}

}  // namespace

void lowercase(std::string_view text, uint32_t origin, AlignedText& out) {
  for (size_t at = 0; at < text.size();) {
    const auto [codepoint, size] = decode_codepoint(text, at);
    const auto begin = origin + static_cast<uint32_t>(at);
    const ByteRange range{begin, begin + static_cast<uint32_t>(size)};
    if (codepoint == kDottedCapitalI) {
      out.append(kDottedSmallI, range);
    } else {
      std::string bytes;
      append_codepoint(lowercase_of(codepoint), bytes);
      out.append(bytes, range);
    }
    at += size;
  }
}

}  // namespace xlmr
