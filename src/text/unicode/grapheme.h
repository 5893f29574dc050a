// SPDX-License-Identifier: Apache-2.0
// Grapheme clusters: where Unicode lets a reader's character end, one code point at a time.
//
// Invariant: GraphemeBreaker answers for the code points in text order, each exactly once; it keeps
// what the rules look back for, so its memory does not grow with the text.
//
//   GraphemeBreaker breaker;                       e U+0301 x
//   breaker.starts_cluster(grapheme_class(c))  ->  yes no   yes
//
// Rules: UAX #29, extended clusters (GB3 to GB13), as in Rust's unicode-segmentation 1.12, whose
// clusters Hugging Face's tokenizers normalise by.
#ifndef XLMR_TEXT_UNICODE_GRAPHEME_H_
#define XLMR_TEXT_UNICODE_GRAPHEME_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace xlmr {

enum class Grapheme : uint8_t {
  any,
  cr,
  lf,
  control,
  extend,
  zwj,
  spacing_mark,
  prepend,
  pictographic,
  consonant,  // Indic_Conjunct_Break=Consonant
  regional_indicator,
  hangul_l,
  hangul_v,
  hangul_t,
  hangul_lv,
  hangul_lvt,
};

struct GraphemeClass {
  Grapheme category = Grapheme::any;
  bool conjunct_extend = false;  // Indic_Conjunct_Break=Extend
  bool conjunct_linker = false;  // Indic_Conjunct_Break=Linker
};

/// Classes of all code points, packed one a byte: category in the low four bits, then the flags.
class GraphemeClasses {
 public:
  GraphemeClasses();

  [[nodiscard]] GraphemeClass operator[](char32_t codepoint) const {
    return unpack(packed_[codepoint]);
  }

  /// The table itself, to be kept with more in its two highest bits.
  [[nodiscard]] std::vector<uint8_t> take_packed() && { return std::move(packed_); }
  static GraphemeClass unpack(uint8_t packed) {
    return {static_cast<Grapheme>(packed & 0x0F), (packed & 0x10) != 0, (packed & 0x20) != 0};
  }

 private:
  std::vector<uint8_t> packed_;  // [0x110000]
};

class GraphemeBreaker {
 public:
  /// Whether a cluster starts at the next code point, whose class this is.
  bool starts_cluster(GraphemeClass next) {
    const bool starts = breaks_before(next);
    remember(next);
    return starts;
  }

 private:
  [[nodiscard]] bool breaks_before(GraphemeClass next) const;
  void remember(GraphemeClass next);

  bool at_start_ = true;
  Grapheme previous_ = Grapheme::any;
  bool odd_indicators_ = false;      // GB12: an odd run of regional indicators ends here
  bool after_pictographic_ = false;  // GB11: pictographic extend* ends here
  bool emoji_joined_ = false;        // GB11: pictographic extend* zwj ends here
  bool after_consonant_ = false;     // GB9c: consonant (extend | linker)* ends here
  bool linked_ = false;              // GB9c: with at least one linker
};

}  // namespace xlmr

#endif  // XLMR_TEXT_UNICODE_GRAPHEME_H_
