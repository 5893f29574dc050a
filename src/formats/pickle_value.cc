// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_value.h"

#include <algorithm>

namespace xlmr {

std::string pickle_value_text(const PickleValue& value) {
  switch (value.kind) {
    case PickleKind::none:
      return "None";
    case PickleKind::flag:
      return value.integer != 0 ? "True" : "False";
    case PickleKind::integer:
      return std::to_string(value.integer);
    case PickleKind::real:
      return "a fraction";
    case PickleKind::text:
      return '"' + pickle_text_shown(value.text) + '"';
    case PickleKind::tuple:
      return "a tuple of " + std::to_string(value.items.size());
    case PickleKind::list:
      return "a list of " + std::to_string(value.items.size());
    case PickleKind::set:
      return "a set";
    case PickleKind::dict:
    case PickleKind::ordered_dict:
      return "a dict of " + std::to_string(value.items.size() / 2);
    case PickleKind::global:
      return "GLOBAL " + std::string(pickle_global_name(value.global));
    case PickleKind::call:
      return "a call of " + std::string(pickle_global_name(value.global));
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
