// SPDX-License-Identifier: Apache-2.0
#include "text/added_tokens.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/unicode/word_character.h"

namespace xlmr {
namespace {

// Where the white space before `at` begins, `limit` at the earliest.
size_t white_space_before(std::string_view text, size_t at, size_t limit) {
  while (at > limit) {
    const size_t previous = codepoint_before(text, at);
    if (!is_whitespace(decode_codepoint(text, previous).value)) break;
    at = previous;
  }
  return at;
}

size_t white_space_after(std::string_view text, size_t at) {
  while (at < text.size()) {
    const auto [value, size] = decode_codepoint(text, at);
    if (!is_whitespace(value)) break;
    at += size;
  }
  return at;
}

bool touches_word(std::string_view text, size_t begin, size_t end) {
  const bool before =
      begin > 0 && is_word_character(decode_codepoint(text, codepoint_before(text, begin)).value);
  return before || (end < text.size() && is_word_character(decode_codepoint(text, end).value));
}

}  // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : tokens_(std::move(tokens)) {
  if (tokens_.empty()) return;
  std::vector<std::string_view> contents;
  for (const AddedToken& token : tokens_) {
    contents.push_back(token.content);
    starts_[static_cast<uint8_t>(token.content.front())] = true;
  }
  trie_ = PieceTrie(contents);
}

const AddedToken* AddedTokens::longest_at(std::string_view text, size_t at) const {
  const AddedToken* longest = nullptr;
  trie_.for_each_prefix(text.substr(at), [&](int32_t token, size_t) {
    longest = &tokens_[static_cast<size_t>(token)];
  });
  return longest;
}

void AddedTokens::split(std::string_view text, std::vector<AddedTokenSpan>& out) const {
  size_t done = 0;
  const auto push = [&](size_t begin, size_t end, int32_t id) {
    if (begin >= end) return;
    out.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, id});
  };
  for (size_t at = 0; at < text.size();) {
    const AddedToken* token =
        starts_[static_cast<uint8_t>(text[at])] ? longest_at(text, at) : nullptr;
    if (token == nullptr) {
      ++at;
      continue;
    }
    const size_t end = at + token->content.size();
    if (token->split || (token->single_word && touches_word(text, at, end))) {
      at = end;
      continue;
    }
    // The token before may have taken white space that this one is made of.
    const size_t taken = std::max(end, done);
    const size_t to = token->strip_right ? white_space_after(text, taken) : end;
    const size_t first =
        token->strip_left ? white_space_before(text, std::max(at, done), done) : at;
    const size_t from = first > to ? at : first;  // where the reference gives up
    push(done, from, AddedTokenSpan::kPlainText);
    push(from, to, token->id);
    done = to;
    at = end;
  }
  push(done, text.size(), AddedTokenSpan::kPlainText);
}

}  // namespace xlmr
