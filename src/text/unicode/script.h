// SPDX-License-Identifier: Apache-2.0
// count_scripts: the scripts in which a text is written.
//
// Invariant: each code point counts for one script at most; punctuation, digits, spaces and marks
// that scripts share count for none, nor do scripts in which no language of XLM-RoBERTa is written.
//
//   count_scripts("鈴木 in Rome")  ->  hani 2, latn 6, all others 0
//
// Source: the property Script of Unicode 16 (UAX #24), as in Rust's regex-syntax 0.8.11.
#ifndef XLMR_TEXT_UNICODE_SCRIPT_H_
#define XLMR_TEXT_UNICODE_SCRIPT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace xlmr {

/// By their ISO 15924 codes. wasm/js/client/scripts.ts has the same order.
enum class Script : uint8_t {
  arab,
  armn,
  beng,
  cyrl,
  deva,
  ethi,
  geor,
  grek,
  gujr,
  guru,
  hang,
  hani,
  hebr,
  hira,
  kana,
  khmr,
  knda,
  laoo,
  latn,
  mlym,
  mymr,
  orya,
  sinh,
  taml,
  telu,
  thai,
  none
};

inline constexpr auto kScriptCount = static_cast<size_t>(Script::none);

/// Code points of `text`, which is valid UTF-8, in each script.
[[nodiscard]] std::array<uint32_t, kScriptCount> count_scripts(std::string_view text);

}  // namespace xlmr

#endif  // XLMR_TEXT_UNICODE_SCRIPT_H_
