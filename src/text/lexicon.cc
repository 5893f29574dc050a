// SPDX-License-Identifier: Apache-2.0
#include "text/lexicon.h"

#include <utility>

#include "text/aligned_text.h"
#include "text/special_tokens.h"

namespace xlmr {

Lexicon::Lexicon(Vocabulary vocabulary, std::vector<double> scores, int32_t unknown,
                 Charsmap charsmap)
    : vocabulary_(std::move(vocabulary)),
      unigram_(vocabulary_.all(), std::move(scores), unknown),
      normalizer_(std::move(charsmap)) {
  AlignedText meta;
  normalizer_.normalize(kMeta, /*origin=*/0, Alignment::exact, meta);
  keeps_meta_ = meta.text() == kMeta;
}

}  // namespace xlmr
