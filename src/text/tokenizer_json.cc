// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_json.h"

#include <utility>

#include "base/json.h"
#include "text/added_token_json.h"
#include "text/pipeline_json.h"
#include "text/unigram_json.h"

namespace xlmr {

Result<TokenizerSpec> spec_from_json(std::string_view json) {
  const auto document = JsonDocument::parse(json, "tokenizer.json", StatusCode::invalid_tokenizer);
  XLMR_RETURN_IF_ERROR(document);
  const Json root = document.value().root();
  if (const Json version = root["version"]; !version.is_missing()) {
    XLMR_RETURN_IF_ERROR(version.expect_string("1.0"));
  }
  TokenizerSpec spec{.is_json = true};
  XLMR_RETURN_IF_ERROR(read_unigram(root["model"], spec));
  XLMR_RETURN_IF_ERROR(read_pipeline(root, spec));
  auto tokens = read_token_list(root["added_tokens"], "tokenizer.json: added_tokens");
  XLMR_RETURN_IF_ERROR(tokens);
  spec.declared = std::move(tokens).value();
  return spec;
}

}  // namespace xlmr
