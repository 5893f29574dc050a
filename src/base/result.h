// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or the Status that says why there is none.
//
// Invariant: exactly one of the two is present; value() may only be called after ok().
//
//   Result<Encoding> r = tokenizer.encode("Paris");
//   XLMR_RETURN_IF_ERROR(r);
//   use(r.value());
#ifndef XLMR_BASE_RESULT_H_
#define XLMR_BASE_RESULT_H_

#include <cassert>
#include <optional>
#include <utility>

#include "base/status.h"

namespace xlmr {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}  // NOLINT: implicit, so that `return value;` works
  Result(Status status) : status_(std::move(status)) {  // NOLINT: implicit, as above
    assert(!status_.ok());
  }

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  [[nodiscard]] const Status& status() const { return status_; }
  // NOLINTBEGIN(bugprone-unchecked-optional-access): the caller has checked ok()
  [[nodiscard]] T& value() & { return *value_; }
  [[nodiscard]] const T& value() const& { return *value_; }
  [[nodiscard]] T&& value() && { return *std::move(value_); }
  // NOLINTEND(bugprone-unchecked-optional-access)

 private:
  std::optional<T> value_;
  Status status_;
};

}  // namespace xlmr

#endif  // XLMR_BASE_RESULT_H_
