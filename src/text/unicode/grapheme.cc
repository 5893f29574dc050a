// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/grapheme.h"

#include <algorithm>
#include <cstddef>

namespace xlmr {
namespace {

struct GraphemeRange {
  char32_t first;
  char32_t last;
  Grapheme category;
};

struct CodepointSpan {
  char32_t first;
  char32_t last;
};

#include "text/unicode/grapheme_table.inc"

constexpr size_t kCodepoints = 0x110000;
constexpr uint8_t kConjunctExtend = 0x10;
constexpr uint8_t kConjunctLinker = 0x20;

bool is_break_control(Grapheme category) {
  return category == Grapheme::control || category == Grapheme::cr || category == Grapheme::lf;
}

bool joins_hangul(Grapheme before, Grapheme after) {
  using enum Grapheme;
  switch (before) {
    case hangul_l:
      return after == hangul_l || after == hangul_v || after == hangul_lv || after == hangul_lvt;
    case hangul_lv:
    case hangul_v:
      return after == hangul_v || after == hangul_t;
    case hangul_lvt:
    case hangul_t:
      return after == hangul_t;
    default:
      return false;
  }
}

}  // namespace

GraphemeClasses::GraphemeClasses() : packed_(kCodepoints, 0) {
  for (const auto& [first, last, category] : kGraphemeRanges) {
    std::fill_n(packed_.begin() + static_cast<std::ptrdiff_t>(first), last - first + 1,
                static_cast<uint8_t>(category));
  }
  for (const auto& [first, last] : kConjunctExtends) {
    for (char32_t c = first; c <= last; ++c) packed_[c] |= kConjunctExtend;
  }
  for (const char32_t linker : kConjunctLinkers) packed_[linker] |= kConjunctLinker;
}

bool GraphemeBreaker::breaks_before(GraphemeClass next) const {
  using enum Grapheme;
  const Grapheme after = next.category;
  if (at_start_) return true;
  if (previous_ == cr && after == lf) return false;                            // GB3
  if (is_break_control(previous_) || is_break_control(after)) return true;     // GB4, GB5
  if (joins_hangul(previous_, after)) return false;                            // GB6 to GB8
  if (after == extend || after == zwj || after == spacing_mark) return false;  // GB9, GB9a
  if (previous_ == prepend) return false;                                      // GB9b
  if (after == consonant) return !linked_;                                     // GB9c
  if (after == pictographic) return !emoji_joined_;                            // GB11
  if (after == regional_indicator) return !odd_indicators_;                    // GB12, GB13
  return true;                                                                 // GB999
}

void GraphemeBreaker::remember(GraphemeClass next) {
  using enum Grapheme;
  const Grapheme category = next.category;
  odd_indicators_ = category == regional_indicator && !odd_indicators_;
  emoji_joined_ = category == zwj && after_pictographic_;
  after_pictographic_ = category == pictographic || (category == extend && after_pictographic_);
  if (next.conjunct_linker) {
    linked_ = after_consonant_;
  } else if (!next.conjunct_extend) {
    after_consonant_ = category == consonant;
    linked_ = false;
  }
  previous_ = category;
  at_start_ = false;
}

}  // namespace xlmr
