// SPDX-License-Identifier: Apache-2.0
// load_tokenizer: our own tokenizer of a model's files, or another's.
//
//   auto tokenizer = load_tokenizer(ModelBuilder().piece("▁a", -1).bytes());
#ifndef XLMR_TESTS_LOAD_TOKENIZER_H_
#define XLMR_TESTS_LOAD_TOKENIZER_H_

#include <string_view>

#include "text/tokenizer_set.h"

namespace xlmr {

inline Result<Tokenizer> load_tokenizer(const TokenizerFiles& files, Compat compat) {
  const auto set = TokenizerSet::load(files);
  XLMR_RETURN_IF_ERROR(set);
  const auto tokenizer = set.value().get(compat);
  XLMR_RETURN_IF_ERROR(tokenizer);
  return *tokenizer.value();
}

inline Result<Tokenizer> load_tokenizer(std::string_view vocabulary, std::string_view config = {}) {
  return load_tokenizer({.vocabulary = vocabulary, .config = config}, Compat::none);
}

}  // namespace xlmr

#endif  // XLMR_TESTS_LOAD_TOKENIZER_H_
