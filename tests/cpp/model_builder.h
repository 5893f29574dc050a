// SPDX-License-Identifier: Apache-2.0
// ModelBuilder: SentencePiece files small enough to reason about, and broken ones, for tests.
//
//   std::string bytes = ModelBuilder().piece("▁Lond", -1).piece("en", -2).bytes();
#ifndef XLMR_TESTS_MODEL_BUILDER_H_
#define XLMR_TESTS_MODEL_BUILDER_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/sentencepiece_model.h"

namespace xlmr {

inline std::string varint(uint64_t value) {
  std::string out;
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7F));
  return out + static_cast<char>(value);
}

inline std::string bytes_field(uint64_t number, std::string_view payload) {
  return varint(number << 3 | 2) + varint(payload.size()) + std::string(payload);
}

inline std::string varint_field(uint64_t number, uint64_t value) {
  return varint(number << 3) + varint(value);
}

inline std::string piece_message(std::string_view text, float score,
                                 PieceType type = PieceType::normal) {
  std::string raw(sizeof(float), '\0');
  std::memcpy(raw.data(), &score, sizeof(float));
  return bytes_field(1, text) + varint(2 << 3 | 5) + raw +
         varint_field(3, static_cast<uint64_t>(type));
}

class ModelBuilder {
 public:
  ModelBuilder() {
    piece("<unk>", 0, PieceType::unknown);
    piece("<s>", 0, PieceType::control);
    piece("</s>", 0, PieceType::control);
  }

  ModelBuilder& piece(std::string_view text, float score, PieceType type = PieceType::normal) {
    return raw(bytes_field(1, piece_message(text, score, type)));
  }
  ModelBuilder& model_type(uint64_t type) { return raw(bytes_field(2, varint_field(3, type))); }
  ModelBuilder& raw(std::string_view field) {
    bytes_ += field;
    return *this;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace xlmr

#endif  // XLMR_TESTS_MODEL_BUILDER_H_
