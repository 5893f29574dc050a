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
        "tokenizer.json: model.vocab[" + std::to_string(spec.scores.size()) +
        "]: expected a piece of 1 to 1024 bytes and a finite score, found otherwise");
  }
  spec.vocabulary.add({yyjson_get_str(text), size});
  spec.scores.push_back(yyjson_get_num(score));
  return {};
}

Status check_specials(const Json& model, const TokenizerSpec& spec) {
  constexpr std::pair<int32_t, std::string_view> kSpecials[] = {{kBosId, "<s>"}, {kEosId, "</s>"}};
  for (const auto& [id, text] : kSpecials) {
    if (spec.vocabulary[id] == text) continue;
    return model["vocab"].wrong(
        "the special token " + std::string(text) + " at " + std::to_string(id),
        '"' + std::string(spec.vocabulary[id]) + '"');
  }
  if (spec.unknown != kUnkId) {
    return model["unk_id"].wrong(std::to_string(kUnkId), std::to_string(spec.unknown));
  }
  return {};
}

}  // namespace

Status read_unigram(const Json& model, TokenizerSpec& spec) {
  if (Status type = model["type"].expect_string("Unigram"); !type.ok()) return type;
  if (Status bytes = model["byte_fallback"].expect_flag(false, false); !bytes.ok()) return bytes;
  const Json vocabulary = model["vocab"];
  if (!vocabulary.is_list() || vocabulary.size() > SentencePieceModel::kMaxPieces) {
    return vocabulary.wrong("a list of at most " + std::to_string(SentencePieceModel::kMaxPieces) +
                            " pieces");
  }
  size_t index = 0;
  size_t count = 0;
  yyjson_val* entry = nullptr;
  yyjson_arr_foreach(vocabulary.raw(), index, count, entry) {
    if (Status read = read_piece(entry, spec); !read.ok()) return read;
  }
  const auto repeated = first_repeated(spec.vocabulary.all());
  if (repeated) {
    return vocabulary.wrong("unique pieces", "piece " + std::to_string(*repeated) + " again");
  }
  if (spec.scores.empty()) return vocabulary.wrong("pieces");
  const auto unknown = model["unk_id"].count(static_cast<uint32_t>(spec.scores.size() - 1));
  if (!unknown.ok()) return unknown.status();
  spec.unknown = static_cast<int32_t>(unknown.value());
  return check_specials(model, spec);
}

}  // namespace xlmr
