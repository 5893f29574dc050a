// SPDX-License-Identifier: Apache-2.0
#include "text/pipeline_json.h"

#include <string>
#include <string_view>
#include <utility>

#include "text/base64.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

Status read_charsmap(const Json& value, TokenizerSpec& spec) {
  if (value.is_nothing()) return {};
  const auto text = value.string();
  XLMR_RETURN_IF_ERROR(text);
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
  XLMR_RETURN_IF_ERROR(type);
  const auto follows = [&](Step step) {
    if (step <= done)
      return value["type"].wrong("Lowercase, Precompiled, Strip and Replace, in this order");
    done = step;
    return Status();
  };
  if (type.value() == "Lowercase") {
    spec.pipeline.lowercase = true;
    return follows(Step::lowercase);
  }
  if (type.value() == "Precompiled") {
    XLMR_RETURN_IF_ERROR(read_charsmap(value["precompiled_charsmap"], spec));
    return follows(Step::precompiled);
  }
  if (type.value() == "Strip") {
    XLMR_RETURN_IF_ERROR(value["strip_left"].expect_flag(false, false));
    XLMR_RETURN_IF_ERROR(value["strip_right"].expect_flag(true, false));
    spec.pipeline.strip_right = true;
    return follows(Step::strip);
  }
  if (type.value() == "Replace") {
    XLMR_RETURN_IF_ERROR(value["pattern"]["Regex"].expect_string(" {2,}"));
    XLMR_RETURN_IF_ERROR(value["content"].expect_string(kMeta));
    spec.pipeline.collapse_spaces = true;
    return follows(Step::replace);
  }
  return value["type"].wrong("Lowercase, Precompiled, Strip or Replace");
}

Status read_normalizers(const Json& value, TokenizerSpec& spec) {
  if (value.is_nothing()) return {};
  Step done = Step::start;
  const auto type = value["type"].string();
  XLMR_RETURN_IF_ERROR(type);
  if (type.value() != "Sequence") return read_normalizer(value, done, spec);
  return value["normalizers"].for_each_entry(
      [&](const Json& each) { return read_normalizer(each, done, spec); });
}

Result<PrependScheme> read_prepend_scheme(const Json& value) {
  const Json prefix = value["add_prefix_space"];  // the field's name before tokenizers 0.15
  const auto adds = prefix.flag_or(true);
  XLMR_RETURN_IF_ERROR(adds);
  const Json scheme = value["prepend_scheme"];
  if (scheme.is_nothing()) return adds.value() ? PrependScheme::always : PrependScheme::never;
  const auto name = scheme.string();
  XLMR_RETURN_IF_ERROR(name);
  if (name.value() == "never") return PrependScheme::never;
  if (!adds.value()) return prefix.wrong("true, or \"never\" as prepend_scheme");
  if (name.value() == "always") return PrependScheme::always;
  if (name.value() == "first") return PrependScheme::first;
  return scheme.wrong("\"always\", \"first\" or \"never\"");
}

Status read_metaspace(const Json& value, TokenizerSpec& spec) {
  XLMR_RETURN_IF_ERROR(value["type"].expect_string("Metaspace"));
  XLMR_RETURN_IF_ERROR(value["replacement"].expect_string(kMeta));
  const auto scheme = read_prepend_scheme(value);
  XLMR_RETURN_IF_ERROR(scheme);
  const auto split = value["split"].flag_or(true);
  XLMR_RETURN_IF_ERROR(split);
  spec.pipeline.pretokenizer.prepend = scheme.value();
  spec.pipeline.pretokenizer.split_at_meta = split.value();
  return {};
}

Status read_pretokenizer(const Json& value, TokenizerSpec& spec) {
  spec.pipeline.pretokenizer.whitespace_split = false;
  const auto type = value["type"].string();
  XLMR_RETURN_IF_ERROR(type);
  if (type.value() != "Sequence") return read_metaspace(value, spec);
  const Json steps = value["pretokenizers"];
  if (!steps.is_list() || steps.size() != 2) return steps.wrong("WhitespaceSplit and Metaspace");
  XLMR_RETURN_IF_ERROR(steps.at(0)["type"].expect_string("WhitespaceSplit"));
  spec.pipeline.pretokenizer.whitespace_split = true;
  return read_metaspace(steps.at(1), spec);
}

// The special token `text`, which `tokens` gives the one id `id`.
Status expect_special(const Json& part, const Json& tokens, const char* text, uint32_t id) {
  XLMR_RETURN_IF_ERROR(part["SpecialToken"]["id"].expect_string(text));
  const Json ids = tokens[text]["ids"];
  const auto found = ids.at(0).count(id);
  const bool is_right = ids.size() == 1 && found.ok() && found.value() == id;
  return is_right ? Status() : ids.wrong(concat("[", id, "]"));
}

Status check_template(const Json& value) {
  const Json single = value["single"];
  if (!single.is_list() || single.size() != 3) return single.wrong("<s> $A </s>");
  const Json tokens = value["special_tokens"];
  XLMR_RETURN_IF_ERROR(expect_special(single.at(0), tokens, "<s>", kBosId));
  XLMR_RETURN_IF_ERROR(single.at(1)["Sequence"]["id"].expect_string("A"));
  return expect_special(single.at(2), tokens, "</s>", kEosId);
}

Status expect_pair(const Json& value, std::string_view text, uint32_t id) {
  const auto found_text = value.at(0).string();
  const auto found_id = value.at(1).count(id);
  const bool is_right = value.size() == 2 && found_text.ok() && found_text.value() == text &&
                        found_id.ok() && found_id.value() == id;
  return is_right ? Status() : value.wrong(concat("[\"", text, "\", ", id, "]"));
}

Status read_roberta(const Json& value, TokenizerSpec& spec) {
  XLMR_RETURN_IF_ERROR(expect_pair(value["cls"], "<s>", kBosId));
  XLMR_RETURN_IF_ERROR(expect_pair(value["sep"], "</s>", kEosId));
  const auto trims = value["trim_offsets"].flag();
  XLMR_RETURN_IF_ERROR(trims);
  const auto keeps_first = value["add_prefix_space"].flag();
  XLMR_RETURN_IF_ERROR(keeps_first);
  if (trims.value())
    spec.pipeline.trim_offsets = OffsetTrimming{.keeps_first_space = keeps_first.value()};
  return {};
}

// `<s> $A </s>`, which the rest of the system puts around every window.
Status read_post_processor(const Json& value, TokenizerSpec& spec) {
  const auto type = value["type"].string();
  XLMR_RETURN_IF_ERROR(type);
  if (type.value() == "TemplateProcessing") return check_template(value);
  if (type.value() == "RobertaProcessing") return read_roberta(value, spec);
  return value["type"].wrong("\"TemplateProcessing\" or \"RobertaProcessing\"");
}

Status check_decoder(const Json& value) {
  return value.is_nothing() ? Status() : value["type"].expect_string("Metaspace");
}

}  // namespace

Status read_pipeline(const Json& root, TokenizerSpec& spec) {
  XLMR_RETURN_IF_ERROR(read_normalizers(root["normalizer"], spec));
  XLMR_RETURN_IF_ERROR(read_pretokenizer(root["pre_tokenizer"], spec));
  XLMR_RETURN_IF_ERROR(read_post_processor(root["post_processor"], spec));
  return check_decoder(root["decoder"]);
}

}  // namespace xlmr
