// SPDX-License-Identifier: Apache-2.0
// ByteReader: a bounds-checked cursor over bytes that came from a file.
//
// Invariant: position() <= size(); a read that would pass the end returns nothing and moves
// nothing.
//
//   ByteReader r("\x96\x01");
//   r.varint()   -> 150
//   r.varint()   -> nullopt (at the end)
#ifndef XLMR_BASE_BYTE_READER_H_
#define XLMR_BASE_BYTE_READER_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace xlmr {

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] size_t position() const { return position_; }
  [[nodiscard]] size_t remaining() const { return bytes_.size() - position_; }
  [[nodiscard]] bool at_end() const { return remaining() == 0; }

  /// The next `count` bytes, or nothing if fewer are left.
  std::optional<std::string_view> bytes(uint64_t count) {
    if (count > remaining()) return std::nullopt;
    const std::string_view taken = bytes_.substr(position_, static_cast<size_t>(count));
    position_ += taken.size();
    return taken;
  }

  /// Up to the next '\n', which is read and left out; nothing if there is none.
  std::optional<std::string_view> line() {
    const size_t end = bytes_.find('\n', position_);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view taken = bytes_.substr(position_, end - position_);
    position_ = end + 1;
    return taken;
  }

  /// Base-128 varint of at most 64 bits (Protocol Buffers encoding).
  std::optional<uint64_t> varint() {
    if (!at_end() && static_cast<uint8_t>(bytes_[position_]) < 0x80) {  // as most are
      return static_cast<uint8_t>(bytes_[position_++]);
    }
    uint64_t value = 0;
    for (size_t i = 0; i < 10 && i < remaining(); ++i) {
      const auto byte = static_cast<uint8_t>(bytes_[position_ + i]);
      if (i == 9 && byte > 1) return std::nullopt;  // bits past the 64th
      value |= static_cast<uint64_t>(byte & 0x7F) << (7 * i);
      if (byte < 0x80) {
        position_ += i + 1;
        return value;
      }
    }
    return std::nullopt;
  }

  /// IEEE-754 single, little-endian.
  std::optional<float> f32() {
    static_assert(std::endian::native == std::endian::little);
    const auto raw = bytes(sizeof(float));
    if (!raw) return std::nullopt;
    float value = 0;
    std::memcpy(&value, raw->data(), sizeof(float));
    return value;
  }

 private:
  std::string_view bytes_;
  size_t position_ = 0;
};

}  // namespace xlmr

#endif  // XLMR_BASE_BYTE_READER_H_
