// SPDX-License-Identifier: Apache-2.0
// SentencePieceModel: a validated view of a `sentencepiece.bpe.model` file (protobuf ModelProto).
//
// Invariant: once read() succeeds, the file is a unigram model whose pieces are unique, non-empty,
// bounded, valid UTF-8 with finite scores; piece 0 is the only unknown and 1 and 2 are `<s>` and
// `</s>`, the layout that XLM-R's id mapping builds on. Only then may a library see the bytes.
//
//   auto model = SentencePieceModel::read(bytes);
//   model.value().pieces[3]   -> {",", -3.46, PieceType::normal}
//
// The reader knows the wire format only as far as it needs: it does not recurse, rejects groups and
// skips fields it does not use. Source: sentencepiece_model.proto of SentencePiece 0.2.2.
#ifndef XLMR_TEXT_SENTENCEPIECE_MODEL_H_
#define XLMR_TEXT_SENTENCEPIECE_MODEL_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xlmr {

enum class PieceType {
  normal = 1,
  unknown = 2,
  control = 3,
  user_defined = 4,
  unused = 5,
  byte = 6
};

struct SentencePieceEntry {
  std::string_view text;
  float score = 0;  ///< log probability
  PieceType type = PieceType::normal;
};

struct SentencePieceModel {
  static constexpr size_t kMaxPieces = 4'000'000;
  static constexpr size_t kMaxPieceBytes = 1024;

  std::vector<SentencePieceEntry> pieces;  ///< by SentencePiece id; views into the file's bytes
  size_t text_bytes = 0;                   ///< of all pieces
  std::string_view charsmap;               ///< normaliser rules, not yet validated; may be empty

  /// Views `bytes`, which must outlive the result. Errors: invalid_tokenizer. Whether pieces are
  /// unique is left to check_unique(), which takes as long as all the rest.
  [[nodiscard]] static Result<SentencePieceModel> read(std::string_view bytes);

  /// Errors: invalid_tokenizer, naming the first piece that an earlier one equals.
  [[nodiscard]] Status check_unique() const;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_SENTENCEPIECE_MODEL_H_
