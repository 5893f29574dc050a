// SPDX-License-Identifier: Apache-2.0
#include "text/transformers_tokens.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xlmr {
namespace {

constexpr std::array<std::string_view, kSpecialNames.size()> kDefaults = {
    "<s>", "</s>", "<unk>", "</s>", "<pad>", "<s>", "<mask>"};
constexpr size_t kMask = kSpecialNames.size() - 1;

class Batch {
 public:
  Batch(TransformersVersion version, const TokenizerSpec& spec, const TokenizerConfig& config,
        const AddedVocabulary& added)
      : is_v4_(version == TransformersVersion::v4), spec_(spec), config_(config), added_(added) {}

  std::vector<AddedToken> tokens() {
    add_listed();
    add_named();
    for (const DeclaredSpecial& each : extra()) {
      if (is_v4_) named_.insert(each.token.content);
      add_special(each);
    }
    for (AddedToken& token : tokens_) {
      token.special = token.special || named_.contains(token.content);
    }
    return std::move(tokens_);
  }

 private:
  void add_listed() {
    std::vector<AddedToken> listed = config_.decoder ? config_.decoder->tokens : config_.indexed;
    if (is_v4_ && !config_.decoder) mark_older(listed);
    if (!config_.decoder && spec_.is_json) {
      listed.insert(listed.end(), spec_.declared.tokens.begin(), spec_.declared.tokens.end());
    }
    std::stable_sort(listed.begin(), listed.end(),
                     [](const AddedToken& a, const AddedToken& b) { return a.id < b.id; });
    for (AddedToken& token : listed) {
      with_flags_[token.content] = token;
      seen_.insert(token.content);
      tokens_.push_back(std::move(token));
    }
  }

  // What special_tokens_map.json lists, added_tokens.json has as special in version 4 only.
  void mark_older(std::vector<AddedToken>& listed) const {
    if (!config_.specials.older_additional) return;
    std::set<std::string_view> older;
    for (const DeclaredSpecial& each : *config_.specials.older_additional) {
      older.insert(each.token.content);
    }
    for (AddedToken& token : listed) {
      if (!older.contains(token.content)) continue;
      token.special = true;
      token.normalized = false;
    }
  }

  // The token as its file lists it, if one does.
  [[nodiscard]] DeclaredSpecial listed(const DeclaredSpecial& special) const {
    const auto found = with_flags_.find(special.token.content);
    return found == with_flags_.end() ? special : DeclaredSpecial{found->second, false};
  }

  void add_named() {
    std::vector<DeclaredSpecial> named;
    for (size_t i = 0; i < kSpecialNames.size(); ++i) {
      const auto& given = config_.specials.named[i];
      if (!given && !config_.is_xlmr_class()) continue;  // the defaults are that class's
      DeclaredSpecial special =
          given ? listed(*given)
                : DeclaredSpecial{{.content = std::string(kDefaults[i]), .special = true}};
      if (is_v4_ && i == kMask && special.is_text && config_.is_xlmr_class()) {
        special.token.strip_left = true;
        special.is_text = false;
      }
      named.push_back(std::move(special));
    }
    if (!is_v4_) {
      for (const auto* more : {&config_.specials.model_specific, &config_.specials.other}) {
        named.insert(named.end(), more->begin(), more->end());
      }
    }
    for (const DeclaredSpecial& each : named) named_.insert(each.token.content);
    for (const DeclaredSpecial& each : named) add_special(each);
  }

  void add_special(const DeclaredSpecial& special) {
    const std::string& content = special.token.content;
    if (is_v4_ && !seen_special_.insert(content).second) return;
    const bool is_known = seen_.contains(content) || added_.has(content);
    if (is_known && (special.is_text || !is_v4_)) return;
    tokens_.push_back(special.token);
    tokens_.back().special = special.token.special || is_v4_;
  }

  // Version 5 takes one of the lists. A vocabulary alone has one of its own symbols, which comes
  // before the older file's. That replaces the newer, unless this was renamed before, which it is
  // not where extra_special_tokens is an object.
  [[nodiscard]] std::vector<DeclaredSpecial> extra() const {
    const auto& [named, model_specific, other, newer, older, extra, names_extra] = config_.specials;
    const bool takes_older = spec_.is_json && older && (!newer || names_extra);
    const auto& additional = takes_older ? older : newer;
    std::vector<DeclaredSpecial> all;
    const auto append = [&](const std::vector<DeclaredSpecial>& list) {
      all.insert(all.end(), list.begin(), list.end());
    };
    if (is_v4_) {
      if (newer) append(*newer);
      if (older) append(*older);
      append(model_specific);
      if (extra) append(*extra);
      return all;
    }
    const bool has_extra = extra && !extra->empty();
    if (has_extra || (extra && !additional)) {
      append(*extra);
    } else if (additional && (spec_.is_json || !names_extra)) {
      append(*additional);
    } else {
      for (const AddedToken& symbol : spec_.symbols) all.push_back({symbol, false});
    }
    return all;
  }

  bool is_v4_;
  const TokenizerSpec& spec_;
  const TokenizerConfig& config_;
  const AddedVocabulary& added_;
  std::vector<AddedToken> tokens_;
  std::set<std::string, std::less<>> seen_;          // contents of those that are listed
  std::set<std::string, std::less<>> seen_special_;  // contents of special ones
  std::set<std::string, std::less<>> named_;
  std::map<std::string, AddedToken, std::less<>> with_flags_;
};

}  // namespace

Status add_transformers_tokens(TransformersVersion version, const TokenizerSpec& spec,
                               const TokenizerConfig& config, AddedVocabulary& added) {
  return added.add(Batch(version, spec, config, added).tokens());
}

}  // namespace xlmr
