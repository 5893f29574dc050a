// SPDX-License-Identifier: Apache-2.0
// Normalizer: applies a charsmap to a text as Hugging Face's `Precompiled` normaliser does.
//
// Invariant: the output is valid UTF-8 and equal to the reference's. Its alignment is one of two:
// `reference` is theirs byte for byte, also where their book-keeping is off (a character deleted at
// the very start shifts the ranges after it; a mark composed with its letter is left out); `exact`
// gives whatever came out of a lookup the whole of what went in.
//
//   normalize("ﬁ\u0301x")  ->  "fix"       a grapheme under six bytes is looked up whole, the
//                                          shortest key wins and the rest of it is dropped
//
// Source: tokenizers 0.22.2 and 0.23.3, normalizers/precompiled.rs and tokenizer/normalizer.rs.
#ifndef XLMR_TEXT_NORMALIZER_H_
#define XLMR_TEXT_NORMALIZER_H_

#include <cstdint>
#include <string_view>

#include "text/aligned_text.h"
#include "text/charsmap.h"
#include "text/codepoint_traits.h"

namespace xlmr {

enum class Alignment { reference, exact };

class Normalizer {
 public:
  explicit Normalizer(Charsmap charsmap);

  /// Appends the normalised `text`, valid UTF-8, to `out`; ranges count from `origin`. Stops once `out`
  /// has more than kMaxNormalizedBytes.
  void normalize(std::string_view text, uint32_t origin, Alignment alignment,
                 AlignedText& out) const;

 private:
  template <typename Output>
  void normalize_to(std::string_view text, Output& output) const;
  template <typename Output>
  void normalize_cluster(std::string_view text, size_t begin, size_t end, Output& output) const;
  [[nodiscard]] size_t plain_end(std::string_view text, size_t begin, size_t& last) const;
  [[nodiscard]] size_t cluster_end(std::string_view text, size_t begin) const;

  Charsmap charsmap_;
  CodepointTraits traits_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_NORMALIZER_H_
