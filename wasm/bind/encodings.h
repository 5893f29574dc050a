// SPDX-License-Identifier: Apache-2.0
// Many texts in, their tokens out, as flat arrays that cross the boundary in one go.
//
// Invariant: texts come as one UTF-8 array, joined by one byte each, with their lengths in UTF-16
// units; the result's arrays are copies. Nothing is made for a single text or token.
//
//   encodings_object(["Emma", "in"], ...)  ->  {status, failed 0, ids [0, 28068, 2, 0, 23, 2],
//       offsets [0,0, 0,4, 0,0, ...], words [-1, 0, -1, ...], ends [3, 6]}
#ifndef XLMR_WASM_BIND_ENCODINGS_H_
#define XLMR_WASM_BIND_ENCODINGS_H_

#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/thread_pool.h"
#include "base/utf8.h"
#include "bind/values.h"
#include "text/encoded_texts.h"
#include "text/sentencepiece_tokenizer.h"
#include "text/tokenizer.h"
#include "text/unicode/script.h"

namespace xlmr::js {

inline auto encode_function(const Tokenizer& tokenizer) {
  return [&tokenizer, work = HfTokenizer::Work()](std::string_view text) mutable {
    return tokenizer.encode(text, Alignment::reference, work);
  };
}

inline auto encode_function(const SentencePieceTokenizer& tokenizer) {
  return [&tokenizer, encoding = Encoding()](std::string_view text) mutable {
    auto encoded = tokenizer.encode(text);
    if (!encoded.ok()) return Result<const Encoding*>(encoded.status());
    encoding = std::move(encoded).value();
    return Result<const Encoding*>(&encoding);
  };
}

template <typename AnyTokenizer>
val encodings_object(const AnyTokenizer& tokenizer, const val& joined, const val& lengths,
                     OffsetUnit unit, const ThreadPool& pool) {
  const std::string bytes = bytes_of(joined);
  std::vector<std::string_view> texts;
  if (const Status split =
          split_texts(bytes, emscripten::convertJSArrayToNumberVector<uint32_t>(lengths), texts);
      !split.ok()) {
    return result_object(split);
  }
  const EncodedTexts encoded =
      encode_texts(texts, unit, pool, [&] { return encode_function(tokenizer); });
  val object = result_object(encoded.status);
  object.set("failed", encoded.failed);
  object.set("ids", to_js(encoded.ids));
  object.set("offsets", to_js(encoded.offsets));
  object.set("words", to_js(encoded.words));
  object.set("ends", to_js(encoded.ends));
  return object;
}

/// {status, joined (UTF-8), lengths (UTF-16 units)} of the pieces of `ids`, side by side.
inline val pieces_object(const Tokenizer& tokenizer, const val& ids) {
  Texts texts;
  for (const auto id : emscripten::convertJSArrayToNumberVector<int32_t>(ids)) {
    texts.push(tokenizer.piece(id));
  }
  val object = result_object({});
  texts.set(object);
  return object;
}

/// How many code points of a text are in each script, in the order of Script.
inline val scripts_array(const val& text) {
  const auto counts = count_scripts(utf8_from_utf16(text.as<std::u16string>()));
  return to_js(std::vector<uint32_t>(counts.begin(), counts.end()));
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_ENCODINGS_H_
