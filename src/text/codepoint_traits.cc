// SPDX-License-Identifier: Apache-2.0
#include "text/codepoint_traits.h"

#include <string>

#include "base/utf8.h"

namespace xlmr {

CodepointTraits::CodepointTraits(const Charsmap& charsmap)
    : packed_(GraphemeClasses().take_packed()) {
  std::string text;
  for (char32_t c = 0; c < packed_.size();) {
    text.clear();
    append_codepoint(c, text);
    const Charsmap::Relation keys = charsmap.relation(text);
    if (keys.has_key) packed_[c] |= CodepointTrait::kHasKey;
    if (keys.goes_on) packed_[c] |= CodepointTrait::kStartsKey;
    // Where no key goes on from some first bytes, none does for the code points that share them.
    const size_t left = text.size() - keys.walked;
    const uint32_t shared = left <= 1 || keys.has_key ? 0 : 6 * (static_cast<uint32_t>(left) - 1);
    c = ((c >> shared) + 1) << shared;
  }
}

}  // namespace xlmr
