// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/script.h"

#include <iterator>

#include "base/utf8.h"

namespace xlmr {
namespace {

// All code points in runs of one script: how long each is, and which it is. Small, and brotli makes
// it smaller; a text stays in one run for long enough that a search from the beginning is no loss.
#include "text/unicode/script_table.inc"

static_assert(std::size(kRunLengths) == std::size(kRunScripts));

struct Run {
  char32_t first;
  char32_t end;
  Script script;
};

Run run_of(char32_t codepoint) {
  char32_t end = 0;
  for (size_t i = 0; i < std::size(kRunLengths); ++i) {
    const char32_t first = end;
    end += kRunLengths[i];
    if (codepoint < end) return {first, end, kRunScripts[i]};
  }
  return {end, 0x110000, Script::none};
}

}  // namespace

std::array<uint32_t, kScriptCount> count_scripts(std::string_view text) {
  std::array<uint32_t, kScriptCount> counts{};
  Run run{};
  for (size_t at = 0; at < text.size();) {
    const auto [codepoint, size] = decode_valid(text, at);
    at += size;
    if (codepoint < run.first || codepoint >= run.end) run = run_of(codepoint);
    if (run.script != Script::none) ++counts[static_cast<size_t>(run.script)];
  }
  return counts;
}

}  // namespace xlmr
