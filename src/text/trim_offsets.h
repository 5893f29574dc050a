// SPDX-License-Identifier: Apache-2.0
// trim_offsets: leaves the white space at a token's ends out of its range, as RoBERTa's
// post-processor does.
//
// Invariant: the result is inside `range`.
//
//   text "a <mask>", token " <mask>" at [1,8)  ->  [2,8)
//
// Source: tokenizers 0.22.2, pre_tokenizers/byte_level.rs, process_offsets, for which Ġ, its way to
// write a space, is white space as well.
#ifndef XLMR_TEXT_TRIM_OFFSETS_H_
#define XLMR_TEXT_TRIM_OFFSETS_H_

#include <string_view>

#include "base/ranges.h"

namespace xlmr {

struct OffsetTrimming {
  bool keeps_first_space = true;  ///< `add_prefix_space`: a single space at the start stays
};

/// `token` is what the model was given for `range` of `text`, both valid UTF-8; `is_first` says
/// whether it begins the encoding. As many code points of the text are left out as the token has
/// white space.
[[nodiscard]] ByteRange trim_offsets(std::string_view text, ByteRange range, std::string_view token,
                                     bool is_first, OffsetTrimming options);

}  // namespace xlmr

#endif  // XLMR_TEXT_TRIM_OFFSETS_H_
