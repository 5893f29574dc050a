// SPDX-License-Identifier: Apache-2.0
#include "text/added_token_json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/sentencepiece_model.h"

namespace xlmr {

Result<AddedToken> read_added_token(const Json& json, bool is_special) {
  const auto content = json["content"].string();
  XLMR_RETURN_IF_ERROR(content);
  if (content.value().empty()) return json["content"].wrong("a token that is not empty");
  if (content.value().size() > SentencePieceModel::kMaxPieceBytes) {
    return json["content"].wrong("a token of at most 1024 bytes");
  }
  AddedToken token{.content = std::string(content.value())};
  const auto read = [&](const char* name, bool fallback, bool& flag) {
    const auto value = json[name].flag_or(fallback);
    if (value.ok()) flag = value.value();
    return value.status();
  };
  XLMR_RETURN_IF_ERROR(read("special", false, token.special));
  token.special = token.special || is_special;
  XLMR_RETURN_IF_ERROR(read("lstrip", false, token.strip_left));
  XLMR_RETURN_IF_ERROR(read("rstrip", false, token.strip_right));
  XLMR_RETURN_IF_ERROR(read("single_word", false, token.single_word));
  // Tokens that are not special are looked for after normalisation, unless they say otherwise.
  XLMR_RETURN_IF_ERROR(read("normalized", !token.special, token.normalized));
  return token;
}

Result<DeclaredTokens> read_token_list(const Json& list, std::string where) {
  DeclaredTokens declared{.where = std::move(where)};
  if (list.is_nothing()) return declared;
  const Status status = list.for_each_entry([&](const Json& entry) {
    const auto id = entry["id"].count(SentencePieceModel::kMaxPieces);
    XLMR_RETURN_IF_ERROR(id);
    auto token = read_added_token(entry);
    XLMR_RETURN_IF_ERROR(token);
    token.value().id = static_cast<int32_t>(id.value());
    declared.tokens.push_back(std::move(token).value());
    return Status();
  });
  XLMR_RETURN_IF_ERROR(status);
  return declared;
}

Result<DeclaredTokens> read_token_decoder(const Json& decoder, std::string where) {
  DeclaredTokens declared{.where = std::move(where), .is_by_id = true};
  const Status status = decoder.for_each_field([&](std::string_view key, const Json& entry) {
    uint32_t id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    const bool is_whole = error == std::errc() && end == key.data() + key.size();
    if (!is_whole || id > SentencePieceModel::kMaxPieces) return entry.wrong("an id as key", key);
    auto token = read_added_token(entry);
    XLMR_RETURN_IF_ERROR(token);
    token.value().id = static_cast<int32_t>(id);
    declared.tokens.push_back(std::move(token).value());
    return Status();
  });
  XLMR_RETURN_IF_ERROR(status);
  std::sort(declared.tokens.begin(), declared.tokens.end(),
            [](const AddedToken& a, const AddedToken& b) { return a.id < b.id; });
  return declared;
}

}  // namespace xlmr
