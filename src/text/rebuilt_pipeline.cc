// SPDX-License-Identifier: Apache-2.0
#include "text/rebuilt_pipeline.h"

#include <string_view>
#include <utility>

#include "text/added_vocabulary.h"
#include "text/transformers_tokens.h"

namespace xlmr {
namespace {

bool keeps_file(std::string_view name) {
  return name == "TokenizersBackend" || name == "PreTrainedTokenizerFast" ||
         name == "PreTrainedTokenizer" || name == "PythonBackend";
}

Status check_class(const TokenizerSpec& spec, const TokenizerConfig& config) {
  if (config.is_xlmr_class()) return {};
  if (keeps_file(config.tokenizer_class) && spec.is_json) return {};
  return invalid_tokenizer(
      expected("tokenizer_config.json: tokenizer_class",
               spec.is_json ? "XLMRobertaTokenizer, TokenizersBackend or PreTrainedTokenizerFast"
                            : "XLMRobertaTokenizer, where there is no tokenizer.json",
               config.tokenizer_class));
}

// The template has the names of the first two, a vocabulary alone takes others of them, too.
Status check_names(const TokenizerSpec& spec, const TokenizerConfig& config) {
  constexpr std::pair<size_t, std::string_view> kTemplate[] = {{0, "<s>"}, {1, "</s>"}};
  constexpr std::pair<size_t, std::string_view> kPieces[] = {
      {2, "<unk>"}, {4, "<pad>"}, {6, "<mask>"}};
  const auto check = [&](size_t name, std::string_view text) {
    const auto& given = config.specials.named[name];
    if (!given || given->token.content == text) return Status();
    return invalid_tokenizer(expected(concat("tokenizer_config.json: ", kSpecialNames[name]), text,
                                      given->token.content));
  };
  for (const auto& [name, text] : kTemplate) XLMR_RETURN_IF_ERROR(check(name, text));
  if (spec.is_json) return {};
  for (const auto& [name, text] : kPieces) XLMR_RETURN_IF_ERROR(check(name, text));
  return {};
}

}  // namespace

Result<Pipeline> rebuilt_pipeline(const TokenizerSpec& spec, const TokenizerConfig& config,
                                  const Lexicon& lexicon) {
  XLMR_RETURN_IF_ERROR(check_class(spec, config));
  AddedVocabulary added(lexicon, AddedAgain::takes_latest);
  Pipeline pipeline;
  if (config.is_xlmr_class()) {
    XLMR_RETURN_IF_ERROR(check_names(spec, config));
    pipeline.pretokenizer.prepend =
        config.adds_prefix_space ? PrependScheme::always : PrependScheme::never;
  } else {
    pipeline = spec.pipeline;
    XLMR_RETURN_IF_ERROR(added.add_as_declared(spec.declared));
  }
  XLMR_RETURN_IF_ERROR(add_transformers_tokens(TransformersVersion::v5, spec, config, added));
  pipeline.added_tokens = added.tokens(config.splits_special_tokens);
  pipeline.added_pieces = added.pieces();
  return pipeline;
}

}  // namespace xlmr
