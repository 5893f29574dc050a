// SPDX-License-Identifier: Apache-2.0
#include "text/added_token_json.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/sentencepiece_model.h"

namespace xlmr {
namespace {

// Where the vocabulary has a piece, or its size.
uint32_t place_of(const Vocabulary& vocabulary, std::string_view piece) {
  int32_t id = 0;
  while (id < vocabulary.size() && vocabulary[id] != piece) ++id;
  return static_cast<uint32_t>(id);
}

Status check_id(const Json& entry, std::string_view content, uint32_t id, TokenizerSpec& spec) {
  if (spec.vocabulary[static_cast<int32_t>(id)] == content) return {};
  const uint32_t place = place_of(spec.vocabulary, content);
  if (place != id) {
    return entry.wrong("the id " + std::to_string(place) + " for " + std::string(content),
                       std::to_string(id));
  }
  if (place == SentencePieceModel::kMaxPieces) return entry.wrong("fewer tokens");
  spec.vocabulary.add(content);
  return {};
}

}  // namespace

Status read_added_token(const Json& entry, uint32_t id, TokenizerSpec& spec) {
  const auto content = entry["content"].string();
  if (!content.ok()) return content.status();
  if (content.value().empty()) return entry["content"].wrong("a token that is not empty");
  if (content.value().size() > SentencePieceModel::kMaxPieceBytes) {
    return entry["content"].wrong("a token of at most 1024 bytes");
  }
  if (Status checked = check_id(entry, content.value(), id, spec); !checked.ok()) return checked;

  const auto special = entry["special"].flag_or(false);
  if (!special.ok()) return special.status();
  AddedToken token{.content = std::string(content.value()), .id = static_cast<int32_t>(id)};
  const auto read = [&](const char* name, bool fallback, bool& flag) {
    const auto value = entry[name].flag_or(fallback);
    if (value.ok()) flag = value.value();
    return value.status();
  };
  Status status = read("lstrip", false, token.strip_left);
  if (status.ok()) status = read("rstrip", false, token.strip_right);
  if (status.ok()) status = read("single_word", false, token.single_word);
  // Tokens that are not special are looked for after normalisation, unless they say otherwise.
  if (status.ok()) status = read("normalized", !special.value(), token.normalized);
  if (!status.ok()) return status;

  const auto known =
      std::find_if(spec.added_tokens.begin(), spec.added_tokens.end(),
                   [&](const AddedToken& each) { return each.content == token.content; });
  if (known == spec.added_tokens.end()) {
    spec.added_tokens.push_back(std::move(token));
  } else {
    *known = std::move(token);
  }
  return {};
}

}  // namespace xlmr
