// SPDX-License-Identifier: Apache-2.0
// lowercase: a text in lower case, code point by code point.
//
// Invariant: valid UTF-8 stays valid; each code point's lower case has that code point's range.
// There is no context: a final sigma becomes σ, as in the reference.
//
//   lowercase("İx")  ->  "i" U+0307 "x", ranges [0,2) [0,2) [2,3)
//
// Source: Rust's char::to_lowercase, which tokenizers' Lowercase applies.
#ifndef XLMR_TEXT_LOWERCASE_H_
#define XLMR_TEXT_LOWERCASE_H_

#include <cstdint>
#include <string_view>

#include "text/aligned_text.h"

namespace xlmr {

/// Appends `text`, valid UTF-8, to `out`; ranges count from `origin`.
void lowercase(std::string_view text, uint32_t origin, AlignedText& out);

}  // namespace xlmr

#endif  // XLMR_TEXT_LOWERCASE_H_
