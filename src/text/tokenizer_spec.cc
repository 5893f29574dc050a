// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_spec.h"

#include <string>
#include <utility>

#include "text/special_tokens.h"

namespace xlmr {

Result<TokenizerSpec> spec_from(const SentencePieceModel& model) {
  auto charsmap = Charsmap::read(model.charsmap);
  XLMR_RETURN_IF_ERROR(charsmap);
  TokenizerSpec spec{.declared = {.where = "sentencepiece.bpe.model: pieces"}};
  spec.unknown = kUnkId;
  spec.charsmap = std::move(charsmap).value();
  const auto add = [&](std::string_view piece, double score) {
    spec.vocabulary.add(piece);
    spec.scores.push_back(score);
  };
  constexpr size_t kAddedTokens = 5;
  constexpr size_t kAddedBytes = 32;
  spec.vocabulary.reserve(model.pieces.size() + kAddedTokens, model.text_bytes + kAddedBytes);
  spec.scores.reserve(model.pieces.size() + kAddedTokens);
  // transformers puts the special tokens where fairseq had them and scores them 0.
  for (const std::string_view special : {"<s>", "<pad>", "</s>", "<unk>"}) add(special, 0);
  for (size_t piece = 3; piece < model.pieces.size(); ++piece) {
    add(model.pieces[piece].text, static_cast<double>(model.pieces[piece].score));
    if (model.pieces[piece].type == PieceType::user_defined) {
      spec.declared.tokens.push_back({.content = std::string(model.pieces[piece].text),
                                      .id = xlmr_id(static_cast<int32_t>(piece))});
    }
  }
  for (const SentencePieceEntry& piece : model.pieces) {
    const bool is_control = piece.type == PieceType::control;
    if (is_control || piece.type == PieceType::user_defined) {
      spec.symbols.push_back({.content = std::string(piece.text), .special = is_control});
    }
  }
  add("<mask>", 0);
  for (const int32_t id : {kBosId, kPadId, kEosId, kUnkId}) {
    spec.declared.tokens.push_back(
        {.content = std::string(spec.vocabulary[id]), .id = id, .special = true});
  }
  spec.declared.tokens.push_back({.content = "<mask>",
                                  .id = mask_id(static_cast<int32_t>(model.pieces.size())),
                                  .special = true,
                                  .strip_left = true,
                                  .normalized = true});
  return spec;
}

}  // namespace xlmr
