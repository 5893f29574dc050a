// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/word_break.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

enum class WordClass : uint8_t {
  any,
  cr,
  lf,
  newline,
  extend,
  format,
  zwj,
  space,
  letter,
  hebrew_letter,
  number,
  katakana,
  connector,  // ExtendNumLet, such as _
  mid_letter,
  mid_number,
  mid_both,
  single_quote,
  double_quote,
  hyphen,  // ours
  regional_indicator,
};

struct WordRange {
  char32_t first;
  char32_t last;
  WordClass category;
};

struct CodepointSpan {
  char32_t first;
  char32_t last;
};

#include "text/unicode/word_table.inc"

template <typename Table>
auto find_range(const Table& table, char32_t codepoint) {
  const auto* range = std::partition_point(std::begin(table), std::end(table),
                                           [&](const auto& each) { return each.last < codepoint; });
  return range != std::end(table) && range->first <= codepoint ? range : nullptr;
}

WordClass class_of(char32_t codepoint) {
  if (codepoint == U'-' || codepoint == U'\u2010' || codepoint == U'\u2011') {
    return WordClass::hyphen;
  }
  const WordRange* range = find_range(kWordRanges, codepoint);
  return range == nullptr ? WordClass::any : range->category;
}

bool is_line_end(WordClass each) {
  return each == WordClass::cr || each == WordClass::lf || each == WordClass::newline;
}

bool is_ignored(WordClass each) {
  return each == WordClass::extend || each == WordClass::format || each == WordClass::zwj;
}

bool is_letter(WordClass each) {
  return each == WordClass::letter || each == WordClass::hebrew_letter;
}

bool is_letter_or_number(WordClass each) { return is_letter(each) || each == WordClass::number; }

// WB6, WB7, WB7b, WB7c, WB11, WB12 and the hyphen: what `middle` may stand between.
bool bridges(WordClass before, WordClass middle, WordClass after) {
  using enum WordClass;
  switch (middle) {
    case mid_letter:
      return is_letter(before) && is_letter(after);
    case mid_number:
      return before == number && after == number;
    case mid_both:
    case single_quote:
      return (is_letter(before) && is_letter(after)) || (before == number && after == number);
    case double_quote:
      return before == hebrew_letter && after == hebrew_letter;
    case hyphen:
      return is_letter_or_number(before) && is_letter_or_number(after);
    default:
      return false;
  }
}

// WB5, WB8 to WB10, WB13 to WB13b, and WB7a.
bool joins(WordClass before, WordClass after) {
  using enum WordClass;
  if (is_letter_or_number(before) && is_letter_or_number(after)) return true;
  if (before == katakana && after == katakana) return true;
  if (after == connector) {
    return is_letter_or_number(before) || before == katakana || before == connector;
  }
  if (before == connector) return is_letter_or_number(after) || after == katakana;
  return before == hebrew_letter && after == single_quote;
}

bool is_middle(WordClass each) {
  using enum WordClass;
  return each == mid_letter || each == mid_number || each == mid_both || each == single_quote ||
         each == double_quote || each == hyphen;
}

class WordBreaker {
 public:
  [[nodiscard]] std::vector<uint32_t> run(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const auto [codepoint, size] = decode_codepoint(text, at);
      take(static_cast<uint32_t>(at), codepoint);
      at += size;
    }
    settle_middle();
    return std::move(boundaries_);
  }

 private:
  void take(uint32_t at, char32_t codepoint) {
    const WordClass next = class_of(codepoint);
    // WB4: what extends a character is part of it, except at the start and after a line's end.
    const bool is_part = is_ignored(next) && at > 0 && !is_line_end(raw_previous_);
    if (!is_part) take_character(at, next, codepoint);
    raw_previous_ = next;
  }

  void take_character(uint32_t at, WordClass next, char32_t codepoint) {
    const bool is_bridged = in_middle_ && bridges(before_previous_, previous_, next);
    if (!is_bridged) settle_middle();
    middle_at_.reset();
    in_middle_ = at > 0 && is_middle(next) && is_letter_or_number(previous_);
    if (at == 0 || (!is_bridged && breaks_before(next, codepoint))) {
      // What follows a middle may still join it to what is before it.
      if (in_middle_) {
        middle_at_ = at;
      } else {
        boundaries_.push_back(at);
      }
    }
    odd_indicators_ = next == WordClass::regional_indicator && !odd_indicators_;
    before_previous_ = previous_;
    previous_ = next;
  }

  [[nodiscard]] bool breaks_before(WordClass next, char32_t codepoint) const {
    using enum WordClass;
    // WB3a and WB3b need no line: nothing below joins a line's end to anything else.
    if (raw_previous_ == cr && next == lf) return false;  // WB3
    const bool is_joined = raw_previous_ == zwj && find_range(kPictographs, codepoint) != nullptr;
    if (is_joined) return false;                                // WB3c
    if (raw_previous_ == space && next == space) return false;  // WB3d
    if (previous_ == regional_indicator && next == regional_indicator) {
      return !odd_indicators_;  // WB15, WB16
    }
    return !joins(previous_, next);
  }

  void settle_middle() {
    if (middle_at_) boundaries_.push_back(*middle_at_);
  }

  std::vector<uint32_t> boundaries_;
  WordClass raw_previous_ = WordClass::any;     // the last code point
  WordClass previous_ = WordClass::any;         // the last that extends none
  WordClass before_previous_ = WordClass::any;  // the one before it
  bool in_middle_ = false;                      // previous_ may join what is around it
  std::optional<uint32_t> middle_at_;           // a boundary unless it does
  bool odd_indicators_ = false;                 // an odd run of regional indicators ends here
};

}  // namespace

std::vector<uint32_t> word_boundaries(std::string_view text) { return WordBreaker().run(text); }

}  // namespace xlmr
