// SPDX-License-Identifier: Apache-2.0
// DeclaredSpecials: the special tokens that tokenizer_config.json and special_tokens_map.json name.
//
// Invariant: nothing is decided here: which of them a tokenizer gets, in what order and with which
// flags, differs between versions of transformers (see transformers_tokens.h).
//
//   {"mask_token": "<mask>", "extra_special_tokens": ["<date>"]}
//     named {mask_token: "<mask>" as text}     extra {"<date>" as text}
#ifndef XLMR_TEXT_SPECIAL_TOKENS_JSON_H_
#define XLMR_TEXT_SPECIAL_TOKENS_JSON_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/status.h"
#include "text/added_tokens.h"

namespace xlmr {

/// In transformers' order.
inline constexpr std::array<std::string_view, 7> kSpecialNames = {
    "bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"};

struct DeclaredSpecial {
  AddedToken token;
  bool is_text = true;  ///< a string, not an object with flags
};

struct DeclaredSpecials {
  std::array<std::optional<DeclaredSpecial>, kSpecialNames.size()> named;
  std::vector<DeclaredSpecial> model_specific;  ///< values of extra_special_tokens as an object
  std::vector<DeclaredSpecial> other;           ///< other fields that end in `_token`
  std::optional<std::vector<DeclaredSpecial>> additional;  ///< additional_special_tokens
  /// additional_special_tokens of the older file, which versions join to the other list or leave out.
  std::optional<std::vector<DeclaredSpecial>> older_additional;
  std::optional<std::vector<DeclaredSpecial>> extra;  ///< extra_special_tokens, where it is a list
  bool names_extra = false;                           ///< extra_special_tokens is an object
};

/// Which file it is: tokens of the older one are special without saying so.
enum class SpecialsFile { tokenizer_config, special_tokens_map };

/// Reads the fields of `root` over what `specials` has; lists are kept or added to. Errors:
/// invalid_tokenizer, naming the field.
[[nodiscard]] Status read_specials(const Json& root, SpecialsFile file, DeclaredSpecials& specials);

}  // namespace xlmr

#endif  // XLMR_TEXT_SPECIAL_TOKENS_JSON_H_
