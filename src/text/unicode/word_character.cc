// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/word_character.h"

#include <algorithm>
#include <iterator>

namespace xlmr {
namespace {

struct CodepointSpan {
  char32_t first;
  char32_t last;
};

#include "text/unicode/word_character_table.inc"

}  // namespace

bool is_word_character(char32_t codepoint) {
  const auto* span =
      std::partition_point(std::begin(kWordCharacters), std::end(kWordCharacters),
                           [&](const CodepointSpan& each) { return each.last < codepoint; });
  return span != std::end(kWordCharacters) && span->first <= codepoint;
}

}  // namespace xlmr
