// SPDX-License-Identifier: Apache-2.0
#include "ner/words.h"

#include <cstddef>

#include "base/utf8.h"
#include "text/special_tokens.h"
#include "text/unicode/word_break.h"

namespace xlmr {

std::vector<bool> word_starts(std::string_view text, std::span<const ByteRange> ranges) {
  const std::vector<uint32_t> boundaries = word_boundaries(text);
  std::vector<bool> starts;
  starts.reserve(ranges.size());
  auto boundary = boundaries.begin();
  for (size_t piece = 0; piece < ranges.size(); ++piece) {
    const uint32_t begin = ranges[piece].begin;
    // A lone ▁ has the place of the piece it announces, and is the first piece of its word.
    const bool shares_place = piece > 0 && ranges[piece - 1].begin == begin;
    while (boundary != boundaries.end() && *boundary < begin) ++boundary;
    const bool at_boundary = boundary != boundaries.end() && *boundary == begin;
    starts.push_back(at_boundary && !shares_place);
  }
  return starts;
}

std::vector<bool> hf_word_starts(std::string_view text, std::span<const ByteRange> ranges,
                                 std::span<const int32_t> ids) {
  std::vector<bool> starts;
  starts.reserve(ranges.size());
  for (size_t piece = 0; piece < ranges.size(); ++piece) {
    const size_t begin = ranges[piece].begin;
    const bool at_space = begin < text.size() && text[begin] == ' ';
    const bool after_space = begin > 0 && text[begin - 1] == ' ';
    starts.push_back(begin == 0 || at_space || after_space || ids[piece] == kUnkId);
  }
  return starts;
}

}  // namespace xlmr
