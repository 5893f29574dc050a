// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_set.h"

#include <utility>

#include "text/added_vocabulary.h"
#include "text/lexicon.h"
#include "text/rebuilt_pipeline.h"
#include "text/sentencepiece_model.h"
#include "text/tokenizer_config.h"
#include "text/tokenizer_json.h"
#include "text/tokenizer_spec.h"
#include "text/transformers_tokens.h"

namespace xlmr {
namespace {

// A SentencePiece file begins with the tag of its first piece, which is a line break, and that
// piece's size, which would have to be the 123 of a brace; `<unk>` takes 14 bytes.
bool is_json(std::string_view file) {
  const size_t first = file.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && file[first] == '{';
}

Result<TokenizerSpec> read_spec(std::string_view file) {
  if (is_json(file)) return spec_from_json(file);
  const auto model = SentencePieceModel::read(file);
  XLMR_RETURN_IF_ERROR(model);
  return spec_from(model.value());
}

// The pipeline `spec` with its tokens and those that transformers 4 adds, each with the id it is
// declared to have.
Result<Pipeline> file_pipeline(const TokenizerSpec& spec, const TokenizerConfig& config,
                               const Lexicon& lexicon) {
  AddedVocabulary added(lexicon, AddedAgain::keeps_place);
  XLMR_RETURN_IF_ERROR(added.add_as_declared(spec.declared));
  if (config.decoder) XLMR_RETURN_IF_ERROR(added.add_as_declared(*config.decoder));
  XLMR_RETURN_IF_ERROR(add_transformers_tokens(TransformersVersion::v4, spec, config, added));
  Pipeline pipeline = spec.pipeline;
  pipeline.added_tokens = added.tokens(config.splits_special_tokens);
  pipeline.added_pieces = added.pieces();
  return pipeline;
}

// Version 4 looks for the tokens of fields that it does not know in no text; by default they are
// found, as in version 5.
TokenizerConfig with_other_fields(TokenizerConfig config) {
  auto& specials = config.specials;
  for (DeclaredSpecial& each : specials.other) specials.model_specific.push_back(std::move(each));
  specials.other.clear();
  return config;
}

// Where version 4 looks for `<mask>` if there is a vocabulary alone: as its slow tokenizer does.
bool is_mask_normalized(const TokenizerConfig& config) {
  if (config.decoder) {
    for (const AddedToken& token : config.decoder->tokens) {
      if (token.content == "<mask>") return token.normalized;
    }
  }
  const auto& named = config.specials.named.back();
  return named && named->token.normalized;
}

// Version 4 converts a vocabulary alone to a pipeline that gives a word the space before it, which
// is why ours is that of the published tokenizer.json.
void convert_as_version4(const TokenizerConfig& config, TokenizerSpec& spec) {
  spec.pipeline.strip_right = true;
  spec.pipeline.collapse_spaces = true;
  spec.pipeline.pretokenizer.whitespace_split = false;
  spec.declared.tokens.back().normalized = is_mask_normalized(config);  // it comes last
}

}  // namespace

Result<TokenizerSet> TokenizerSet::load(const TokenizerFiles& files) {
  auto read = read_spec(files.vocabulary);
  XLMR_RETURN_IF_ERROR(read);
  TokenizerSpec spec = std::move(read).value();
  const auto parsed =
      TokenizerConfig::parse(files.config, files.special_tokens_map, files.added_tokens);
  XLMR_RETURN_IF_ERROR(parsed);
  const TokenizerConfig& config = parsed.value();
  const auto lexicon =
      std::make_shared<const Lexicon>(std::move(spec.vocabulary), std::move(spec.scores),
                                      spec.unknown, std::move(spec.charsmap), files.stored_trie);
  // Special tokens may repeat what the file has; its own pieces may not repeat each other.
  if (lexicon->unigram().trie().has_repeated() && !spec.is_json) {
    XLMR_RETURN_IF_ERROR(SentencePieceModel::read(files.vocabulary).value().check_unique());
  }
  const auto make = [&](Pipeline pipeline) {
    return std::make_shared<const Tokenizer>(HfTokenizer(lexicon, std::move(pipeline)),
                                             config.max_length);
  };
  auto own = file_pipeline(spec, with_other_fields(config), *lexicon);
  XLMR_RETURN_IF_ERROR(own);
  own.value().lowercase = own.value().lowercase || config.lowercase;
  if (!spec.is_json) convert_as_version4(config, spec);
  auto version4 = file_pipeline(spec, config, *lexicon);
  XLMR_RETURN_IF_ERROR(version4);
  auto rebuilt = rebuilt_pipeline(spec, config, *lexicon);
  return TokenizerSet(lexicon, make(std::move(own).value()), make(std::move(version4).value()),
                      rebuilt.ok() ? Result<Shared>(make(std::move(rebuilt).value()))
                                   : Result<Shared>(rebuilt.status()));
}

Result<std::shared_ptr<const Tokenizer>> TokenizerSet::get(Compat compat) const {
  switch (compat) {
    case Compat::none:
      break;
    case Compat::transformers4:
      return v4_;
    case Compat::transformers5:
      return v5_;
  }
  return own_;
}

}  // namespace xlmr
