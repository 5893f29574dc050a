// SPDX-License-Identifier: Apache-2.0
#include "text/encoding.h"

#include <string>

#include "base/offset_map.h"
#include "base/utf8.h"

namespace xlmr {

Status check_text(std::string_view text) {
  // Every UTF-16 unit takes at most three bytes, so a longer text needs no closer look.
  const bool surely_too_long = text.size() > size_t{3} * kMaxTextUnits;
  if (!surely_too_long) {
    if (const auto at = first_invalid_utf8(text)) {
      return invalid_argument(expected("text", "UTF-8", concat("a malformed byte at ", *at)));
    }
    if (text.size() <= kMaxTextUnits || OffsetMap(text).utf16_size() <= kMaxTextUnits) return {};
  }
  return {StatusCode::text_too_long,
          concat("text: expected at most ", kMaxTextUnits, " UTF-16 units, found more (",
                 text.size(), " bytes of UTF-8)")};
}

Status too_long_normalized(std::string_view text) {
  return {StatusCode::text_too_long,
          concat("text: expected at most ", kMaxNormalizedBytes,
                 " bytes of UTF-8 once it is normalised, found more (", text.size(), " before)")};
}

}  // namespace xlmr
