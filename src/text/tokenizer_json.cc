// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_json.h"

#include <vector>

#include "base/json.h"
#include "text/added_token_json.h"
#include "text/pipeline_json.h"
#include "text/sentencepiece_model.h"
#include "text/unigram_json.h"

namespace xlmr {
namespace {

Status read_list(const Json& list, TokenizerSpec& spec) {
  if (list.is_nothing()) return {};
  std::vector<AddedTokenEntry> entries;
  const Status status = list.for_each_entry([&](const Json& entry) {
    const auto id = entry["id"].count(SentencePieceModel::kMaxPieces);
    if (id.ok()) entries.push_back({id.value(), entry});
    return id.status();
  });
  return status.ok() ? read_added_tokens(entries, spec) : status;
}

}  // namespace

Result<TokenizerSpec> spec_from_json(std::string_view json) {
  const auto document = JsonDocument::parse(json, "tokenizer.json", StatusCode::invalid_tokenizer);
  XLMR_RETURN_IF_ERROR(document);
  const Json root = document.value().root();
  TokenizerSpec spec;
  XLMR_RETURN_IF_ERROR(read_unigram(root["model"], spec));
  XLMR_RETURN_IF_ERROR(read_pipeline(root, spec));
  XLMR_RETURN_IF_ERROR(read_list(root["added_tokens"], spec));
  return spec;
}

}  // namespace xlmr
