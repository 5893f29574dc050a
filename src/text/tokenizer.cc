// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.h"

namespace xlmr {

Result<Encoding> Tokenizer::encode(std::string_view text, Alignment alignment) const {
  XLMR_RETURN_IF_ERROR(check_text(text));
  return hf_.encode(text, alignment);
}

Result<Encoding> Tokenizer::encode_words(std::span<const std::string> words,
                                         Alignment alignment) const {
  Encoding all;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto encoded = encode(words[i], alignment);
    if (!encoded.ok()) {
      return Status(encoded.status().code(), concat("word ", i, ": ", encoded.status().message()));
    }
    const Encoding& word = encoded.value();
    all.ids.insert(all.ids.end(), word.ids.begin(), word.ids.end());
    all.ranges.insert(all.ranges.end(), word.ranges.begin(), word.ranges.end());
    all.words.resize(all.ids.size(), static_cast<uint32_t>(i));
  }
  return all;
}

Result<const Encoding*> Tokenizer::encode(std::string_view text, Alignment alignment,
                                          HfTokenizer::Work& work) const {
  XLMR_RETURN_IF_ERROR(check_text(text));
  return hf_.encode(text, alignment, work);
}

}  // namespace xlmr
