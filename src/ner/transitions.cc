// SPDX-License-Identifier: Apache-2.0
#include "ner/transitions.h"

namespace xlmr {
namespace {

// No label stands before the first and after the last token, which is like `O` for every scheme.
constexpr ParsedLabel kNothing{LabelRole::outside, {}};

bool continues(const ParsedLabel& from, const ParsedLabel& to) {
  return (from.role == LabelRole::begin || from.role == LabelRole::inside) && from.type == to.type;
}

bool allows(LabelScheme scheme, const ParsedLabel& from, const ParsedLabel& to) {
  switch (scheme) {
    case LabelScheme::bio:
      return to.role != LabelRole::inside || continues(from, to);
    case LabelScheme::iob1:
      return to.role != LabelRole::begin || continues(from, to);
    case LabelScheme::bioes:
    case LabelScheme::bilou: {
      const bool open = from.role == LabelRole::begin || from.role == LabelRole::inside;
      const bool goes_on = to.role == LabelRole::inside || to.role == LabelRole::end;
      return open ? goes_on && continues(from, to) : !goes_on;
    }
    case LabelScheme::none:
      return true;
  }
  return true;
}

}  // namespace

Transitions constraints(const LabelMap& map, LabelScheme scheme) {
  std::vector<ParsedLabel> parsed;
  for (uint32_t id = 0; id < map.size(); ++id) {
    ParsedLabel label = parse_label(map[id].name, scheme);
    // A label that has no prefix among labels that do is an entity of its own.
    if (label.role == LabelRole::inside && label.type == map[id].name) {
      label.role = LabelRole::single;
    }
    parsed.push_back(label);
  }
  const auto score = [&](const ParsedLabel& from, const ParsedLabel& to) {
    return allows(scheme, from, to) ? 0 : Transitions::kForbidden;
  };
  Transitions transitions(map.size());
  for (size_t label = 0; label < parsed.size(); ++label) {
    transitions.start[label] = score(kNothing, parsed[label]);
    transitions.end[label] = score(parsed[label], kNothing);
    for (size_t to = 0; to < parsed.size(); ++to) {
      transitions.next[label * parsed.size() + to] = score(parsed[label], parsed[to]);
    }
  }
  return transitions;
}

}  // namespace xlmr
