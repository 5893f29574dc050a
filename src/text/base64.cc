// SPDX-License-Identifier: Apache-2.0
#include "text/base64.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace xlmr {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool is_padding = at + padding >= text.size();
    const size_t value = is_padding ? 0 : kAlphabet.find(text[at]);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<uint32_t>(value);
    if (at % 4 != 3) continue;
    for (const int shift : {16, 8, 0}) bytes += static_cast<char>(bits >> shift & 0xFF);
    bits = 0;
  }
  // What padding stands for has to be zero, or two texts would have one meaning.
  const std::string_view rest = std::string_view(bytes).substr(bytes.size() - padding);
  if (std::any_of(rest.begin(), rest.end(), [](char byte) { return byte != 0; })) {
    return std::nullopt;
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

}  // namespace xlmr
