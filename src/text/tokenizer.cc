// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.h"

#include <utility>

#include "text/sentencepiece_model.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

Tokenizer::Tokenizer(TokenizerSpec spec) : hf_(std::move(spec)) {}

Result<Tokenizer> Tokenizer::load(std::string_view model) {
  const auto file = SentencePieceModel::read(model);
  if (!file.ok()) return file.status();
  auto spec = spec_from(file.value());
  if (!spec.ok()) return spec.status();
  return Tokenizer(std::move(spec).value());
}

Result<Encoding> Tokenizer::encode(std::string_view text, Alignment alignment) const {
  if (Status checked = check_text(text); !checked.ok()) return checked;
  return hf_.encode(text, alignment);
}

Result<Encoding> Tokenizer::encode_words(std::span<const std::string> words,
                                         Alignment alignment) const {
  Encoding all;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto encoded = encode(words[i], alignment);
    if (!encoded.ok()) {
      return Status(encoded.status().code(),
                    "word " + std::to_string(i) + ": " + encoded.status().message());
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
  if (Status checked = check_text(text); !checked.ok()) return checked;
  return &hf_.encode(text, alignment, work);
}

}  // namespace xlmr
