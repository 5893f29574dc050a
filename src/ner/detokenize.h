// SPDX-License-Identifier: Apache-2.0
// detokenize: pieces as readable text.
//
// Invariant: each ▁ becomes a space, except in the first piece, which loses its own.
//
//   detokenize({"▁Angela", "▁Mer", "kel"})  ->  "Angela Merkel"
//
// Source: the Metaspace decoder of tokenizers 0.22.2, which convert_tokens_to_string runs.
#ifndef XLMR_NER_DETOKENIZE_H_
#define XLMR_NER_DETOKENIZE_H_

#include <span>
#include <string>
#include <string_view>

namespace xlmr {

[[nodiscard]] std::string detokenize(std::span<const std::string_view> pieces);

}  // namespace xlmr

#endif  // XLMR_NER_DETOKENIZE_H_
