// SPDX-License-Identifier: Apache-2.0
// Pretokenizer: a normalised text cut into the words that are segmented one by one.
//
// Invariant: words are not empty and come in order; `▁` (U+2581) stands where a word begins.
//
//   as published (white space split, then Metaspace)   "my  name" -> "▁my" "▁name"
//   as converted (Metaspace alone)                     "my name"  -> "▁my" "▁name", where the
//                                                                    second ▁ covers the space
//
// Source: tokenizers 0.22.2 and 0.23.3, pre_tokenizers/{whitespace,metaspace}.rs.
#ifndef XLMR_TEXT_PRETOKENIZER_H_
#define XLMR_TEXT_PRETOKENIZER_H_

#include <cstdint>
#include <vector>

#include "base/ranges.h"
#include "text/aligned_text.h"

namespace xlmr {

enum class PrependScheme { always, first, never };

struct PretokenizerOptions {
  bool whitespace_split = true;  ///< WhitespaceSplit before Metaspace
  PrependScheme prepend = PrependScheme::always;
  bool split_at_meta = true;  ///< Metaspace's `split`
};

/// Appends the text of `range` of `normalized` to `words`, each with its `▁`, and to `bounds` the
/// byte ranges of the words there.
void pretokenize(const AlignedText& normalized, ByteRange range, const PretokenizerOptions& options,
                 AlignedText& words, std::vector<ByteRange>& bounds);

}  // namespace xlmr

#endif  // XLMR_TEXT_PRETOKENIZER_H_
