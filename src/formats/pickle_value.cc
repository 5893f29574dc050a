// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_value.h"

#include <algorithm>

#include "base/concat.h"

namespace xlmr {

std::string pickle_value_text(const PickleValue& value) {
  switch (value.kind) {
    case PickleKind::none:
      return "None";
    case PickleKind::flag:
      return value.integer != 0 ? "True" : "False";
    case PickleKind::integer:
      return concat(value.integer);
    case PickleKind::real:
      return "a fraction";
    case PickleKind::text:
      return concat("\"", pickle_text_shown(value.text), "\"");
    case PickleKind::tuple:
      return concat("a tuple of ", value.items.size());
    case PickleKind::list:
      return concat("a list of ", value.items.size());
    case PickleKind::set:
      return "a set";
    case PickleKind::dict:
    case PickleKind::ordered_dict:
      return concat("a dict of ", value.items.size() / 2);
    case PickleKind::global:
      return concat("GLOBAL ", pickle_global_name(value.global));
    case PickleKind::call:
      return concat("a call of ", pickle_global_name(value.global));
    case PickleKind::persistent_id:
      return "a persistent id";
  }
  return "";
}

std::string pickle_text_shown(std::string_view text) {
  constexpr size_t kMostShown = 60;
  std::string shown(text.substr(0, kMostShown));
  std::replace_if(shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return shown;
}

}  // namespace xlmr
