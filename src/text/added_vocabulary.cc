// SPDX-License-Identifier: Apache-2.0
#include "text/added_vocabulary.h"

#include <set>
#include <utility>

#include "base/concat.h"
#include "text/sentencepiece_model.h"

namespace xlmr {
namespace {

bool is_equal(const AddedToken& a, const AddedToken& b) {
  return a.content == b.content && a.special == b.special && a.single_word == b.single_word &&
         a.strip_left == b.strip_left && a.strip_right == b.strip_right &&
         a.normalized == b.normalized;
}

}  // namespace

// What the token has, or would get.
int32_t AddedVocabulary::id_for(std::string_view content) const {
  if (const auto known = latest_.find(content); known != latest_.end()) return known->second.id;
  return lexicon_.id_of(content).value_or(next_id());
}

Status AddedVocabulary::put(const AddedToken& token) {
  if (token.content.empty()) return {};
  const int32_t id = id_for(token.content);
  if (static_cast<uint32_t>(id) >= SentencePieceModel::kMaxPieces) {
    return invalid_tokenizer(expected(
        "added tokens", concat("at most ", SentencePieceModel::kMaxPieces, " with the pieces"),
        token.content));
  }
  if (id == next_id()) pieces_.push_back(token.content);
  AddedToken& latest = latest_[token.content];
  const bool is_again = is_equal(latest, token);
  latest = token;
  latest.id = id;
  if (!is_again && !special_contents_.contains(token.content)) plain_.push_back(token);
  return {};
}

Status AddedVocabulary::add(std::span<const AddedToken> tokens) {
  // The special ones of a batch count as such from its beginning on.
  for (const AddedToken& token : tokens) {
    const bool is_first =
        token.special && !token.content.empty() && special_contents_.insert(token.content).second;
    if (is_first) special_.push_back(token);
  }
  for (const AddedToken& token : tokens) XLMR_RETURN_IF_ERROR(put(token));
  return {};
}

Status AddedVocabulary::add_as_declared(const DeclaredTokens& declared) {
  std::set<int32_t> seen;
  const auto wrong = [&](size_t i, const AsText& what, const AsText& found) {
    const auto place = declared.is_by_id ? concat(".", declared.tokens[i].id) : concat("[", i, "]");
    return invalid_tokenizer(expected(declared.where + place, what, found));
  };
  AddedVocabulary numbered(*this);
  for (size_t i = 0; i < declared.tokens.size(); ++i) {
    const AddedToken& token = declared.tokens[i];
    const int32_t id = numbered.id_for(token.content);
    if (id != token.id) {
      return wrong(i, concat("the id ", id, " for ", token.content), token.id);
    }
    if (!seen.insert(id).second) {
      return wrong(i, "each token once", concat(token.content, " again"));
    }
    XLMR_RETURN_IF_ERROR(numbered.put(token));
  }
  return add(declared.tokens);
}

std::vector<AddedToken> AddedVocabulary::tokens(bool splits_special) const {
  std::vector<AddedToken> all;
  std::set<std::string_view> seen;
  const auto append = [&](const std::vector<AddedToken>& list, bool special) {
    for (const AddedToken& each : list) {
      AddedToken token = latest_.find(each.content)->second;
      token.special = special;
      token.split = splits_special && special_contents_.contains(token.content);
      if (again_ == AddedAgain::keeps_place)
        token.normalized = each.normalized;
      else if (!seen.insert(each.content).second)
        continue;
      all.push_back(std::move(token));
    }
  };
  append(special_, true);
  append(plain_, false);
  return all;
}

}  // namespace xlmr
