// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.h"

#include <sentencepiece_processor.h>

#include <string>
#include <utility>

#include "base/offset_map.h"
#include "base/utf8.h"
#include "text/sentencepiece_model.h"
#include "text/special_tokens.h"

namespace xlmr {
namespace {

size_t codepoint_before(std::string_view text, size_t at) {
  do --at;
  while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80);
  return at;
}

// SentencePiece counts the white space before a piece as part of it, and gives a piece that shares
// its character with the next one (a lone ▁; all but the last piece of a character that
// normalisation expands) no bytes at all. Both are put as Hugging Face puts them.
ByteRange covered(std::string_view text, ByteRange surface) {
  size_t begin = surface.begin;
  size_t end = surface.end;
  while (begin < end) {
    const auto [value, size] = decode_codepoint(text, begin);
    if (!is_whitespace(value)) break;
    begin += size;
  }
  while (end > begin) {
    const size_t last = codepoint_before(text, end);
    if (!is_whitespace(decode_codepoint(text, last).value)) break;
    end = last;
  }
  if (begin == end) {
    if (begin == text.size()) begin = codepoint_before(text, begin);
    end = begin + decode_codepoint(text, begin).size;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

Status check_text(std::string_view text) {
  // Every UTF-16 unit takes at most three bytes, so a longer text needs no closer look.
  const bool surely_too_long = text.size() > size_t{3} * kMaxTextUnits;
  if (!surely_too_long) {
    if (const auto at = first_invalid_utf8(text)) {
      return invalid_argument("text: expected UTF-8, found a malformed byte at " +
                              std::to_string(*at));
    }
    if (OffsetMap(text).utf16_size() <= kMaxTextUnits) return {};
  }
  return {StatusCode::text_too_long,
          "text: expected at most " + std::to_string(kMaxTextUnits) +
              " UTF-16 units, found more (" + std::to_string(text.size()) + " bytes of UTF-8)"};
}

}  // namespace

Tokenizer::Tokenizer(std::unique_ptr<sentencepiece::SentencePieceProcessor> processor)
    : processor_(std::move(processor)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::load(std::string_view model) {
  if (const auto valid = SentencePieceModel::read(model); !valid.ok()) return valid.status();
  auto processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
  if (const auto loaded = processor->LoadFromSerializedProto(model); !loaded.ok()) {
    return invalid_tokenizer("expected a model SentencePiece accepts, found: " +
                             std::string(loaded.message()));
  }
  return Tokenizer(std::move(processor));
}

Result<Encoding> Tokenizer::encode(std::string_view text) const {
  if (Status checked = check_text(text); !checked.ok()) return checked;
  const auto pieces = processor_->EncodeAsImmutableProto(text);
  Encoding encoding;
  encoding.ids.reserve(pieces.pieces_size());
  encoding.ranges.reserve(pieces.pieces_size());
  for (size_t i = 0; i < pieces.pieces_size(); ++i) {
    const auto piece = pieces.pieces(static_cast<int>(i));
    encoding.ids.push_back(xlmr_id(static_cast<int32_t>(piece.id())));
    encoding.ranges.push_back(covered(text, {piece.begin(), piece.end()}));
  }
  return encoding;
}

std::string_view Tokenizer::piece(int32_t id) const {
  const int32_t piece_count = processor_->GetPieceSize();
  if (id == kBosId) return "<s>";
  if (id == kPadId) return "<pad>";
  if (id == kEosId) return "</s>";
  if (id == kUnkId) return "<unk>";
  if (id == mask_id(piece_count)) return "<mask>";
  if (id < 0 || id > piece_count) return {};
  return processor_->IdToPiece(id - kFairseqOffset);
}

int32_t Tokenizer::vocabulary_size() const {
  return xlmr::vocabulary_size(processor_->GetPieceSize());
}

}  // namespace xlmr
