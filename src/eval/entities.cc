// SPDX-License-Identifier: Apache-2.0
#include "eval/entities.h"

#include <optional>
#include <string_view>

namespace xlmr {
namespace {

struct Parts {
  TagPlace place;
  std::string_view type;
};

std::string_view trimmed(std::string_view tag) {
  const size_t last = tag.find_last_not_of(" \t\r\n");
  return tag.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::optional<TagPlace> place_of(char prefix) {
  switch (prefix) {
    case 'B':
      return TagPlace::begin;
    case 'I':
    case 'M':
      return TagPlace::inside;
    case 'E':
    case 'L':
      return TagPlace::end;
    case 'S':
    case 'U':
      return TagPlace::single;
    default:
      return std::nullopt;
  }
}

Parts split(std::string_view raw) {
  const std::string_view tag = trimmed(raw);
  if (tag.empty() || tag == "O") return {TagPlace::outside, ""};
  if (tag.size() > 2 && tag[1] == '-') {
    if (const auto place = place_of(tag[0])) return {*place, tag.substr(2)};
  }
  return {TagPlace::inside, tag};
}

}  // namespace

EntityTags read_entity_tags(const TagColumns& columns) {
  EntityTags read;
  for (const std::string& name : columns.names) {
    const Parts parts = split(name);
    if (parts.place != TagPlace::outside) read.types.add(parts.type);
  }
  read.types.sort();
  for (const std::string& name : columns.names) {
    const Parts parts = split(name);
    read.tags.push_back({parts.place, read.types.index_of(parts.type)});
  }
  return read;
}

std::vector<TypedSpan> entities_of(const EntityTags& tags, std::span<const uint32_t> sentence) {
  std::vector<TypedSpan> entities;
  bool is_open = false;
  for (size_t at = 0; at < sentence.size(); ++at) {
    const EntityTag tag = tags.tags[sentence[at]];
    if (tag.place == TagPlace::outside) {
      is_open = false;
      continue;
    }
    const bool begins = tag.place == TagPlace::begin || tag.place == TagPlace::single;
    if (!is_open || begins || entities.back().type != tag.type) {
      entities.push_back({tag.type, at, at + 1});
    } else {
      entities.back().end = at + 1;
    }
    is_open = tag.place == TagPlace::begin || tag.place == TagPlace::inside;
  }
  return entities;
}

}  // namespace xlmr
