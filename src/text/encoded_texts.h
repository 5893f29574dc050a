// SPDX-License-Identifier: Apache-2.0
// EncodedTexts: the tokens of many texts in flat arrays, ready to cross to JavaScript in one go.
//
// Invariant: ids and words have one entry a token, offsets two; text i has the tokens from
// ends[i - 1] (0 for the first) to ends[i], `<s>` and `</s>` included, whose offsets are 0, 0 and
// whose word is kNoWord. The arrays do not depend on the number of threads.
//
//   {"Emma", ""}   ids [0, 28068, 2, 0, 2]   offsets [0,0, 0,4, 0,0, 0,0, 0,0]
//                  words [-1, 0, -1, -1, -1]   ends [3, 5]
#ifndef XLMR_TEXT_ENCODED_TEXTS_H_
#define XLMR_TEXT_ENCODED_TEXTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/offset_cursor.h"
#include "base/status.h"
#include "base/thread_pool.h"
#include "text/encoding.h"

namespace xlmr {

struct EncodedTexts {
  static constexpr int32_t kNoWord = -1;

  Status status;      ///< of the first text that could not be encoded
  size_t failed = 0;  ///< which one it is; the arrays are then incomplete
  std::vector<int32_t> ids;
  std::vector<uint32_t> offsets;  ///< [tokens, 2] start and end
  std::vector<int32_t> words;
  std::vector<uint32_t> ends;  ///< [texts] tokens up to the end of each text

  void push(std::string_view text, const Encoding& encoding, OffsetUnit unit);
  void append(const EncodedTexts& others);
};

/// The texts of a list that are joined by one byte each: text i is `lengths[i]` UTF-16 units long.
/// Errors: invalid_argument where lengths and bytes do not agree.
[[nodiscard]] Status split_texts(std::string_view joined, std::span<const uint32_t> lengths,
                                 std::vector<std::string_view>& texts);

/// Encodes `texts` on the pool. `make_encode()` gives each thread's piece of work its own function
/// (text) -> Result<const Encoding*>, so that it may keep buffers.
template <typename MakeEncode>
[[nodiscard]] EncodedTexts encode_texts(std::span<const std::string_view> texts, OffsetUnit unit,
                                        const ThreadPool& pool, const MakeEncode& make_encode) {
  constexpr size_t kBlock = 32;  // few enough to share the work, many enough to reuse buffers
  std::vector<EncodedTexts> blocks((texts.size() + kBlock - 1) / kBlock);
  pool.for_each(blocks.size(), [&](size_t block) {
    EncodedTexts& out = blocks[block];
    auto encode = make_encode();
    const size_t end = std::min(texts.size(), (block + 1) * kBlock);
    for (size_t i = block * kBlock; i < end && out.status.ok(); ++i) {
      const auto encoding = encode(texts[i]);
      if (encoding.ok()) {
        out.push(texts[i], *encoding.value(), unit);
      } else {
        out.status = encoding.status();
        out.failed = i;
      }
    }
  });
  EncodedTexts all;
  for (const EncodedTexts& block : blocks) {
    all.append(block);
    if (!all.status.ok()) break;
  }
  return all;
}

}  // namespace xlmr

#endif  // XLMR_TEXT_ENCODED_TEXTS_H_
