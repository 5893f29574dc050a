// SPDX-License-Identifier: Apache-2.0
// AddedToken from JSON: `added_tokens` of tokenizer.json, `added_tokens_decoder` and the special
// tokens of tokenizer_config.json.
//
// Invariant: contents have 1 to 1024 bytes; nothing is numbered here (see AddedVocabulary).
//
//   {"id": 250001, "content": "<mask>", "lstrip": true, "normalized": true, …}
#ifndef XLMR_TEXT_ADDED_TOKEN_JSON_H_
#define XLMR_TEXT_ADDED_TOKEN_JSON_H_

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/added_tokens.h"

namespace xlmr {

/// Tokens of one file, with the ids that it gives them.
struct DeclaredTokens {
  std::string where;      ///< for messages: "tokenizer.json: added_tokens"
  bool is_by_id = false;  ///< an object with ids as keys, not a list
  std::vector<AddedToken> tokens = {};
};

/// The object's token; its `id` is not read. `is_special`: it is, whatever the object says. Errors:
/// invalid_tokenizer, naming the field.
[[nodiscard]] Result<AddedToken> read_added_token(const Json& json, bool is_special = false);

/// A list of objects with `id`, in its order. Errors as above.
[[nodiscard]] Result<DeclaredTokens> read_token_list(const Json& list, std::string where);

/// An object with ids as keys, in the order of the ids. Errors as above.
[[nodiscard]] Result<DeclaredTokens> read_token_decoder(const Json& decoder, std::string where);

}  // namespace xlmr

#endif  // XLMR_TEXT_ADDED_TOKEN_JSON_H_
