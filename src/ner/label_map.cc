// SPDX-License-Identifier: Apache-2.0
#include "ner/label_map.h"

#include <algorithm>
#include <string_view>

namespace xlmr {
namespace {

std::string_view after_first_hyphen(std::string_view name) {
  const size_t hyphen = name.find('-');
  return hyphen == std::string_view::npos ? name : name.substr(hyphen + 1);
}

}  // namespace

LabelMap::LabelMap(const std::vector<std::string>& names) {
  labels_.reserve(names.size());
  for (const std::string& name : names) {
    const std::string_view group = after_first_hyphen(name);
    auto known = std::find(groups_.begin(), groups_.end(), group);
    if (known == groups_.end()) known = groups_.emplace(groups_.end(), group);
    const bool begins = name.starts_with("B-");
    const bool prefixed = begins || name.starts_with("I-");
    labels_.push_back({.name = name,
                       .tag = std::string(prefixed ? group : std::string_view(name)),
                       .group = static_cast<uint32_t>(known - groups_.begin()),
                       .begins = begins});
  }
}

}  // namespace xlmr
