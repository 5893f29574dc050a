// SPDX-License-Identifier: Apache-2.0
#include "text/hf_tokenizer.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr std::string_view kMeta = "\u2581";

Unigram make_unigram(const Vocabulary& vocabulary, std::vector<double> scores, int32_t unknown) {
  std::vector<std::string_view> pieces;
  pieces.reserve(scores.size());
  for (int32_t id = 0; id < vocabulary.size(); ++id) pieces.push_back(vocabulary[id]);
  return {pieces, std::move(scores), unknown};
}

std::vector<AddedToken> select(const std::vector<AddedToken>& tokens, bool normalized) {
  std::vector<AddedToken> selected;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(selected),
               [&](const AddedToken& token) { return token.normalized == normalized; });
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

HfTokenizer::HfTokenizer(TokenizerSpec spec)
    : vocabulary_(std::move(spec.vocabulary)),
      unigram_(make_unigram(vocabulary_, std::move(spec.scores), spec.unknown)),
      normalizer_(std::move(spec.charsmap)),
      strip_right_(spec.strip_right),
      collapse_spaces_(spec.collapse_spaces),
      pretokenizer_(spec.pretokenizer),
      raw_tokens_(select(spec.added_tokens, false)) {
  std::vector<AddedToken> tokens = select(spec.added_tokens, true);
  for (AddedToken& token : tokens) {
    AlignedText content;
    normalize(token.content, {0, static_cast<uint32_t>(token.content.size())}, Alignment::exact,
              content);
    token.content = std::string(content.text());
  }
  std::erase_if(tokens, [](const AddedToken& token) { return token.content.empty(); });
  normalized_tokens_ = AddedTokens(std::move(tokens));
}

Encoding HfTokenizer::encode(std::string_view text, Alignment alignment) const {
  Work work;
  static_cast<void>(encode(text, alignment, work));
  return std::move(work.encoding);
}

const Encoding& HfTokenizer::encode(std::string_view text, Alignment alignment, Work& work) const {
  work.alignment = alignment;
  work.encoding.clear();
  work.next_word = 0;
  work.segments.clear();
  raw_tokens_.split(text, work.segments);
  for (const AddedTokenSpan& segment : work.segments) {
    if (segment.id == AddedTokenSpan::kPlainText) {
      encode_segment(text, segment.range, work);
    } else {
      push_word(segment.id, segment.range, work);
    }
  }
  return work.encoding;
}

void HfTokenizer::push_word(int32_t id, ByteRange range, Work& work) {
  work.encoding.ids.push_back(id);
  work.encoding.ranges.push_back(range);
  work.encoding.words.push_back(work.next_word++);
}

void HfTokenizer::normalize(std::string_view text, ByteRange segment, Alignment alignment,
                            AlignedText& out) const {
  normalizer_.normalize(text.substr(segment.begin, segment.size()), segment.begin, alignment, out);
  if (strip_right_) xlmr::strip_right(out);
  if (collapse_spaces_) out = xlmr::collapse_spaces(out);
}

void HfTokenizer::encode_segment(std::string_view text, ByteRange segment, Work& work) const {
  work.normalized.clear();
  normalize(text, segment, work.alignment, work.normalized);
  work.spans.clear();
  normalized_tokens_.split(work.normalized.text(), work.spans);
  for (const AddedTokenSpan& span : work.spans) {
    if (span.id == AddedTokenSpan::kPlainText) {
      encode_words(span.range, work);
    } else {
      push_word(span.id, work.normalized.origin(span.range.begin, span.range.end), work);
    }
  }
}

void HfTokenizer::encode_words(ByteRange normalized, Work& work) const {
  work.words.clear();
  work.bounds.clear();
  pretokenize(work.normalized, normalized, pretokenizer_, work.words, work.bounds);
  for (const ByteRange word : work.bounds) {
    work.pieces.clear();
    unigram_.segment(work.words.text().substr(word.begin, word.size()), work.scratch, work.pieces);
    uint32_t begin = word.begin;
    for (const SegmentedPiece& piece : work.pieces) {
      work.encoding.ids.push_back(piece.id);
      work.encoding.ranges.push_back(work.words.origin(begin, begin + piece.size));
      work.encoding.words.push_back(work.next_word);
      begin += piece.size;
    }
    ++work.next_word;
  }
}

}  // namespace xlmr
