// SPDX-License-Identifier: Apache-2.0
#include "text/special_tokens_json.h"

#include <algorithm>
#include <utility>

#include "text/added_token_json.h"
#include "text/sentencepiece_model.h"

namespace xlmr {
namespace {

Result<DeclaredSpecial> read_special(const Json& json, bool is_special) {
  if (!json.is_string()) {
    auto token = read_added_token(json, is_special);
    XLMR_RETURN_IF_ERROR(token);
    return DeclaredSpecial{std::move(token).value(), /*is_text=*/false};
  }
  const std::string_view content = json.string().value();
  if (content.size() > SentencePieceModel::kMaxPieceBytes) {
    return json.wrong("a token of at most 1024 bytes");
  }
  return DeclaredSpecial{{.content = std::string(content), .special = true}, /*is_text=*/true};
}

Result<std::vector<DeclaredSpecial>> read_list(const Json& list, bool is_special) {
  std::vector<DeclaredSpecial> tokens;
  const Status status = list.for_each_entry([&](const Json& entry) {
    auto token = read_special(entry, is_special);
    XLMR_RETURN_IF_ERROR(token);
    tokens.push_back(std::move(token).value());
    return Status();
  });
  XLMR_RETURN_IF_ERROR(status);
  return tokens;
}

// A name of the model's own makes a token special.
Status read_values(const Json& object, std::vector<DeclaredSpecial>& tokens) {
  return object.for_each_field([&](std::string_view, const Json& value) {
    auto token = read_special(value, /*is_special=*/true);
    XLMR_RETURN_IF_ERROR(token);
    tokens.push_back(std::move(token).value());
    return Status();
  });
}

Status read_extra(const Json& value, bool is_special, DeclaredSpecials& specials) {
  if (value.is_object()) {
    specials.names_extra = true;
    return read_values(value, specials.model_specific);
  }
  auto list = read_list(value, is_special);
  XLMR_RETURN_IF_ERROR(list);
  if (!specials.extra) specials.extra.emplace();
  for (DeclaredSpecial& token : list.value()) specials.extra->push_back(std::move(token));
  return {};
}

Status read_field(std::string_view name, const Json& value, bool is_special,
                  DeclaredSpecials& specials) {
  if (value.is_nothing()) return {};
  if (name == "extra_special_tokens") return read_extra(value, is_special, specials);
  if (name == "additional_special_tokens") {
    auto list = read_list(value, is_special);
    XLMR_RETURN_IF_ERROR(list);
    (is_special ? specials.older_additional : specials.additional) = std::move(list).value();
    return {};
  }
  const auto* const known = std::find(kSpecialNames.begin(), kSpecialNames.end(), name);
  const bool is_known = known != kSpecialNames.end();
  if (!value.is_string() && !value.is_object()) {
    // add_bos_token and its like are flags.
    return is_known ? value.wrong("a token: a string, or an object with its flags") : Status();
  }
  if (!name.ends_with("_token")) return {};
  auto token = read_special(value, /*is_special=*/true);
  XLMR_RETURN_IF_ERROR(token);
  if (is_known) {
    specials.named[static_cast<size_t>(known - kSpecialNames.begin())] = std::move(token).value();
  } else {
    specials.other.push_back(std::move(token).value());
  }
  return {};
}

}  // namespace

Status read_specials(const Json& root, SpecialsFile file, DeclaredSpecials& specials) {
  const bool is_special = file == SpecialsFile::special_tokens_map;
  return root.for_each_field([&](std::string_view name, const Json& value) {
    return read_field(name, value, is_special, specials);
  });
}

}  // namespace xlmr
