// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_config.h"

#include <set>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

Status read_max_length(const Json& root, TokenizerConfig& config) {
  const Json length = root["model_max_length"];
  const Json value = length.is_nothing() ? root["max_len"] : length;
  if (value.is_nothing()) return {};
  const auto tokens = value.number();
  XLMR_RETURN_IF_ERROR(tokens);
  if (!(tokens.value() > kSpecialsPerSequence)) return value.wrong("a number of tokens, 3 or more");
  // Whatever is too long for a text counts as none.
  if (tokens.value() < TokenizerConfig::kNoMaxLength) {
    config.max_length = static_cast<uint32_t>(tokens.value());
  }
  return {};
}

Status read_flag(const Json& value, bool& flag) {
  const auto found = value.flag_or(flag);
  if (found.ok()) flag = found.value();
  return found.status();
}

// Version 5 reads null as false: only where nothing is said does a text get a space before it.
Status read_prefix_space(const Json& value, bool& flag) {
  if (!value.is_missing() && value.is_nothing()) flag = false;
  return read_flag(value, flag);
}

Status read_config(const Json& root, TokenizerConfig& config) {
  XLMR_RETURN_IF_ERROR(read_max_length(root, config));
  XLMR_RETURN_IF_ERROR(read_flag(root["do_lower_case"], config.lowercase));
  XLMR_RETURN_IF_ERROR(read_prefix_space(root["add_prefix_space"], config.adds_prefix_space));
  XLMR_RETURN_IF_ERROR(read_flag(root["split_special_tokens"], config.splits_special_tokens));
  if (const Json name = root["tokenizer_class"]; !name.is_nothing()) {
    const auto found = name.string();
    XLMR_RETURN_IF_ERROR(found);
    config.tokenizer_class = found.value();
  }
  if (const Json decoder = root["added_tokens_decoder"]; !decoder.is_nothing()) {
    auto tokens = read_token_decoder(decoder, "tokenizer_config.json: added_tokens_decoder");
    XLMR_RETURN_IF_ERROR(tokens);
    config.decoder = std::move(tokens).value();
  }
  return read_specials(root, SpecialsFile::tokenizer_config, config.specials);
}

std::set<std::string_view> contents_of(const DeclaredSpecials& specials) {
  std::set<std::string_view> contents;
  for (const auto& each : specials.named) {
    if (each) contents.insert(each->token.content);
  }
  for (const auto* list : {&specials.additional, &specials.extra}) {
    if (!*list) continue;
    for (const DeclaredSpecial& each : **list) contents.insert(each.token.content);
  }
  return contents;
}

// added_tokens.json: {"<date>": 250002}.
Status read_indexed(const Json& root, TokenizerConfig& config) {
  const std::set<std::string_view> specials = contents_of(config.specials);
  std::set<uint32_t> seen;
  return root.for_each_field([&](std::string_view content, const Json& value) {
    const auto id = value.count(SentencePieceModel::kMaxPieces);
    XLMR_RETURN_IF_ERROR(id);
    if (!seen.insert(id.value()).second)
      return value.wrong("each id once", concat(id.value(), " again"));
    if (content.size() > SentencePieceModel::kMaxPieceBytes) {
      return value.wrong("a token of at most 1024 bytes", content);
    }
    const bool special = specials.contains(content);
    config.indexed.push_back({.content = std::string(content),
                              .id = static_cast<int32_t>(id.value()),
                              .special = special,
                              .normalized = !special});
    return Status();
  });
}

template <typename Read>
Status read_file(std::string_view text, std::string_view file, const Read& read) {
  if (text.empty()) return {};
  const auto document = JsonDocument::parse(text, file, StatusCode::invalid_tokenizer);
  XLMR_RETURN_IF_ERROR(document);
  return read(document.value().root());
}

}  // namespace

Result<TokenizerConfig> TokenizerConfig::parse(std::string_view json,
                                               std::string_view special_tokens_map,
                                               std::string_view added_tokens) {
  TokenizerConfig config;
  XLMR_RETURN_IF_ERROR(read_file(json, "tokenizer_config.json",
                                 [&](const Json& root) { return read_config(root, config); }));
  if (config.decoder) return config;
  XLMR_RETURN_IF_ERROR(
      read_file(special_tokens_map, "special_tokens_map.json", [&](const Json& root) {
        return read_specials(root, SpecialsFile::special_tokens_map, config.specials);
      }));
  XLMR_RETURN_IF_ERROR(read_file(added_tokens, "added_tokens.json",
                                 [&](const Json& root) { return read_indexed(root, config); }));
  return config;
}

}  // namespace xlmr
