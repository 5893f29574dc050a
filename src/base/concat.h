// SPDX-License-Identifier: Apache-2.0
// concat: texts and whole numbers in a row, as one text.
//
// Invariant: one allocation at most, whatever the number of parts; a part is only viewed.
//
//   concat("found ", 12, " bytes")   -> "found 12 bytes"
#ifndef XLMR_BASE_CONCAT_H_
#define XLMR_BASE_CONCAT_H_

#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace xlmr {

/// A part of concat(): a text, or the digits of a whole number. Made where it is passed, as it
/// views what it is made of.
class AsText {
 public:
  AsText(std::string_view text) : text_(text) {}    // NOLINT: implicit, so that both can be passed
  AsText(const std::string& text) : text_(text) {}  // NOLINT: as above
  AsText(const char* text) : text_(text) {}         // NOLINT: as above
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  AsText(Number number) {  // NOLINT: as above
    if constexpr (std::signed_integral<Number>) {
      set(int64_t{number});
    } else {
      set(uint64_t{number});
    }
  }

  AsText(const AsText&) = delete;
  AsText& operator=(const AsText&) = delete;

  [[nodiscard]] std::string_view view() const { return text_; }

 private:
  void set(int64_t number);
  void set(uint64_t number);

  std::string_view text_;
  std::array<char, 20> digits_;  // as many as the largest number has, and its sign
};

/// The parts of a concat() in a list.
[[nodiscard]] std::string concat_all(std::initializer_list<AsText> parts);

template <typename... Parts>
[[nodiscard]] std::string concat(const Parts&... parts) {
  return concat_all({AsText(parts)...});
}

}  // namespace xlmr

#endif  // XLMR_BASE_CONCAT_H_
