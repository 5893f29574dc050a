// SPDX-License-Identifier: Apache-2.0
#include "text/sentencepiece_tokenizer.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

// The library gives no bytes to a piece that shares its character with the next one.
ByteRange widened(std::string_view text, ByteRange span) {
  if (!span.empty()) return span;
  const size_t begin = span.begin == text.size() ? codepoint_before(text, span.begin) : span.begin;
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(begin + decode_codepoint(text, begin).size)};
}

/// Bytes that are normalised at a time to count what they become.
constexpr size_t kCountedBytes = 1U << 16;

// The library normalises all of a text at once, so what it becomes is counted before, part by part.
Status check_normalized(const sentencepiece::SentencePieceProcessor& processor,
                        std::string_view text) {
  std::string part;
  size_t size = 0;
  for (size_t begin = 0; text.size() > kCountedBytes && begin < text.size();) {
    size_t end = std::min(begin + kCountedBytes, text.size());
    if (end < text.size()) end = codepoint_before(text, end);
    const auto normalized = processor.Normalize(text.substr(begin, end - begin), &part);
    size += part.size();
    if (!normalized.ok() || size > kMaxNormalizedBytes) return too_long_normalized(text);
    begin = end;
  }
  return {};
}

}  // namespace

SentencePieceTokenizer::SentencePieceTokenizer(
    std::unique_ptr<sentencepiece::SentencePieceProcessor> processor)
    : processor_(std::move(processor)) {}
SentencePieceTokenizer::SentencePieceTokenizer(SentencePieceTokenizer&&) noexcept = default;
SentencePieceTokenizer& SentencePieceTokenizer::operator=(SentencePieceTokenizer&&) noexcept =
    default;
SentencePieceTokenizer::~SentencePieceTokenizer() = default;

Result<SentencePieceTokenizer> SentencePieceTokenizer::load(std::string_view model) {
  const auto valid = SentencePieceModel::read(model);
  XLMR_RETURN_IF_ERROR(valid);
  XLMR_RETURN_IF_ERROR(valid.value().check_unique());
  auto processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
  if (const auto loaded = processor->LoadFromSerializedProto(model); !loaded.ok()) {
    return invalid_tokenizer(
        concat("expected a model SentencePiece accepts, found: ", loaded.message()));
  }
  return SentencePieceTokenizer(std::move(processor));
}

Result<Encoding> SentencePieceTokenizer::encode(std::string_view text) const {
  XLMR_RETURN_IF_ERROR(check_text(text));
  XLMR_RETURN_IF_ERROR(check_normalized(*processor_, text));
  const auto pieces = processor_->EncodeAsImmutableProto(text);
  Encoding encoding;
  uint32_t words = 0;
  for (size_t i = 0; i < pieces.pieces_size(); ++i) {
    const auto piece = pieces.pieces(static_cast<int>(i));
    if (piece.piece().starts_with(kMeta)) ++words;
    encoding.ids.push_back(xlmr_id(static_cast<int32_t>(piece.id())));
    encoding.ranges.push_back(widened(text, {piece.begin(), piece.end()}));
    encoding.words.push_back(words == 0 ? 0 : words - 1);
  }
  return encoding;
}

std::string_view SentencePieceTokenizer::piece(int32_t id) const {
  return processor_->IdToPiece(id == kUnkId ? 0 : id - kFairseqOffset);
}

}  // namespace xlmr
