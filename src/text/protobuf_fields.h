// SPDX-License-Identifier: Apache-2.0
// ProtobufFields: walks the fields of one Protocol Buffers message without recursion or copies.
//
// Invariant: next() yields every well-formed field in file order, then nothing; failed() tells a
// clean end from a malformed one.
//
//   ProtobufFields fields("\x0a\x02hi");
//   fields.next()   -> {number 1, wire type bytes, payload "hi"}
//   fields.next()   -> nullopt, failed() == false
//
// Source: protobuf.dev/programming-guides/encoding. Groups (wire types 3 and 4) count as malformed.
#ifndef XLMR_TEXT_PROTOBUF_FIELDS_H_
#define XLMR_TEXT_PROTOBUF_FIELDS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/byte_reader.h"

namespace xlmr {

enum class WireType : uint8_t { varint = 0, fixed64 = 1, bytes = 2, fixed32 = 5 };

struct ProtobufField {
  uint64_t number = 0;
  WireType type = WireType::varint;
  uint64_t varint = 0;            ///< for WireType::varint
  std::string_view payload = {};  ///< for the other types: the raw bytes
};

class ProtobufFields {
 public:
  explicit ProtobufFields(std::string_view message) : reader_(message) {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] size_t position() const { return reader_.position(); }

  std::optional<ProtobufField> next() {
    if (failed_ || reader_.at_end()) return std::nullopt;
    auto field = read();
    failed_ = !field;
    return field;
  }

 private:
  std::optional<ProtobufField> read() {
    const auto tag = reader_.varint();
    if (!tag || (*tag >> 3) == 0) return std::nullopt;
    ProtobufField field{.number = *tag >> 3, .type = static_cast<WireType>(*tag & 7)};
    std::optional<std::string_view> payload;
    switch (field.type) {
      case WireType::varint: {
        const auto value = reader_.varint();
        if (!value) return std::nullopt;
        field.varint = *value;
        return field;
      }
      case WireType::fixed64:
        payload = reader_.bytes(8);
        break;
      case WireType::fixed32:
        payload = reader_.bytes(4);
        break;
      case WireType::bytes:
        if (const auto size = reader_.varint()) payload = reader_.bytes(*size);
        break;
    }
    if (!payload) return std::nullopt;
    field.payload = *payload;
    return field;
  }

  ByteReader reader_;
  bool failed_ = false;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_PROTOBUF_FIELDS_H_
