// SPDX-License-Identifier: Apache-2.0
#include "text/pretokenizer.h"

#include <string_view>

#include "base/utf8.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

// Whether a space or a ▁ is there.
bool begins_word(std::string_view text, size_t at) {
  return text[at] == ' ' || (text[at] == kMeta[0] && text.substr(at, kMeta.size()) == kMeta);
}

void metaspace(const AlignedText& normalized, ByteRange range, const PretokenizerOptions& options,
               AlignedText& words, std::vector<ByteRange>& bounds) {
  if (range.empty()) return;
  const std::string_view text = normalized.text();
  const std::string_view span = text.substr(range.begin, range.size());
  const bool prepends = options.prepend == PrependScheme::always ||
                        (options.prepend == PrependScheme::first &&
                         normalized.origin(range.begin, range.begin + 1).begin == 0);

  const auto first = static_cast<uint32_t>(words.size());
  if (prepends && span.front() != ' ' && !span.starts_with(kMeta)) {
    const size_t size = codepoint_size(span.front());
    words.append(kMeta, normalized.origin(range.begin, range.begin + size));
  }
  uint32_t word = first;
  const auto close_word = [&](uint32_t end) {
    if (word < end) bounds.push_back({word, end});
    word = end;
  };
  for (uint32_t at = range.begin; at < range.end;) {
    uint32_t next = at;
    while (next < range.end && !begins_word(text, next)) ++next;
    words.append(normalized, at, next);
    if (next == range.end) break;
    if (options.split_at_meta) close_word(static_cast<uint32_t>(words.size()));
    at = next + static_cast<uint32_t>(codepoint_size(text[next]));
    words.append(kMeta, normalized.origin(next, at));
  }
  close_word(static_cast<uint32_t>(words.size()));
}

}  // namespace

void pretokenize(const AlignedText& normalized, ByteRange range, const PretokenizerOptions& options,
                 AlignedText& words, std::vector<ByteRange>& bounds) {
  if (!options.whitespace_split) {
    metaspace(normalized, range, options, words, bounds);
    return;
  }
  uint32_t begin = range.begin;
  for (uint32_t at = range.begin; at < range.end;) {
    const auto [value, size] = decode_valid(normalized.text(), at);
    const auto next = at + static_cast<uint32_t>(size);
    if (is_whitespace(value)) {
      metaspace(normalized, {begin, at}, options, words, bounds);
      begin = next;
    }
    at = next;
  }
  metaspace(normalized, {begin, range.end}, options, words, bounds);
}

}  // namespace xlmr
