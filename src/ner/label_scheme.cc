// SPDX-License-Identifier: Apache-2.0
#include "ner/label_scheme.h"

namespace xlmr {
namespace {

// The prefix letters of a scheme, in the order begin, inside, end, single.
std::string_view letters_of(LabelScheme scheme) {
  switch (scheme) {
    case LabelScheme::bio:
    case LabelScheme::iob1:
      return "BI";
    case LabelScheme::bioes:
      return "BIES";
    case LabelScheme::bilou:
      return "BILU";
    case LabelScheme::none:
      return "";
  }
  return "";
}

// `B-` has one: its type is empty.
bool has_prefix(std::string_view name) { return name.size() > 1 && name[1] == '-'; }

}  // namespace

LabelScheme detect_scheme(std::span<const std::string> names) {
  std::string found;
  bool all_prefixed = true;
  for (const std::string& name : names) {
    if (name == kOutside) continue;
    if (has_prefix(name)) {
      found += name[0];
    } else {
      all_prefixed = false;
    }
  }
  const auto within = [&](LabelScheme scheme) {
    return found.find_first_not_of(letters_of(scheme)) == std::string::npos;
  };
  // One label without a prefix makes E-, S-, L- or U- part of a name.
  if (all_prefixed && !found.empty() && !within(LabelScheme::bio)) {
    if (within(LabelScheme::bioes)) return LabelScheme::bioes;
    if (within(LabelScheme::bilou)) return LabelScheme::bilou;
  }
  return found.find_first_of(letters_of(LabelScheme::bio)) == std::string::npos ? LabelScheme::none
                                                                                : LabelScheme::bio;
}

ParsedLabel parse_label(std::string_view name, LabelScheme scheme) {
  if (name == kOutside) return {LabelRole::outside, name};
  if (has_prefix(name)) {
    switch (letters_of(scheme).find(name[0])) {
      case 0:
        return {LabelRole::begin, name.substr(2)};
      case 1:
        return {LabelRole::inside, name.substr(2)};
      case 2:
        return {LabelRole::end, name.substr(2)};
      case 3:
        return {LabelRole::single, name.substr(2)};
      default:
        break;
    }
  }
  return {LabelRole::inside, name};
}

}  // namespace xlmr
