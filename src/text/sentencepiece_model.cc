// SPDX-License-Identifier: Apache-2.0
#include "text/sentencepiece_model.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_reader.h"
#include "base/utf8.h"
#include "text/protobuf_fields.h"
#include "text/repeated.h"

namespace xlmr {
namespace {

// Field numbers of sentencepiece_model.proto.
constexpr uint64_t kModelPieces = 1;
constexpr uint64_t kModelTrainerSpec = 2;
constexpr uint64_t kModelNormalizerSpec = 3;
constexpr uint64_t kNormalizerCharsmap = 2;
constexpr uint64_t kTrainerModelType = 3;
constexpr uint64_t kPieceText = 1;
constexpr uint64_t kPieceScore = 2;
constexpr uint64_t kPieceType = 3;
constexpr uint64_t kUnigram = 1;

Status wrong_piece(size_t id, std::string_view what, const AsText& found) {
  return invalid_tokenizer(expected(concat("piece ", id), what, found));
}

// Not inlined: V8 optimises a WebAssembly function when it is called again.
[[gnu::noinline]] Status read_piece(std::string_view message, SentencePieceModel& model) {
  const size_t id = model.pieces.size();
  if (id == SentencePieceModel::kMaxPieces) {
    return invalid_tokenizer(
        concat("expected at most ", SentencePieceModel::kMaxPieces, " pieces"));
  }
  SentencePieceEntry& piece = model.pieces.emplace_back();
  ProtobufFields fields(message);
  while (const auto field = fields.next()) {
    if (field->number == kPieceText && field->type == WireType::bytes) {
      piece.text = field->payload;
    } else if (field->number == kPieceScore && field->type == WireType::fixed32) {
      piece.score = ByteReader(field->payload).f32().value_or(0);  // four bytes are there
    } else if (field->number == kPieceType && field->type == WireType::varint) {
      if (field->varint < 1 || field->varint > 6) {
        return wrong_piece(id, "a type from 1 to 6", field->varint);
      }
      piece.type = static_cast<PieceType>(field->varint);
    }
  }
  if (fields.failed()) return wrong_piece(id, "a protobuf message", "malformed bytes");
  if (piece.text.empty()) return wrong_piece(id, "a text", "none");
  if (piece.text.size() > SentencePieceModel::kMaxPieceBytes) {
    return wrong_piece(id, concat("at most ", SentencePieceModel::kMaxPieceBytes, " bytes"),
                       piece.text.size());
  }
  if (first_invalid_utf8(piece.text) || piece.text.find('\0') != std::string_view::npos) {
    return wrong_piece(id, "UTF-8 without NUL", "other bytes");
  }
  if (!std::isfinite(piece.score)) return wrong_piece(id, "a finite score", "none");
  model.text_bytes += piece.text.size();
  return {};
}

Result<uint64_t> read_model_type(std::string_view trainer_spec) {
  uint64_t type = kUnigram;  // the proto's default
  ProtobufFields fields(trainer_spec);
  while (const auto field = fields.next()) {
    if (field->number == kTrainerModelType && field->type == WireType::varint) type = field->varint;
  }
  if (fields.failed()) return invalid_tokenizer("trainer_spec: expected a protobuf message");
  return type;
}

Result<std::string_view> read_charsmap(std::string_view normalizer_spec) {
  std::string_view charsmap;
  ProtobufFields fields(normalizer_spec);
  while (const auto field = fields.next()) {
    if (field->number == kNormalizerCharsmap && field->type == WireType::bytes) {
      charsmap = field->payload;
    }
  }
  if (fields.failed()) return invalid_tokenizer("normalizer_spec: expected a protobuf message");
  return charsmap;
}

Status check_xlmr_layout(const std::vector<SentencePieceEntry>& pieces) {
  constexpr std::string_view kSpecials[] = {"<unk>", "<s>", "</s>"};
  if (pieces.size() <= std::size(kSpecials)) {
    return invalid_tokenizer(concat("expected more than 3 pieces, found ", pieces.size()));
  }
  for (size_t id = 0; id < std::size(kSpecials); ++id) {
    const PieceType type = id == 0 ? PieceType::unknown : PieceType::control;
    if (pieces[id].text != kSpecials[id] || pieces[id].type != type) {
      return wrong_piece(id, concat("the special token ", kSpecials[id]),
                         concat("\"", pieces[id].text, "\""));
    }
  }
  for (size_t id = 1; id < pieces.size(); ++id) {
    if (pieces[id].type == PieceType::unknown) {
      return wrong_piece(id, "piece 0 to be the only unknown", "a second one");
    }
  }
  return {};
}

}  // namespace

Status SentencePieceModel::check_unique() const {
  std::vector<std::string_view> texts;
  texts.reserve(pieces.size());
  for (const SentencePieceEntry& piece : pieces) texts.push_back(piece.text);
  const auto id = first_repeated(texts);
  if (!id) return {};
  return wrong_piece(*id, "unique pieces", concat("\"", texts[*id], "\" again"));
}

Result<SentencePieceModel> SentencePieceModel::read(std::string_view bytes) {
  SentencePieceModel model;
  constexpr size_t kUsualPieceBytes = 20;
  model.pieces.reserve(std::min(bytes.size() / kUsualPieceBytes, kMaxPieces));
  ProtobufFields fields(bytes);
  while (const auto field = fields.next()) {
    if (field->type != WireType::bytes) continue;
    if (field->number == kModelPieces) {
      XLMR_RETURN_IF_ERROR(read_piece(field->payload, model));
    } else if (field->number == kModelTrainerSpec) {
      const auto type = read_model_type(field->payload);
      XLMR_RETURN_IF_ERROR(type);
      if (type.value() != kUnigram) {
        return invalid_tokenizer(expected("trainer_spec", "model type 1 (unigram)", type.value()));
      }
    } else if (field->number == kModelNormalizerSpec) {
      const auto charsmap = read_charsmap(field->payload);
      XLMR_RETURN_IF_ERROR(charsmap);
      model.charsmap = charsmap.value();
    }
  }
  if (fields.failed()) {
    return invalid_tokenizer(concat(
        "expected a whole SentencePiece model, found malformed or truncated protobuf at byte ",
        fields.position(), " of ", bytes.size()));
  }
  XLMR_RETURN_IF_ERROR(check_xlmr_layout(model.pieces));
  return model;
}

}  // namespace xlmr
