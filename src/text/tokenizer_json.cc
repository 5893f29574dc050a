// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer_json.h"

#include <yyjson.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/utf8.h"
#include "text/added_token_json.h"
#include "text/base64.h"
#include "text/repeated.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

constexpr std::string_view kMeta = "\u2581";

Status expect_string(const Json& value, std::string_view wanted) {
  const auto text = value.string();
  if (text.ok() && text.value() == wanted) return {};
  return value.wrong('"' + std::string(wanted) + '"');
}

Status expect_flag(const Json& value, bool wanted, bool fallback) {
  const auto flag = value.flag_or(fallback);
  if (!flag.ok()) return flag.status();
  return flag.value() == wanted ? Status() : value.wrong(wanted ? "true" : "false");
}

Status read_charsmap(const Json& value, TokenizerSpec& spec) {
  if (value.is_nothing()) return {};
  const auto text = value.string();
  if (!text.ok()) return text.status();
  const auto bytes = decode_base64(text.value());
  if (!bytes) return value.wrong("base64");
  auto charsmap = Charsmap::read(*bytes);
  if (!charsmap.ok()) return value.wrong("a charsmap", charsmap.status().message());
  spec.charsmap = std::move(charsmap).value();
  return {};
}

// The order of steps: each may be left out, none may come before an earlier one.
enum class Step { start, lowercase, precompiled, strip, replace };

Status read_normalizer(const Json& value, Step& done, TokenizerSpec& spec) {
  const auto type = value["type"].string();
  if (!type.ok()) return type.status();
  const auto follows = [&](Step step) {
    if (step <= done)
      return value["type"].wrong("Lowercase, Precompiled, Strip and Replace, in this order");
    done = step;
    return Status();
  };
  if (type.value() == "Lowercase") {
    spec.lowercase = true;
    return follows(Step::lowercase);
  }
  if (type.value() == "Precompiled") {
    if (Status read = read_charsmap(value["precompiled_charsmap"], spec); !read.ok()) return read;
    return follows(Step::precompiled);
  }
  if (type.value() == "Strip") {
    if (Status left = expect_flag(value["strip_left"], false, false); !left.ok()) return left;
    if (Status right = expect_flag(value["strip_right"], true, false); !right.ok()) return right;
    spec.strip_right = true;
    return follows(Step::strip);
  }
  if (type.value() == "Replace") {
    const Status pattern = expect_string(value["pattern"]["Regex"], " {2,}");
    if (!pattern.ok()) return pattern;
    if (Status content = expect_string(value["content"], kMeta); !content.ok()) return content;
    spec.collapse_spaces = true;
    return follows(Step::replace);
  }
  return value["type"].wrong("Lowercase, Precompiled, Strip or Replace");
}

Status read_normalizers(const Json& value, TokenizerSpec& spec) {
  if (value.is_nothing()) return {};
  Step done = Step::start;
  const auto type = value["type"].string();
  if (!type.ok()) return type.status();
  if (type.value() != "Sequence") return read_normalizer(value, done, spec);
  return value["normalizers"].for_each_entry(
      [&](const Json& each) { return read_normalizer(each, done, spec); });
}

Result<PrependScheme> read_prepend_scheme(const Json& value) {
  const Json scheme = value["prepend_scheme"];
  if (scheme.is_nothing()) {
    // How the field was called before tokenizers 0.15.
    const auto adds = value["add_prefix_space"].flag_or(true);
    if (!adds.ok()) return adds.status();
    return adds.value() ? PrependScheme::always : PrependScheme::never;
  }
  const auto name = scheme.string();
  if (!name.ok()) return name.status();
  if (name.value() == "always") return PrependScheme::always;
  if (name.value() == "first") return PrependScheme::first;
  if (name.value() == "never") return PrependScheme::never;
  return scheme.wrong("\"always\", \"first\" or \"never\"");
}

Status read_metaspace(const Json& value, TokenizerSpec& spec) {
  if (Status type = expect_string(value["type"], "Metaspace"); !type.ok()) return type;
  if (Status mark = expect_string(value["replacement"], kMeta); !mark.ok()) return mark;
  const auto scheme = read_prepend_scheme(value);
  if (!scheme.ok()) return scheme.status();
  const auto split = value["split"].flag_or(true);
  if (!split.ok()) return split.status();
  spec.pretokenizer.prepend = scheme.value();
  spec.pretokenizer.split_at_meta = split.value();
  return {};
}

Status read_pretokenizer(const Json& value, TokenizerSpec& spec) {
  spec.pretokenizer.whitespace_split = false;
  const auto type = value["type"].string();
  if (!type.ok()) return type.status();
  if (type.value() != "Sequence") return read_metaspace(value, spec);
  const Json steps = value["pretokenizers"];
  if (!steps.is_list() || steps.size() != 2) return steps.wrong("WhitespaceSplit and Metaspace");
  const Status split = expect_string(steps.at(0)["type"], "WhitespaceSplit");
  if (!split.ok()) return split;
  spec.pretokenizer.whitespace_split = true;
  return read_metaspace(steps.at(1), spec);
}

Status read_piece(yyjson_val* entry, TokenizerSpec& spec) {
  yyjson_val* text = yyjson_arr_get_first(entry);
  yyjson_val* score = yyjson_arr_get(entry, 1);
  const size_t size = yyjson_get_len(text);
  const bool is_pair = yyjson_arr_size(entry) == 2 && yyjson_is_str(text) && yyjson_is_num(score);
  if (!is_pair || size == 0 || size > SentencePieceModel::kMaxPieceBytes ||
      !std::isfinite(yyjson_get_num(score))) {
    return invalid_tokenizer(
        "tokenizer.json: model.vocab[" + std::to_string(spec.scores.size()) +
        "]: expected a piece of 1 to 1024 bytes and a finite score, found otherwise");
  }
  spec.vocabulary.add({yyjson_get_str(text), size});
  spec.scores.push_back(yyjson_get_num(score));
  return {};
}

Status check_specials(const Json& model, const TokenizerSpec& spec) {
  constexpr std::pair<int32_t, std::string_view> kSpecials[] = {{kBosId, "<s>"}, {kEosId, "</s>"}};
  for (const auto& [id, text] : kSpecials) {
    if (spec.vocabulary[id] == text) continue;
    return model["vocab"].wrong(
        "the special token " + std::string(text) + " at " + std::to_string(id),
        '"' + std::string(spec.vocabulary[id]) + '"');
  }
  if (spec.unknown != kUnkId) {
    return model["unk_id"].wrong(std::to_string(kUnkId), std::to_string(spec.unknown));
  }
  return {};
}

Status read_model(const Json& model, TokenizerSpec& spec) {
  if (Status type = expect_string(model["type"], "Unigram"); !type.ok()) return type;
  if (Status bytes = expect_flag(model["byte_fallback"], false, false); !bytes.ok()) return bytes;
  const Json vocabulary = model["vocab"];
  if (!vocabulary.is_list() || vocabulary.size() > SentencePieceModel::kMaxPieces) {
    return vocabulary.wrong("a list of at most " + std::to_string(SentencePieceModel::kMaxPieces) +
                            " pieces");
  }
  size_t index = 0;
  size_t count = 0;
  yyjson_val* entry = nullptr;
  yyjson_arr_foreach(vocabulary.raw(), index, count, entry) {
    if (Status read = read_piece(entry, spec); !read.ok()) return read;
  }
  std::vector<std::string_view> texts;
  texts.reserve(spec.scores.size());
  for (int32_t id = 0; id < spec.vocabulary.size(); ++id) texts.push_back(spec.vocabulary[id]);
  const auto repeated = first_repeated(texts);
  if (repeated) {
    return vocabulary.wrong("unique pieces", "piece " + std::to_string(*repeated) + " again");
  }
  if (spec.scores.empty()) return vocabulary.wrong("pieces");
  const auto unknown = model["unk_id"].count(static_cast<uint32_t>(spec.scores.size() - 1));
  if (!unknown.ok()) return unknown.status();
  spec.unknown = static_cast<int32_t>(unknown.value());
  return check_specials(model, spec);
}

// `<s> $A </s>`, which the rest of the system puts around every window.
Status check_post_processor(const Json& value) {
  if (Status type = expect_string(value["type"], "TemplateProcessing"); !type.ok()) return type;
  const Json single = value["single"];
  if (!single.is_list() || single.size() != 3) return single.wrong("<s> $A </s>");
  Status part = expect_string(single.at(0)["SpecialToken"]["id"], "<s>");
  if (part.ok()) part = expect_string(single.at(1)["Sequence"]["id"], "A");
  if (part.ok()) part = expect_string(single.at(2)["SpecialToken"]["id"], "</s>");
  return part;
}

Status check_decoder(const Json& value) {
  return value.is_nothing() ? Status() : expect_string(value["type"], "Metaspace");
}

}  // namespace

Result<TokenizerSpec> spec_from_json(std::string_view json) {
  const auto document = JsonDocument::parse(json, "tokenizer.json", StatusCode::invalid_tokenizer);
  if (!document.ok()) return document.status();
  const Json root = document.value().root();
  TokenizerSpec spec;
  Status status = read_model(root["model"], spec);
  if (status.ok()) status = read_normalizers(root["normalizer"], spec);
  if (status.ok()) status = read_pretokenizer(root["pre_tokenizer"], spec);
  if (status.ok()) status = check_post_processor(root["post_processor"]);
  if (status.ok()) status = check_decoder(root["decoder"]);
  if (status.ok() && !root["added_tokens"].is_nothing()) {
    status = root["added_tokens"].for_each_entry([&](const Json& each) {
      const auto id = each["id"].count(SentencePieceModel::kMaxPieces);
      return id.ok() ? read_added_token(each, id.value(), spec) : id.status();
    });
  }
  if (!status.ok()) return status;
  return spec;
}

}  // namespace xlmr
