// SPDX-License-Identifier: Apache-2.0
#include "ner/detokenize.h"

#include "text/special_tokens.h"

namespace xlmr {

std::string detokenize(std::span<const std::string_view> pieces) {
  std::string text;
  for (size_t i = 0; i < pieces.size(); ++i) {
    std::string_view piece = pieces[i];
    for (size_t meta = piece.find(kMeta); meta != std::string_view::npos;
         meta = piece.find(kMeta)) {
      text += piece.substr(0, meta);
      if (i > 0) text += ' ';
      piece.remove_prefix(meta + kMeta.size());
    }
    text += piece;
  }
  return text;
}

}  // namespace xlmr
