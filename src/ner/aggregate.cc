// SPDX-License-Identifier: Apache-2.0
#include "ner/aggregate.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace xlmr {
namespace {

constexpr std::string_view kOutside = "O";
constexpr std::string_view kMeta = "\u2581";  // ▁, SentencePiece's white space

// The Metaspace decoder of Hugging Face tokenizers: ▁ becomes a space, except in the first piece.
std::string decode_pieces(std::span<const Entity> pieces) {
  std::string text;
  for (size_t i = 0; i < pieces.size(); ++i) {
    std::string_view piece = pieces[i].word;
    for (size_t meta = piece.find(kMeta); meta != std::string_view::npos;
         meta = piece.find(kMeta)) {
      text += piece.substr(0, meta);
      if (i > 0) text += ' ';
      piece.remove_prefix(meta + kMeta.size());
    }
    text += piece;
  }
  return text;
}

// A lone ▁ covers the first character of the word it announces. Where that word is not part of the
// entity, neither is the character.
const Entity& last_with_text(std::span<const Entity> pieces) {
  while (pieces.size() > 1 && pieces.back().word == kMeta) pieces = pieces.first(pieces.size() - 1);
  return pieces.back();
}

Entity join(std::span<const Entity> pieces) {
  double sum = 0;
  for (const Entity& piece : pieces) sum += piece.score;
  return {.label = pieces.front().label,
          .score = static_cast<float>(sum / static_cast<double>(pieces.size())),
          .range = {pieces.front().range.begin, last_with_text(pieces).range.end},
          .word = decode_pieces(pieces)};
}

std::vector<Entity> group(const std::vector<Entity>& pieces, const LabelMap& labels) {
  std::vector<Entity> groups;
  for (size_t begin = 0; begin < pieces.size();) {
    const std::string& tag = labels[pieces[begin].label].tag;
    size_t end = begin + 1;
    while (end < pieces.size()) {
      const Label& next = labels[pieces[end].label];
      if (next.begins || next.tag != tag) break;
      ++end;
    }
    groups.push_back(join(std::span(pieces).subspan(begin, end - begin)));
    begin = end;
  }
  return groups;
}

bool is_ignored(const Label& label, const std::string& group, const AggregationOptions& options) {
  return std::any_of(options.ignore_labels.begin(), options.ignore_labels.end(),
                     [&](const std::string& ignored) {
                       return ignored == label.name || (ignored == group && ignored != kOutside);
                     });
}

}  // namespace

std::vector<Entity> aggregate(std::vector<Entity> pieces, const LabelMap& labels,
                              const AggregationOptions& options) {
  std::vector<Entity> records =
      options.strategy == AggregationStrategy::none ? std::move(pieces) : group(pieces, labels);
  std::erase_if(records, [&](const Entity& record) {
    return is_ignored(labels[record.label], labels.group_of(record.label), options);
  });
  return records;
}

}  // namespace xlmr
