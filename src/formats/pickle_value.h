// SPDX-License-Identifier: Apache-2.0
// PickleValue: one value of a pickle, as Pickle (pickle_reader.h) has them.
//
// Invariant: items are positions of other values, or of this one, in the same Pickle; text views
// the pickle's bytes.
//
//   {'a': 7}   -> {dict, items {1, 2}}, {text, "a"}, {integer, 7}
#ifndef XLMR_FORMATS_PICKLE_VALUE_H_
#define XLMR_FORMATS_PICKLE_VALUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pickle_global.h"

namespace xlmr {

enum class PickleKind : uint8_t {
  none,
  flag,           ///< True or False
  integer,        ///< of at most 64 bits
  real,           ///< its value is not kept
  text,           ///< UTF-8 or bytes, as the pickle has them
  tuple,          ///< items
  list,           ///< items
  set,            ///< always empty
  dict,           ///< items are key, value, key, value; a key may come again
  ordered_dict,   ///< as dict
  global,         ///< a name
  call,           ///< of a name, with items as arguments
  persistent_id,  ///< items of the tuple that says what lies outside the pickle
};

struct PickleValue {
  PickleKind kind = PickleKind::none;
  PickleGlobal global{};  ///< of a global or a call
  int64_t integer = 0;    ///< 1 for True
  std::string_view text{};
  std::vector<uint32_t> items{};  ///< positions of values
};

/// For messages: "a tuple of 3", "GLOBAL torch.FloatStorage".
[[nodiscard]] std::string pickle_value_text(const PickleValue& value);

/// For messages: at most 60 bytes, with a question mark for each that is not printable ASCII.
[[nodiscard]] std::string pickle_text_shown(std::string_view text);

}  // namespace xlmr

#endif  // XLMR_FORMATS_PICKLE_VALUE_H_
