// SPDX-License-Identifier: Apache-2.0
#include "text/added_token_json.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/repeated.h"
#include "text/sentencepiece_model.h"

namespace xlmr {
namespace {

Result<AddedToken> read_token(const AddedTokenEntry& entry) {
  const Json& json = entry.json;
  const auto content = json["content"].string();
  XLMR_RETURN_IF_ERROR(content);
  if (content.value().empty()) return json["content"].wrong("a token that is not empty");
  if (content.value().size() > SentencePieceModel::kMaxPieceBytes) {
    return json["content"].wrong("a token of at most 1024 bytes");
  }
  AddedToken token{.content = std::string(content.value()), .id = static_cast<int32_t>(entry.id)};
  const auto read = [&](const char* name, bool fallback, bool& flag) {
    const auto value = json[name].flag_or(fallback);
    if (value.ok()) flag = value.value();
    return value.status();
  };
  XLMR_RETURN_IF_ERROR(read("special", false, token.special));
  XLMR_RETURN_IF_ERROR(read("lstrip", false, token.strip_left));
  XLMR_RETURN_IF_ERROR(read("rstrip", false, token.strip_right));
  XLMR_RETURN_IF_ERROR(read("single_word", false, token.single_word));
  // Tokens that are not special are looked for after normalisation, unless they say otherwise.
  XLMR_RETURN_IF_ERROR(read("normalized", !token.special, token.normalized));
  return token;
}

// For a message only: the vocabulary is gone through.
Status wrong_id(const AddedTokenEntry& entry, std::string_view content,
                const Vocabulary& vocabulary) {
  int32_t place = 0;
  while (place < vocabulary.size() && vocabulary[place] != content) ++place;
  return entry.json.wrong(concat("the id ", place, " for ", content), entry.id);
}

// Gives `token` its id, unless it has it already. That no other piece has its content is left to
// check_new.
Status place(const AddedTokenEntry& entry, const AddedToken& token, Vocabulary& vocabulary) {
  if (vocabulary[token.id] == token.content) return {};
  if (token.id != vocabulary.size()) return wrong_id(entry, token.content, vocabulary);
  if (entry.id == SentencePieceModel::kMaxPieces) return entry.json.wrong("fewer tokens");
  vocabulary.add(token.content);
  return {};
}

// The ids from `old_size` on are new.
Status check_new(std::span<const AddedTokenEntry> entries, int32_t old_size,
                 const Vocabulary& vocabulary) {
  if (vocabulary.size() == old_size) return {};
  const auto repeated = first_repeated(vocabulary.all());
  if (!repeated) return {};
  for (const AddedTokenEntry& entry : entries) {
    if (entry.id == *repeated) {
      return wrong_id(entry, vocabulary[static_cast<int32_t>(entry.id)], vocabulary);
    }
  }
  return {};
}

// A token that an earlier file has: see the header.
void update(AddedToken token, size_t known, std::vector<AddedToken>& tokens) {
  AddedToken& old = tokens[known];
  old.single_word = token.single_word;
  old.strip_left = token.strip_left;
  old.strip_right = token.strip_right;
  if (old.special) return;
  if (old.normalized == token.normalized) {
    old.special = token.special;
  } else {
    tokens.push_back(std::move(token));
  }
}

}  // namespace

Status read_added_tokens(std::span<const AddedTokenEntry> entries, TokenizerSpec& spec) {
  std::unordered_map<int32_t, size_t> known;
  for (size_t i = 0; i < spec.added_tokens.size(); ++i) known[spec.added_tokens[i].id] = i;
  std::unordered_set<int32_t> seen;
  const int32_t old_size = spec.vocabulary.size();
  for (const AddedTokenEntry& entry : entries) {
    auto token = read_token(entry);
    XLMR_RETURN_IF_ERROR(token);
    XLMR_RETURN_IF_ERROR(place(entry, token.value(), spec.vocabulary));
    const int32_t id = token.value().id;
    if (!seen.insert(id).second) {
      return entry.json.wrong("each token once", concat(token.value().content, " again"));
    }
    if (const auto old = known.find(id); old != known.end()) {
      update(std::move(token).value(), old->second, spec.added_tokens);
    } else {
      spec.added_tokens.push_back(std::move(token).value());
    }
  }
  return check_new(entries, old_size, spec.vocabulary);
}

}  // namespace xlmr
