// SPDX-License-Identifier: Apache-2.0
// is_word_character: what `\\w` matches in Unicode regular expressions.
//
// Invariant: letters, marks, decimal digits, connecting punctuation and joiners; nothing else.
//
//   is_word_character(U'_')  ->  true      is_word_character(U'-')  ->  false
//
// Source: UTS #18, annex C, as in Rust's regex-syntax 0.8.11, which tokenizers asks about words.
#ifndef XLMR_TEXT_UNICODE_WORD_CHARACTER_H_
#define XLMR_TEXT_UNICODE_WORD_CHARACTER_H_

namespace xlmr {

[[nodiscard]] bool is_word_character(char32_t codepoint);

}  // namespace xlmr

#endif  // XLMR_TEXT_UNICODE_WORD_CHARACTER_H_
