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

Result<const Encoding*> Tokenizer::encode(std::string_view text, Alignment alignment,
                                          HfTokenizer::Work& work) const {
  if (Status checked = check_text(text); !checked.ok()) return checked;
  return &hf_.encode(text, alignment, work);
}

}  // namespace xlmr
