// SPDX-License-Identifier: Apache-2.0
// Two Python ports of conlleval, each with its own text: PyPI's `conlleval` (0.2), and the single file of
// github.com/sighsmile/conlleval (4791ac0), which is behind the benchmarks of Spark NLP's cards.
//
// Invariant: what they do is done, also where it surprises: PyPI's says precision 100 where nothing was
// found; both divide by zero without tokens, the other one also where gold has no entity.
//
//   accuracy:  90.17%; (non-O)
//   accuracy:  98.08%; precision:  89.10%; recall:  88.47%; FB1:  88.79      (sighsmile's)
#ifndef XLMR_EVAL_CONLLEVAL_PORTS_H_
#define XLMR_EVAL_CONLLEVAL_PORTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eval/conlleval.h"

namespace xlmr {

/// PyPI's, with `outside` for its option -o. Every type that a tag has gets a line.
[[nodiscard]] ConllevalReport pypi_conlleval(const TagColumns& columns, std::string_view outside);

/// Errors: invalid_argument where the port divides by zero.
[[nodiscard]] Result<std::string> pypi_conlleval_text(const ConllevalReport& report);

struct FlatReport {
  ConllevalReport report;
  size_t inside_tokens = 0;          ///< whose gold tag is not O
  size_t correct_inside_tokens = 0;  ///< of these
};

/// sighsmile's evaluate() of two flat lists, in which sentences do not end chunks. Errors:
/// invalid_argument for a tag without a type, which it cannot unpack.
[[nodiscard]] Result<FlatReport> flat_conlleval(const TagColumns& columns);

/// Errors: invalid_argument where the port divides by zero.
[[nodiscard]] Result<std::string> flat_conlleval_text(const FlatReport& report);

}  // namespace xlmr

#endif  // XLMR_EVAL_CONLLEVAL_PORTS_H_
