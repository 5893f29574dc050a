// SPDX-License-Identifier: Apache-2.0
#include "eval/strict_entities.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/concat.h"
#include "base/utf8.h"

namespace xlmr {
namespace {

// The bits of seqeval's Prefix, in its order, in which its messages list them.
enum : uint32_t { kI = 1, kO = 2, kB = 4, kE = 8, kS = 16, kU = 32, kL = 64, kAny = 127 };
constexpr std::string_view kPrefixes = "IOBESUL";

enum class Types { any, same, other };

struct Pattern {
  uint32_t before;
  uint32_t tag;
  Types types;
};

using Patterns = std::span<const Pattern>;

struct SchemeRules {
  std::string_view name;
  uint32_t allowed;
  Patterns start;
  Patterns inside;
  Patterns end;
};

constexpr Pattern kIob1Start[] = {
    {kO, kI, Types::any}, {kI, kI, Types::other}, {kB, kI, Types::any}, {kI | kB, kB, Types::same}};
constexpr Pattern kBiInside[] = {{kB | kI, kI, Types::same}};
constexpr Pattern kIob1End[] = {{kI | kB, kI, Types::other},
                                {kI | kB, kO, Types::any},
                                {kI, kB, Types::any},
                                {kB, kB, Types::same}};
constexpr Pattern kIob2Start[] = {{kAny, kB, Types::any}};
constexpr Pattern kIob2End[] = {{kI | kB, kO | kB, Types::any}, {kI | kB, kI, Types::other}};
constexpr Pattern kIoe1Start[] = {
    {kO | kE, kI, Types::any}, {kI, kI, Types::other}, {kE, kE, Types::same}};
constexpr Pattern kIeInside[] = {{kI, kI | kE, Types::same}};
constexpr Pattern kIoe1End[] = {
    {kI, kI | kE, Types::other}, {kI, kO, Types::any}, {kE, kI | kE, Types::same}};
constexpr Pattern kIoe2Start[] = {{kO | kE, kI | kE, Types::any}, {kI, kI | kE, Types::other}};
constexpr Pattern kIoe2End[] = {{kE, kAny, Types::any}};
constexpr Pattern kIobesStart[] = {{kAny, kB | kS, Types::any}};
constexpr Pattern kIobesInside[] = {{kB | kI, kI | kE, Types::same}};
constexpr Pattern kIobesEnd[] = {{kS | kE, kAny, Types::any}};
constexpr Pattern kBilouStart[] = {{kAny, kB | kU, Types::any}};
constexpr Pattern kBilouInside[] = {{kB | kI, kI | kL, Types::same}};
constexpr Pattern kBilouEnd[] = {{kU | kL, kAny, Types::any}};

/// In the order of TagScheme.
constexpr std::array<SchemeRules, 6> kSchemes = {{
    {"IOB1", kI | kO | kB, kIob1Start, kBiInside, kIob1End},
    {"IOB2", kI | kO | kB, kIob2Start, kBiInside, kIob2End},
    {"IOE1", kI | kO | kE, kIoe1Start, kIeInside, kIoe1End},
    {"IOE2", kI | kO | kE, kIoe2Start, kIeInside, kIoe2End},
    {"IOBES", kI | kO | kB | kE | kS, kIobesStart, kIobesInside, kIobesEnd},
    {"BILOU", kI | kO | kB | kU | kL, kBilouStart, kBilouInside, kBilouEnd},
}};

const SchemeRules& rules_of(TagScheme scheme) { return kSchemes[static_cast<size_t>(scheme)]; }

bool matches(Patterns patterns, const StrictTag& before, const StrictTag& tag) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
    if ((before.prefix & pattern.before) == 0 || (tag.prefix & pattern.tag) == 0) return false;
    return pattern.types == Types::any ||
           (before.type == tag.type) == (pattern.types == Types::same);
  });
}

struct Parts {
  std::string_view prefix;  // one code point
  std::string_view type;
};

Parts split(std::string_view tag, bool is_suffix) {
  if (tag.empty()) return {"", "_"};
  Parts parts;
  if (is_suffix) {
    const size_t last = codepoint_before(tag, tag.size());
    parts = {tag.substr(last), tag.substr(0, last)};
  } else {
    const size_t first = decode_codepoint(tag, 0).size;
    parts = {tag.substr(0, first), tag.substr(first)};
  }
  const size_t begin = parts.type.find_first_not_of('-');
  if (begin == std::string_view::npos) return {parts.prefix, "_"};
  const size_t end = parts.type.find_last_not_of('-') + 1;
  return {parts.prefix, parts.type.substr(begin, end - begin)};
}

uint32_t prefix_bit(std::string_view prefix) {
  if (prefix.size() != 1) return 0;
  const size_t at = kPrefixes.find(prefix[0]);
  return at == std::string_view::npos ? 0 : uint32_t{1} << at;
}

std::string list_of(uint32_t prefixes) {
  std::string list;
  for (size_t at = 0; at < kPrefixes.size(); ++at) {
    if ((prefixes >> at & 1) == 0) continue;
    if (!list.empty()) list += '|';
    list += kPrefixes[at];
  }
  return list;
}

/// As Python's repr() of a string of one character.
std::string quoted(std::string_view character) {
  const std::string_view quote = character == "'" ? "\"" : "'";
  return concat(quote, character == "\\" ? "\\\\" : character, quote);
}

Status unknown_prefix(std::string_view name, bool is_suffix) {
  const std::string_view prefix = split(name, is_suffix).prefix;
  const std::string raised =
      prefix.empty() ? "IndexError: string index out of range" : "KeyError: " + quoted(prefix);
  return invalid_argument(expected(concat("tag ", name), "a prefix of I, O, B, E, S, U and L",
                                   concat("another (seqeval: ", raised, ")")));
}

Status not_allowed(std::string_view name, const SchemeRules& rules) {
  return invalid_argument(
      expected(concat("tag ", name), concat("a tag of ", rules.name),
               concat("another (seqeval: ValueError: Invalid token is found: ", name,
                      ". Allowed prefixes are: ", list_of(rules.allowed), ".)")));
}

/// One sentence, and the O that seqeval puts behind it.
class Sentence {
 public:
  Sentence(const StrictTags& tags, std::span<const uint32_t> ids) : tags_(tags), ids_(ids) {}

  [[nodiscard]] size_t size() const { return ids_.size() + 1; }
  [[nodiscard]] StrictTag operator[](size_t at) const {
    return at < ids_.size() ? tags_.tags[ids_[at]] : kOutside;
  }
  static constexpr StrictTag kOutside{kO, UINT32_MAX};

 private:
  const StrictTags& tags_;
  std::span<const uint32_t> ids_;
};

}  // namespace

std::string_view scheme_name(TagScheme scheme) { return rules_of(scheme).name; }

std::optional<TagScheme> scheme_of(std::string_view name) {
  for (size_t at = 0; at < kSchemes.size(); ++at) {
    if (kSchemes[at].name == name) return static_cast<TagScheme>(at);
  }
  return std::nullopt;
}

StrictTags read_strict_tags(const TagColumns& columns, bool is_suffix) {
  StrictTags read;
  read.is_suffix = is_suffix;
  for (const std::string& name : columns.names) read.types.add(split(name, is_suffix).type);
  read.types.sort();
  for (const std::string& name : columns.names) {
    const Parts parts = split(name, is_suffix);
    read.tags.push_back({prefix_bit(parts.prefix), read.types.index_of(parts.type)});
  }
  return read;
}

Result<std::vector<SentenceSpan>> strict_entities(const TagColumns& columns, const StrictTags& tags,
                                                  std::span<const uint32_t> ids, TagScheme scheme) {
  const SchemeRules& rules = rules_of(scheme);
  std::vector<SentenceSpan> entities;
  size_t begin = 0;
  for (size_t number = 0; number < columns.ends.size(); ++number) {
    const auto row = ids.subspan(begin, columns.ends[number] - begin);
    begin = columns.ends[number];
    for (const uint32_t id : row) {
      if (tags.tags[id].prefix == 0) return unknown_prefix(columns.names[id], tags.is_suffix);
    }
    const Sentence sentence(tags, row);
    StrictTag before = Sentence::kOutside;
    size_t at = 0;
    while (at < sentence.size()) {
      const StrictTag tag = sentence[at];
      if ((tag.prefix & rules.allowed) == 0) return not_allowed(columns.names[row[at]], rules);
      if (matches(rules.start, before, tag)) {
        size_t end = at + 1;
        while (end < sentence.size() && matches(rules.inside, sentence[end - 1], sentence[end])) {
          ++end;
        }
        if (matches(rules.end, sentence[end - 1], sentence[end])) {
          entities.push_back({number, {tag.type, at, end}});
        }
        at = end;
      } else {
        ++at;
      }
      before = sentence[at - 1];
    }
  }
  return entities;
}

Result<TagScheme> detect_tag_scheme(const TagColumns& columns, const StrictTags& tags) {
  uint32_t found = 0;
  for (const uint32_t id : columns.gold) {
    if (tags.tags[id].prefix == 0) return unknown_prefix(columns.names[id], tags.is_suffix);
    found |= tags.tags[id].prefix;
  }
  const uint32_t inside = found & ~uint32_t{kI | kO};
  const bool has_only = (found & (kI | kO)) == 0;
  // seqeval lists the sets it takes: what begins, or ends, an entity has to be there.
  if (inside == kB) return TagScheme::iob2;
  if (inside == kE) return TagScheme::ioe2;
  if (inside == (kB | kE | kS) || inside == (kB | kE)) return TagScheme::iobes;
  if (inside == (kB | kL | kU) || inside == (kB | kL)) return TagScheme::bilou;
  if (has_only && inside == kS) return TagScheme::iobes;
  if (has_only && inside == kU) return TagScheme::bilou;
  return invalid_argument(
      expected("gold", "the prefixes of IOB2, IOE2, IOBES or BILOU",
               concat(list_of(found), " (seqeval: ValueError: This scheme is not supported)")));
}

}  // namespace xlmr
