// SPDX-License-Identifier: Apache-2.0
#include "eval/seqeval_entities.h"

#include <string_view>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr std::string_view kNoType = "_";

struct Parts {
  char32_t prefix;
  std::string_view type;
};

Parts split(std::string_view tag, bool is_suffix) {
  if (is_suffix) {
    const size_t last = codepoint_before(tag, tag.size());
    const std::string_view rest = tag.substr(0, last);
    // Python: rest.rsplit('-', maxsplit=1)[0]
    const std::string_view type = rest.substr(0, rest.rfind('-'));
    return {decode_codepoint(tag, last).value, type.empty() ? kNoType : type};
  }
  const DecodedCodepoint first = decode_codepoint(tag, 0);
  const std::string_view rest = tag.substr(first.size);
  // Python: rest.split('-', maxsplit=1)[-1]
  const size_t hyphen = rest.find('-');
  const std::string_view type = hyphen == std::string_view::npos ? rest : rest.substr(hyphen + 1);
  return {first.value, type.empty() ? kNoType : type};
}

bool is_out(char32_t prefix) { return prefix == U'O' || prefix == U'.'; }

bool ends(const SeqevalTag& before, const SeqevalTag& tag) {
  if (before.prefix == U'E' || before.prefix == U'S') return true;
  if ((before.prefix == U'B' || before.prefix == U'I') &&
      (tag.prefix == U'B' || tag.prefix == U'S' || tag.prefix == U'O')) {
    return true;
  }
  return !is_out(before.prefix) && before.type != tag.type;
}

bool starts(const SeqevalTag& before, const SeqevalTag& tag) {
  if (tag.prefix == U'B' || tag.prefix == U'S') return true;
  if ((tag.prefix == U'E' || tag.prefix == U'I') &&
      (before.prefix == U'E' || before.prefix == U'S' || before.prefix == U'O')) {
    return true;
  }
  return !is_out(tag.prefix) && before.type != tag.type;
}

}  // namespace

Result<SeqevalTags> read_seqeval_tags(const TagColumns& columns, bool is_suffix) {
  SeqevalTags read;
  read.types.add(kNoType);
  for (const std::string& name : columns.names) {
    if (name.empty()) {
      return invalid_argument(
          expected("a tag", "at least one character", "none (seqeval: IndexError)"));
    }
    read.types.add(split(name, is_suffix).type);
  }
  read.types.sort();
  for (const std::string& name : columns.names) {
    const Parts parts = split(name, is_suffix);
    read.tags.push_back({parts.prefix, read.types.index_of(parts.type)});
  }
  read.outside = {U'O', read.types.index_of(kNoType)};
  return read;
}

void SeqevalWalk::tag(const SeqevalTag& tag, std::vector<TypedSpan>& entities) {
  if (ends(last_, tag)) entities.push_back({last_.type, begin_, at_ - 1});
  if (starts(last_, tag)) begin_ = at_;
  last_ = tag;
  ++at_;
}

std::vector<TypedSpan> seqeval_entities(const SeqevalTags& tags, std::span<const uint32_t> ids,
                                        std::span<const uint32_t> ends) {
  std::vector<TypedSpan> entities;
  SeqevalWalk walk(tags);
  size_t row = 0;
  for (const uint32_t end : ends) {
    for (; row < end; ++row) walk.tag(tags.tags[ids[row]], entities);
    walk.outside(entities);
  }
  walk.outside(entities);
  return entities;
}

}  // namespace xlmr
