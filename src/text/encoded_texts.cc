// SPDX-License-Identifier: Apache-2.0
#include "text/encoded_texts.h"

#include <string>

#include "base/utf8.h"
#include "text/special_tokens.h"

namespace xlmr {

void EncodedTexts::push(std::string_view text, const Encoding& encoding, OffsetUnit unit) {
  const size_t count = encoding.ids.size();
  const size_t first = ids.size() + 1;  // after <s>
  const size_t end = first + count + 1;
  ids.resize(end, kEosId);
  offsets.resize(2 * end, 0);
  words.resize(end, kNoWord);
  ids[first - 1] = kBosId;
  OffsetCursor cursor(text, unit);
  for (size_t i = 0; i < count; ++i) {
    ids[first + i] = encoding.ids[i];
    offsets[2 * (first + i)] = cursor.at(encoding.ranges[i].begin);
    offsets[2 * (first + i) + 1] = cursor.at(encoding.ranges[i].end);
    words[first + i] = static_cast<int32_t>(encoding.words[i]);
  }
  ends.push_back(static_cast<uint32_t>(end));
}

void EncodedTexts::append(const EncodedTexts& others) {
  const auto tokens = static_cast<uint32_t>(ids.size());
  ids.insert(ids.end(), others.ids.begin(), others.ids.end());
  offsets.insert(offsets.end(), others.offsets.begin(), others.offsets.end());
  words.insert(words.end(), others.words.begin(), others.words.end());
  for (const uint32_t end : others.ends) ends.push_back(tokens + end);
  if (status.ok()) {
    status = others.status;
    failed = others.failed;
  }
}

Status split_texts(std::string_view joined, std::span<const uint32_t> lengths,
                   std::vector<std::string_view>& texts) {
  texts.reserve(texts.size() + lengths.size());
  size_t at = 0;
  for (size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0) ++at;  // the byte between two texts
    const size_t begin = at;
    size_t units = 0;
    while (units < lengths[i] && at < joined.size()) {
      const size_t size = codepoint_size(joined[at]);
      units += size == 4 ? 2 : 1;
      at += size;
    }
    if (units != lengths[i] || at > joined.size()) {
      return invalid_argument(
          expected("texts", concat(lengths[i], " UTF-16 units in text ", i), units));
    }
    texts.push_back(joined.substr(begin, at - begin));
  }
  if (at != joined.size()) {
    return invalid_argument(expected("texts", concat(at, " bytes in all"), joined.size()));
  }
  return {};
}

}  // namespace xlmr
