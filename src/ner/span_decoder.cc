// SPDX-License-Identifier: Apache-2.0
#include "ner/span_decoder.h"

#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

// Takes labels one by one and keeps the span that is open.
class SpanBuilder {
 public:
  void open(std::string_view type) {
    close();
    open_ = type;
    begin_ = at_;
  }
  void close() {
    if (open_) spans_.push_back({{begin_, at_}, *open_});
    open_.reset();
  }
  void advance() { ++at_; }
  [[nodiscard]] const std::optional<std::string_view>& type() const { return open_; }
  [[nodiscard]] std::vector<Span> finish() {
    close();
    return std::move(spans_);
  }

 private:
  std::vector<Span> spans_;
  std::optional<std::string_view> open_;
  uint32_t begin_ = 0;
  uint32_t at_ = 0;
};

std::vector<Span> decode_hf(std::span<const uint32_t> labels, const LabelMap& map) {
  SpanBuilder spans;
  const Label* previous = nullptr;
  for (const uint32_t id : labels) {
    const Label& label = map[id];
    if (previous == nullptr || label.begins || label.tag != previous->tag) {
      spans.open(map.group_of(id));
    }
    previous = &label;
    spans.advance();
  }
  return spans.finish();
}

std::vector<Span> decode_scheme(std::span<const uint32_t> labels, const LabelMap& map,
                                LabelScheme scheme) {
  std::vector<ParsedLabel> parsed;
  parsed.reserve(map.size());
  for (uint32_t id = 0; id < map.size(); ++id) parsed.push_back(parse_label(map[id].name, scheme));
  SpanBuilder spans;
  const ParsedLabel* previous = nullptr;
  for (const uint32_t id : labels) {
    const ParsedLabel& label = parsed[id];
    const bool opens = label.role == LabelRole::begin || label.role == LabelRole::single;
    const bool was_closed = previous != nullptr && (previous->role == LabelRole::end ||
                                                    previous->role == LabelRole::single);
    const bool same = previous != nullptr && previous->type == label.type &&
                      (previous->role == LabelRole::outside) == (label.role == LabelRole::outside);
    if (opens || was_closed || !same) spans.open(map.group_of(id));
    previous = &label;
    spans.advance();
  }
  return spans.finish();
}

struct SeqevalLabel {
  std::string_view tag;   // the first character
  std::string_view type;  // what follows the first hyphen after it, or all the rest, or "_"
};

SeqevalLabel seqeval_label(std::string_view name) {
  const size_t first = codepoint_size(name.front());
  std::string_view type = name.substr(first);
  if (const size_t hyphen = type.find('-'); hyphen != std::string_view::npos) {
    type = type.substr(hyphen + 1);
  }
  return {name.substr(0, first), type.empty() ? "_" : type};
}

bool any_of(std::string_view tag, std::string_view letters) {
  return tag.size() == 1 && letters.find(tag) != std::string_view::npos;
}

bool seqeval_ends(const SeqevalLabel& previous, const SeqevalLabel& next) {
  if (any_of(previous.tag, "ES")) return true;
  if (any_of(previous.tag, "BI") && any_of(next.tag, "BSO")) return true;
  return !any_of(previous.tag, "O.") && previous.type != next.type;
}

bool seqeval_starts(const SeqevalLabel& previous, const SeqevalLabel& next) {
  if (any_of(next.tag, "BS")) return true;
  if (any_of(previous.tag, "ESO") && any_of(next.tag, "EI")) return true;
  return !any_of(next.tag, "O.") && previous.type != next.type;
}

std::vector<Span> decode_conll(std::span<const uint32_t> labels, const LabelMap& map) {
  std::vector<SeqevalLabel> parsed;
  parsed.reserve(map.size());
  for (uint32_t id = 0; id < map.size(); ++id) parsed.push_back(seqeval_label(map[id].name));
  std::vector<Span> spans;
  SeqevalLabel previous{kOutside, ""};
  uint32_t begin = 0;
  const auto count = static_cast<uint32_t>(labels.size());
  for (uint32_t at = 0; at <= count; ++at) {
    const SeqevalLabel next = at < count ? parsed[labels[at]] : SeqevalLabel{kOutside, "_"};
    if (seqeval_ends(previous, next)) spans.push_back({{begin, at}, previous.type});
    if (seqeval_starts(previous, next)) begin = at;
    previous = next;
  }
  return spans;
}

// A type may be empty there: `B-` opens one.
Result<std::vector<Span>> decode_tner(std::span<const uint32_t> labels, const LabelMap& map) {
  SpanBuilder spans;
  for (const uint32_t id : labels) {
    const std::string_view name = map[id].name;
    if (name.starts_with("B-")) {
      spans.open(name.substr(2));
    } else if (name == kOutside) {
      spans.close();
    } else if (name.starts_with("I-")) {
      if (spans.type() != name.substr(2)) spans.close();
    } else {
      return invalid_argument(
          expected("decoder tner", "labels O, B-... and I-... only", concat("\"", name, "\"")));
    }
    spans.advance();
  }
  return spans.finish();
}

// Everything but `O` loses its first two UTF-16 units, whether they are a prefix or not; a label of
// one unit has no type. A character of which only half is lost goes as a whole.
std::optional<std::string_view> spark_type(std::string_view name) {
  size_t units = 0;
  while (units < 2) {
    if (name.empty()) return std::nullopt;
    const size_t size = codepoint_size(name.front());
    units += size == 4 ? 2 : 1;
    name.remove_prefix(size);
  }
  return name;
}

std::vector<Span> decode_sparknlp(std::span<const uint32_t> labels, const LabelMap& map) {
  SpanBuilder spans;
  for (const uint32_t id : labels) {
    const std::string_view name = map[id].name;
    if (name == kOutside || name.starts_with("B-")) spans.close();
    if (name != kOutside && !spans.type()) {
      if (const auto type = spark_type(name)) spans.open(*type);
    }
    spans.advance();
  }
  return spans.finish();
}

}  // namespace

Result<std::vector<Span>> decode_spans(std::span<const uint32_t> labels, const LabelMap& map,
                                       SpanDecoder decoder, LabelScheme scheme) {
  switch (decoder) {
    case SpanDecoder::scheme:
      return decode_scheme(labels, map, scheme);
    case SpanDecoder::hf:
      return decode_hf(labels, map);
    case SpanDecoder::conll:
      return decode_conll(labels, map);
    case SpanDecoder::tner:
      return decode_tner(labels, map);
    case SpanDecoder::sparknlp:
      return decode_sparknlp(labels, map);
  }
  return std::vector<Span>{};
}

}  // namespace xlmr
