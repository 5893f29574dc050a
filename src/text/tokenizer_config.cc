// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_config.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/json.h"
#include "text/added_token_json.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

Status read_max_length(const Json& value, TokenizerSpec& spec) {
  if (value.is_nothing()) return {};
  const auto length = value.number();
  XLMR_RETURN_IF_ERROR(length);
  if (!(length.value() > kSpecialsPerSequence)) return value.wrong("a number of tokens, 3 or more");
  // Whatever is too long for a text counts as none.
  if (length.value() < TokenizerSpec::kNoMaxLength) {
    spec.max_length = static_cast<uint32_t>(length.value());
  }
  return {};
}

// In the order of their ids, which is how new ones are numbered.
Status read_decoder(const Json& decoder, TokenizerSpec& spec) {
  if (decoder.is_nothing()) return {};
  std::vector<AddedTokenEntry> entries;
  const Status status = decoder.for_each_field([&](std::string_view key, const Json& entry) {
    uint32_t id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    const bool is_whole = error == std::errc() && end == key.data() + key.size();
    if (!is_whole || id > SentencePieceModel::kMaxPieces) return entry.wrong("an id as key", key);
    entries.push_back({id, entry});
    return Status();
  });
  XLMR_RETURN_IF_ERROR(status);
  std::sort(entries.begin(), entries.end(),
            [](const AddedTokenEntry& a, const AddedTokenEntry& b) { return a.id < b.id; });
  return read_added_tokens(entries, spec);
}

}  // namespace

Status apply_tokenizer_config(std::string_view json, TokenizerSpec& spec) {
  const auto document =
      JsonDocument::parse(json, "tokenizer_config.json", StatusCode::invalid_tokenizer);
  XLMR_RETURN_IF_ERROR(document);
  const Json root = document.value().root();
  const auto lowercase = root["do_lower_case"].flag_or(false);
  XLMR_RETURN_IF_ERROR(lowercase);
  spec.lowercase = spec.lowercase || lowercase.value();
  XLMR_RETURN_IF_ERROR(read_max_length(root["model_max_length"], spec));
  return read_decoder(root["added_tokens_decoder"], spec);
}

}  // namespace xlmr
