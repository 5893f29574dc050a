// SPDX-License-Identifier: Apache-2.0
// Status: the outcome of anything that can fail on data. The core never throws, prints or aborts.
//
// Invariant: a Status is either ok with an empty message, or carries a code and one sentence that
// says what was expected, what was found and where.
//
//   Status s = invalid_tokenizer(expected("piece 17", "a finite score", "NaN"));
//   s.ok()              -> false
//   code_name(s.code()) -> "invalid_tokenizer"
//   s.message()         -> "piece 17: expected a finite score, found NaN"
//   XLMR_RETURN_IF_ERROR(s);
#ifndef XLMR_BASE_STATUS_H_
#define XLMR_BASE_STATUS_H_

#include <string>
#include <string_view>
#include <utility>

#include "base/concat.h"

namespace xlmr {

enum class StatusCode {
  ok,
  invalid_argument,    ///< the caller's text, option or array does not fit
  invalid_tokenizer,   ///< the tokenizer file is malformed or of an unsupported kind
  invalid_config,      ///< config.json is malformed or describes an unsupported model
  invalid_checkpoint,  ///< the weights are malformed or are not those config.json describes
  text_too_long,       ///< a text exceeds kMaxTextUnits
  not_loaded,          ///< a call came before the file it needs was loaded
  internal,            ///< a library reported a failure that validation should have excluded
};

/// Stable machine-readable name, equal to the enumerator. "ok" is spelled as the empty string.
constexpr std::string_view code_name(StatusCode code) {
  switch (code) {
    case StatusCode::ok:
      return "";
    case StatusCode::invalid_argument:
      return "invalid_argument";
    case StatusCode::invalid_tokenizer:
      return "invalid_tokenizer";
    case StatusCode::invalid_config:
      return "invalid_config";
    case StatusCode::invalid_checkpoint:
      return "invalid_checkpoint";
    case StatusCode::text_too_long:
      return "text_too_long";
    case StatusCode::not_loaded:
      return "not_loaded";
    case StatusCode::internal:
      return "internal";
  }
  return "internal";
}

class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(StatusCode code, std::string message) : code_(code), message_(std::move(message)) {}

  [[nodiscard]] bool ok() const { return code_ == StatusCode::ok; }
  [[nodiscard]] StatusCode code() const { return code_; }
  [[nodiscard]] const std::string& message() const { return message_; }

  /// Itself, as a Result has its own: what XLMR_RETURN_IF_ERROR asks either for.
  [[nodiscard]] const Status& status() const& { return *this; }
  [[nodiscard]] Status status() && { return std::move(*this); }

 private:
  StatusCode code_ = StatusCode::ok;
  std::string message_;
};

inline Status invalid_argument(std::string message) {
  return {StatusCode::invalid_argument, std::move(message)};
}
inline Status invalid_tokenizer(std::string message) {
  return {StatusCode::invalid_tokenizer, std::move(message)};
}
inline Status invalid_config(std::string message) {
  return {StatusCode::invalid_config, std::move(message)};
}
inline Status invalid_checkpoint(std::string message) {
  return {StatusCode::invalid_checkpoint, std::move(message)};
}

/// The sentence of a message: "WHERE: expected WHAT, found FOUND".
[[nodiscard]] std::string expected(const AsText& where, const AsText& what, const AsText& found);

}  // namespace xlmr

/// Returns from the function where a Status, or a Result, is not ok: what went wrong below is
/// passed up as it is.
#define XLMR_RETURN_IF_ERROR(...)                                         \
  do {                                                                    \
    if (auto&& xlmr_outcome = (__VA_ARGS__); !xlmr_outcome.ok()) {        \
      return std::forward<decltype(xlmr_outcome)>(xlmr_outcome).status(); \
    }                                                                     \
  } while (false)

#endif  // XLMR_BASE_STATUS_H_
