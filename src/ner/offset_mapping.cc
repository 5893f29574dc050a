// SPDX-License-Identifier: Apache-2.0
#include "ner/offset_mapping.h"

#include <cstddef>

#include "base/concat.h"
#include "base/offset_map.h"

namespace xlmr {

Result<std::vector<ByteRange>> byte_ranges(std::span<const uint32_t> pairs, OffsetUnit unit,
                                           std::string_view text) {
  if (pairs.size() % 2 != 0) {
    return invalid_argument(expected("offset_mapping", "pairs", concat(pairs.size(), " numbers")));
  }
  const OffsetMap map(text);
  std::vector<ByteRange> ranges;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    const auto bytes = unit == OffsetUnit::codepoint
                           ? map.bytes(CodepointRange{pairs[i], pairs[i + 1]})
                           : map.bytes(Utf16Range{pairs[i], pairs[i + 1]});
    if (!bytes) {
      return invalid_argument(expected(concat("offset_mapping[", i / 2, "]"),
                                       "a range within the text",
                                       concat("[", pairs[i], ", ", pairs[i + 1], ")")));
    }
    ranges.push_back(*bytes);
  }
  return ranges;
}

}  // namespace xlmr
