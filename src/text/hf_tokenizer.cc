// SPDX-License-Identifier: Apache-2.0
#include "text/hf_tokenizer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "text/lowercase.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

// Added tokens in the order that AddedTokens needs. Where several normalise alike, the reference
// finds the first, special ones before others; AddedTokens finds the last.
std::vector<AddedToken> select(const std::vector<AddedToken>& tokens, bool normalized) {
  std::vector<AddedToken> selected;
  std::copy_if(tokens.rbegin(), tokens.rend(), std::back_inserter(selected),
               [&](const AddedToken& token) { return token.normalized == normalized; });
  std::stable_partition(selected.begin(), selected.end(),
                        [](const AddedToken& token) { return !token.special; });
  return selected;
}

void strip_right(AlignedText& text) {
  size_t size = text.text().size();
  while (size > 0) {
    const size_t last = codepoint_before(text.text(), size);
    if (!is_whitespace(decode_codepoint(text.text(), last).value)) break;
    size = last;
  }
  text.truncate(size);
}

AlignedText collapse_spaces(const AlignedText& text) {
  AlignedText out;
  for (size_t at = 0; at < text.text().size();) {
    const size_t run = std::min(text.text().find_first_not_of(' ', at), text.text().size()) - at;
    const size_t size = run > 1 ? run : codepoint_size(text.text()[at]);
    const std::string_view bytes = text.text().substr(at, size);
    out.append(run > 1 ? kMeta : bytes, text.origin(run > 1 ? at + size - 1 : at, at + size));
    at += size;
  }
  return out;
}

}  // namespace

HfTokenizer::HfTokenizer(std::shared_ptr<const Lexicon> lexicon, Pipeline pipeline)
    : lexicon_(std::move(lexicon)),
      lowercase_(pipeline.lowercase),
      strip_right_(pipeline.strip_right),
      collapse_spaces_(pipeline.collapse_spaces),
      pretokenizer_(pipeline.pretokenizer),
      trimming_(pipeline.trim_offsets),
      added_pieces_(std::move(pipeline.added_pieces)),
      raw_tokens_(select(pipeline.added_tokens, false)) {
  std::vector<AddedToken> tokens = select(pipeline.added_tokens, true);
  for (AddedToken& token : tokens) {
    AlignedText content;
    normalize(token.content, {0, static_cast<uint32_t>(token.content.size())}, Alignment::exact,
              content);
    token.content = std::string(content.text());
  }
  // The reference finds these between any two bytes, which no text but ASCII survives.
  std::erase_if(tokens, [](const AddedToken& token) { return token.content.empty(); });
  normalized_tokens_ = AddedTokens(std::move(tokens));
}

std::string_view HfTokenizer::piece(int32_t id) const {
  const int32_t added = id - lexicon_->vocabulary().size();
  if (added < 0) return lexicon_->vocabulary()[id];
  const auto at = static_cast<size_t>(added);
  return at < added_pieces_.size() ? std::string_view(added_pieces_[at]) : std::string_view();
}

Result<Encoding> HfTokenizer::encode(std::string_view text, Alignment alignment) const {
  Work work;
  XLMR_RETURN_IF_ERROR(encode(text, alignment, work));
  return std::move(work.encoding);
}

Result<const Encoding*> HfTokenizer::encode(std::string_view text, Alignment alignment,
                                            Work& work) const {
  work.alignment = alignment;
  work.encoding.clear();
  work.normalized_bytes = 0;
  work.next_word = 0;
  work.segments.clear();
  raw_tokens_.split(text, work.segments);
  for (const AddedTokenSpan& segment : work.segments) {
    if (segment.id == AddedTokenSpan::kPlainText) {
      if (!encode_segment(text, segment.range, work)) return too_long_normalized(text);
    } else {
      const ByteRange range = segment.range;
      push_added(segment.id, text, range, text.substr(range.begin, range.size()), work);
    }
  }
  return &work.encoding;
}

void HfTokenizer::push_added(int32_t id, std::string_view text, ByteRange range,
                             std::string_view token, Work& work) const {
  work.encoding.ranges.push_back(trimmed(text, range, token, work));
  work.encoding.ids.push_back(id);
  work.encoding.words.push_back(work.next_word++);
}

ByteRange HfTokenizer::trimmed(std::string_view text, ByteRange range, std::string_view token,
                               const Work& work) const {
  if (!trimming_ || work.alignment == Alignment::exact) return range;
  return trim_offsets(text, range, token, work.encoding.ranges.empty(), *trimming_);
}

void HfTokenizer::normalize(std::string_view text, ByteRange segment, Alignment alignment,
                            AlignedText& out) const {
  const std::string_view part = text.substr(segment.begin, segment.size());
  if (lowercase_) {
    AlignedText lower;
    xlmr::lowercase(part, segment.begin, lower);
    lexicon_->normalizer().normalize(lower.text(), /*origin=*/0, alignment, out);
    out.trace_through(lower);
  } else {
    lexicon_->normalizer().normalize(part, segment.begin, alignment, out);
  }
  if (strip_right_) xlmr::strip_right(out);
  if (collapse_spaces_) out = xlmr::collapse_spaces(out);
}

// False where the text is too long once it is normalised.
bool HfTokenizer::encode_segment(std::string_view text, ByteRange segment, Work& work) const {
  work.normalized.clear();
  normalize(text, segment, work.alignment, work.normalized);
  work.normalized_bytes += work.normalized.size();
  if (work.normalized_bytes > kMaxNormalizedBytes) return false;
  work.spans.clear();
  normalized_tokens_.split(work.normalized.text(), work.spans);
  for (const AddedTokenSpan& span : work.spans) {
    if (span.id == AddedTokenSpan::kPlainText) {
      encode_words(text, span.range, work);
    } else {
      const auto [begin, end] = span.range;
      push_added(span.id, text, work.normalized.origin(begin, end),
                 work.normalized.text().substr(begin, end - begin), work);
    }
  }
  return true;
}

// Where one ▁ stands for the space before a word, the reference's range begins at the space. What
// became a space need not be one: a zero-width space, or the ▁ that the charsmap knows.
ByteRange HfTokenizer::range_after_space(std::string_view text, ByteRange piece, ByteRange word,
                                         const AlignedText& words) const {
  const ByteRange range = words.origin(piece.begin, piece.end);
  const bool is_literal = lexicon_->keeps_meta() && text.substr(range.begin).starts_with(kMeta);
  const bool is_spaced = words.text().substr(piece.begin).starts_with(kMeta) && !is_literal;
  const uint32_t next = piece.begin + static_cast<uint32_t>(kMeta.size());
  if (!is_spaced || next >= word.end) return range;
  const ByteRange first = words.origin(next, next + 1);
  return {first.begin, std::max(range.end, first.end)};
}

void HfTokenizer::encode_words(std::string_view text, ByteRange normalized, Work& work) const {
  work.words.clear();
  work.bounds.clear();
  pretokenize(work.normalized, normalized, pretokenizer_, work.words, work.bounds);
  const bool has_spaces = work.alignment == Alignment::exact && !pretokenizer_.whitespace_split;
  for (const ByteRange word : work.bounds) {
    work.pieces.clear();
    lexicon_->unigram().segment(work.words.text().substr(word.begin, word.size()), work.scratch,
                                work.pieces);
    uint32_t begin = word.begin;
    for (const SegmentedPiece& piece : work.pieces) {
      work.encoding.ids.push_back(piece.id);
      const ByteRange bytes{begin, begin + piece.size};
      const ByteRange range = has_spaces ? range_after_space(text, bytes, word, work.words)
                                         : work.words.origin(bytes.begin, bytes.end);
      const std::string_view token = work.words.text().substr(begin, piece.size);
      work.encoding.ranges.push_back(trimmed(text, range, token, work));
      work.encoding.words.push_back(work.next_word);
      begin += piece.size;
    }
    ++work.next_word;
  }
}

}  // namespace xlmr
