// SPDX-License-Identifier: Apache-2.0
// LabelScheme: what the prefixes of a model's labels say about where entities begin and end.
//
// Invariant: a label is outside (`O`), or has a role and a type; under `none` every label is its
// own type.
//
//   scheme of {O, B-PER, I-PER}           bio      parse_label("I-PER", bio)    inside, PER
//             {O, B-X, I-X, E-X, S-X}     bioes    parse_label("S-X", bioes)    single, X
//             {O, B-X, I-X, L-X, U-X}     bilou    parse_label("L-X", bilou)    end, X
//             {O, PER, ORG-P}             none     parse_label("ORG-P", none)   inside, ORG-P
//
// iob1 has bio's labels, so it is never detected: there B- stands only between two neighbours of
// one type, and any entity may open with I-.
#ifndef XLMR_NER_LABEL_SCHEME_H_
#define XLMR_NER_LABEL_SCHEME_H_

#include <span>
#include <string>
#include <string_view>

namespace xlmr {

enum class LabelScheme { bio, iob1, bioes, bilou, none };

/// The label of what is in no entity, in every scheme.
inline constexpr std::string_view kOutside = "O";

enum class LabelRole { outside, begin, inside, end, single };

struct ParsedLabel {
  LabelRole role = LabelRole::outside;
  std::string_view type;  ///< views the label's name
};

[[nodiscard]] LabelScheme detect_scheme(std::span<const std::string> names);

/// A label that the scheme has no prefix for is `inside`, its own type.
[[nodiscard]] ParsedLabel parse_label(std::string_view name, LabelScheme scheme);

}  // namespace xlmr

#endif  // XLMR_NER_LABEL_SCHEME_H_
