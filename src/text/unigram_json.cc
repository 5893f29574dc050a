// SPDX-License-Identifier: Apache-2.0
#include "text/unigram_json.h"

#include <yyjson.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "text/repeated.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

Status read_piece(yyjson_val* entry, TokenizerSpec& spec) {
  yyjson_val* text = yyjson_arr_get_first(entry);
  yyjson_val* score = yyjson_arr_get(entry, 1);
  const size_t size = yyjson_get_len(text);
  const bool is_pair = yyjson_arr_size(entry) == 2 && yyjson_is_str(text) && yyjson_is_num(score);
  if (!is_pair || size == 0 || size > SentencePieceModel::kMaxPieceBytes ||
      !std::isfinite(yyjson_get_num(score))) {
    return invalid_tokenizer(
        expected(concat("tokenizer.json: model.vocab[", spec.scores.size(), "]"),
                 "a piece of 1 to 1024 bytes and a finite score", "otherwise"));
  }
  spec.vocabulary.add({yyjson_get_str(text), size});
  spec.scores.push_back(yyjson_get_num(score));
  return {};
}

Status check_specials(const Json& model, const TokenizerSpec& spec) {
  constexpr std::pair<int32_t, std::string_view> kSpecials[] = {{kBosId, "<s>"}, {kEosId, "</s>"}};
  for (const auto& [id, text] : kSpecials) {
    if (spec.vocabulary[id] == text) continue;
    return model["vocab"].wrong(concat("the special token ", text, " at ", id),
                                concat("\"", spec.vocabulary[id], "\""));
  }
  if (spec.unknown != kUnkId) {
    return model["unk_id"].wrong(kUnkId, spec.unknown);
  }
  return {};
}

}  // namespace

Status read_unigram(const Json& model, TokenizerSpec& spec) {
  XLMR_RETURN_IF_ERROR(model["type"].expect_string("Unigram"));
  XLMR_RETURN_IF_ERROR(model["byte_fallback"].expect_flag(false, false));
  const Json vocabulary = model["vocab"];
  if (!vocabulary.is_list() || vocabulary.size() > SentencePieceModel::kMaxPieces) {
    return vocabulary.wrong(
        concat("a list of at most ", SentencePieceModel::kMaxPieces, " pieces"));
  }
  size_t index = 0;
  size_t count = 0;
  yyjson_val* entry = nullptr;
  yyjson_arr_foreach(vocabulary.raw(), index, count, entry) {
    XLMR_RETURN_IF_ERROR(read_piece(entry, spec));
  }
  const auto repeated = first_repeated(spec.vocabulary.all());
  if (repeated) {
    return vocabulary.wrong("unique pieces", concat("piece ", *repeated, " again"));
  }
  if (spec.scores.empty()) return vocabulary.wrong("pieces");
  const auto unknown = model["unk_id"].count(static_cast<uint32_t>(spec.scores.size() - 1));
  XLMR_RETURN_IF_ERROR(unknown);
  spec.unknown = static_cast<int32_t>(unknown.value());
  return check_specials(model, spec);
}

}  // namespace xlmr
