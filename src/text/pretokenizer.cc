// SPDX-License-Identifier: Apache-2.0
#include "text/pretokenizer.h"

#include <string_view>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr std::string_view kMeta = "\u2581";

void metaspace(const AlignedText& normalized, ByteRange range, const PretokenizerOptions& options,
               AlignedText& words, std::vector<ByteRange>& bounds) {
  if (range.empty()) return;
  const std::string_view text(normalized.text);
  const std::string_view span = text.substr(range.begin, range.size());
  const bool prepends =
      options.prepend == PrependScheme::always ||
      (options.prepend == PrependScheme::first && normalized.begins[range.begin] == 0);

  const auto first = static_cast<uint32_t>(words.text.size());
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
    const auto size = static_cast<uint32_t>(codepoint_size(text[at]));
    const std::string_view codepoint = text.substr(at, size);
    const bool is_space = codepoint == " ";
    if (options.split_at_meta && (is_space || codepoint == kMeta)) {
      close_word(static_cast<uint32_t>(words.text.size()));
    }
    words.append(is_space ? kMeta : codepoint, normalized.origin(at, at + size));
    at += size;
  }
  close_word(static_cast<uint32_t>(words.text.size()));
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
    const auto [value, size] = decode_codepoint(normalized.text, at);
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
