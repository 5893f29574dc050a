// SPDX-License-Identifier: Apache-2.0
// Word boundaries of a text, by Unicode's rules.
//
// Invariant: boundaries are byte offsets on code-point boundaries, sorted and different; the first
// is 0 and the end of the text is not among them.
//
//   word_boundaries("in Londen.")     ->  0 (in) 2 (space) 3 (Londen) 9 (.)
//   word_boundaries("Jean-Pierre's")  ->  0
//   word_boundaries("阿蘇山に")       ->  0 3 6 9     each Han or Hiragana character; Katakana
//                                                   letters stay together, as do letters of Thai
//                                                   with their marks only
//
// Rules: UAX #29 for Unicode 16, WB3 to WB999, with the tailoring for hyphens that it suggests: one
// between letters or digits does not break (Coca-Cola, F-16), because corpora annotate them so.
#ifndef XLMR_TEXT_UNICODE_WORD_BREAK_H_
#define XLMR_TEXT_UNICODE_WORD_BREAK_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace xlmr {

/// `text` is valid UTF-8 of less than 4 GiB.
[[nodiscard]] std::vector<uint32_t> word_boundaries(std::string_view text);

}  // namespace xlmr

#endif  // XLMR_TEXT_UNICODE_WORD_BREAK_H_
