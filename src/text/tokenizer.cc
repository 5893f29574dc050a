// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.h"

#include <utility>

#include "text/sentencepiece_model.h"
#include "text/tokenizer_config.h"
#include "text/tokenizer_json.h"
#include "text/tokenizer_spec.h"

namespace xlmr {

namespace {

// A SentencePiece file begins with the tag of its first piece, which is a line break, and that
// piece's size, which would have to be the 123 of a brace; `<unk>` takes 14 bytes.
bool is_json(std::string_view file) {
  const size_t first = file.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && file[first] == '{';
}

Result<TokenizerSpec> read_spec(std::string_view file) {
  if (is_json(file)) return spec_from_json(file);
  const auto model = SentencePieceModel::read(file);
  XLMR_RETURN_IF_ERROR(model);
  return spec_from(model.value());
}

}  // namespace

Tokenizer::Tokenizer(TokenizerSpec spec) : max_length_(spec.max_length), hf_(std::move(spec)) {}

Result<Tokenizer> Tokenizer::load(std::string_view file, std::string_view config) {
  auto spec = read_spec(file);
  XLMR_RETURN_IF_ERROR(spec);
  if (!config.empty()) {
    XLMR_RETURN_IF_ERROR(apply_tokenizer_config(config, spec.value()));
  }
  Tokenizer tokenizer(std::move(spec).value());
  // Special tokens may repeat what the file has; its own pieces may not repeat each other.
  if (tokenizer.hf_.has_repeated() && !is_json(file)) {
    XLMR_RETURN_IF_ERROR(SentencePieceModel::read(file).value().check_unique());
  }
  return tokenizer;
}

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
  return &hf_.encode(text, alignment, work);
}

}  // namespace xlmr
