// SPDX-License-Identifier: Apache-2.0
// decode_base64: RFC 4648 with padding, and nothing but it.
//
// Invariant: a text that is not exactly the encoding of some bytes gives nothing.
//
//   decode_base64("4paB")  ->  "▁"      decode_base64("4pa")  ->  nothing
#ifndef XLMR_TEXT_BASE64_H_
#define XLMR_TEXT_BASE64_H_

#include <optional>
#include <string>
#include <string_view>

namespace xlmr {

[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace xlmr

#endif  // XLMR_TEXT_BASE64_H_
