// SPDX-License-Identifier: Apache-2.0
// CodepointTraits: what the normaliser asks of each code point, in one byte.
//
// Invariant: is_plain() means that the code point is a grapheme cluster and unchanged, unless one
// that joins() follows.
//
//   CodepointTraits traits(charsmap);      // nmt_nfkc
//   traits['a'].is_plain() -> true         traits[U'①'].has_key() -> true
//   traits[U'\u0301'].joins() -> true      traits[U'語'].starts_key() -> false
#ifndef XLMR_TEXT_CODEPOINT_TRAITS_H_
#define XLMR_TEXT_CODEPOINT_TRAITS_H_

#include <cstdint>
#include <vector>

#include "text/charsmap.h"
#include "text/unicode/grapheme.h"

namespace xlmr {

class CodepointTrait {
 public:
  explicit CodepointTrait(uint8_t packed) : packed_(packed) {}

  [[nodiscard]] bool is_plain() const { return (packed_ & ~kStartsKey) == 0; }
  /// Whether some key is the beginning of the code point or the code point itself.
  [[nodiscard]] bool has_key() const { return (packed_ & kHasKey) != 0; }
  /// Whether some key begins with the code point and goes on.
  [[nodiscard]] bool starts_key() const { return (packed_ & kStartsKey) != 0; }
  /// Whether it belongs to the cluster before it.
  [[nodiscard]] bool joins() const {
    const Grapheme category = grapheme().category;
    return category == Grapheme::extend || category == Grapheme::zwj ||
           category == Grapheme::spacing_mark;
  }
  [[nodiscard]] GraphemeClass grapheme() const { return GraphemeClasses::unpack(packed_); }

 private:
  friend class CodepointTraits;

  static constexpr uint8_t kHasKey = 0x40;
  static constexpr uint8_t kStartsKey = 0x80;

  uint8_t packed_;
};

class CodepointTraits {
 public:
  explicit CodepointTraits(const Charsmap& charsmap);

  [[nodiscard]] CodepointTrait operator[](char32_t codepoint) const {
    return CodepointTrait(packed_[codepoint]);
  }

 private:
  std::vector<uint8_t> packed_;  // [0x110000] those of GraphemeClasses with two bits more
};

}  // namespace xlmr

#endif  // XLMR_TEXT_CODEPOINT_TRAITS_H_
