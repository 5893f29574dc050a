// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/encoding.h"

namespace xlmr {
namespace {

constexpr size_t kWholeLookupBytes = 6;  // graphemes shorter than this are looked up whole

size_t count_codepoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; }));
}

// Whatever came out of a look-up has the whole of what went in.
class ExactOutput {
 public:
  ExactOutput(std::string_view original, uint32_t origin, AlignedText& out)
      : original_(original), origin_(origin), out_(out) {}

  void replace(size_t begin, size_t end, std::string_view new_part) {
    out_.append(new_part,
                {origin_ + static_cast<uint32_t>(begin), origin_ + static_cast<uint32_t>(end)});
  }

  void keep(size_t begin, size_t /*last*/, size_t end) {
    out_.append_unchanged(original_.substr(begin, end - begin),
                          origin_ + static_cast<uint32_t>(begin));
  }

  [[nodiscard]] size_t size() const { return out_.size(); }

 private:
  std::string_view original_;
  uint32_t origin_;
  AlignedText& out_;
};

// The reference describes a normalised text as characters with a change each: 0 replaces one
// original character, 1 is inserted, -n replaces one and removes n more. Removals are booked on the
// character before them, so the last one is held back until the next is known.
class ReferenceOutput {
 public:
  ReferenceOutput(std::string_view original, uint32_t origin, AlignedText& out)
      : original_(original), origin_(origin), out_(out) {}

  /// [begin, end) of the original became `new_part`.
  void replace(size_t begin, size_t end, std::string_view new_part) {
    auto old_count = static_cast<int64_t>(count_codepoints(original_.substr(begin, end - begin)));
    for (size_t at = 0; at < new_part.size();) {
      const size_t size = codepoint_size(new_part[at]);
      push(new_part.substr(at, size), old_count > 0 ? 0 : 1);
      --old_count;
      at += size;
    }
    if (old_count > 0 && !held_.empty()) held_change_ -= old_count;
  }

  /// [begin, end) of the original stays as it is; its last code point starts at `last`.
  void keep(size_t begin, size_t last, size_t end) {
    flush();
    // The reference's place in the original is elsewhere after a removal at the very start.
    if (cursor_ == begin && last > begin) {
      out_.append_unchanged(original_.substr(begin, last - begin),
                            origin_ + static_cast<uint32_t>(begin));
      previous_ = last - codepoint_before(original_, last);
      cursor_ = begin = last;
    }
    for (size_t at = begin; at < end;) {
      const size_t size = codepoint_size(original_[at]);
      push(original_.substr(at, size), 0);
      at += size;
    }
  }

  void finish() { flush(); }

  [[nodiscard]] size_t size() const { return out_.size(); }

 private:
  void push(std::string_view codepoint, int64_t change) {
    flush();
    held_ = codepoint;
    held_change_ = change;
  }

  void flush() {
    if (held_.empty()) return;
    const size_t size = next_size();
    if (held_change_ > 0) {
      out_.append(held_, range(cursor_ - previous_, cursor_));
    } else {
      out_.append(held_, range(cursor_, cursor_ + size));
      for (int64_t skipped = 0; skipped <= -held_change_; ++skipped) {
        previous_ = next_size();
        cursor_ += previous_;
      }
    }
    held_ = {};
  }

  [[nodiscard]] size_t next_size() const {
    return cursor_ < original_.size() ? codepoint_size(original_[cursor_]) : 0;
  }
  [[nodiscard]] ByteRange range(size_t begin, size_t end) const {
    return {origin_ + static_cast<uint32_t>(begin), origin_ + static_cast<uint32_t>(end)};
  }

  std::string_view original_;
  uint32_t origin_;
  AlignedText& out_;
  size_t cursor_ = 0;    // bytes of the original that are accounted for
  size_t previous_ = 0;  // size of the character that ends there
  std::string_view held_;
  int64_t held_change_ = 0;
};

}  // namespace

Normalizer::Normalizer(Charsmap charsmap) : charsmap_(std::move(charsmap)), traits_(charsmap_) {}

void Normalizer::normalize(std::string_view text, uint32_t origin, Alignment alignment,
                           AlignedText& out) const {
  if (alignment == Alignment::reference) {
    ReferenceOutput output(text, origin, out);
    normalize_to(text, output);
    output.finish();
  } else {
    ExactOutput output(text, origin, out);
    normalize_to(text, output);
  }
}

template <typename Output>
void Normalizer::normalize_to(std::string_view text, Output& output) const {
  for (size_t begin = 0; begin < text.size() && output.size() <= kMaxNormalizedBytes;) {
    size_t last = begin;
    size_t end = plain_end(text, begin, last);
    if (end > begin) {
      output.keep(begin, last, end);
    } else {
      end = cluster_end(text, begin);
      normalize_cluster(text, begin, end, output);
    }
    begin = end;
  }
}

// Where the plain code points from `begin` on end that are not joined by what follows; the last of
// them starts at `last`.
size_t Normalizer::plain_end(std::string_view text, size_t begin, size_t& last) const {
  size_t before_last = begin;
  size_t end = begin;
  while (end < text.size()) {
    const auto [value, size] = decode_valid(text, end);
    const CodepointTrait trait = traits_[value];
    if (!trait.is_plain()) {
      if (!trait.joins() || end == begin) return end;
      end = last;
      last = before_last;
      return end;
    }
    before_last = last;
    last = end;
    end += size;
  }
  return end;
}

// A cluster starts at `begin`, so the breaker need not know what came before.
size_t Normalizer::cluster_end(std::string_view text, size_t begin) const {
  GraphemeBreaker breaker;
  size_t end = begin;
  do {
    const auto [value, size] = decode_valid(text, end);
    if (breaker.starts_cluster(traits_[value].grapheme()) && end > begin) break;
    end += size;
  } while (end < text.size());
  return end;
}

template <typename Output>
void Normalizer::normalize_cluster(std::string_view text, size_t begin, size_t end,
                                   Output& output) const {
  const auto has_match = [&](size_t at, size_t size) {
    const CodepointTrait trait = traits_[decode_valid(text, at).value];
    return trait.has_key() || (trait.starts_key() && codepoint_size(text[at]) < size);
  };
  const std::string_view cluster = text.substr(begin, end - begin);
  if (cluster.size() < kWholeLookupBytes && has_match(begin, cluster.size())) {
    if (const auto replaced = charsmap_.shortest_match(cluster)) {
      output.replace(begin, end, *replaced);
      return;
    }
  }
  for (size_t at = begin; at < end;) {
    const size_t size = codepoint_size(text[at]);
    const std::string_view codepoint = text.substr(at, size);
    const auto replaced = has_match(at, size) ? charsmap_.shortest_match(codepoint) : std::nullopt;
    output.replace(at, at + size, replaced.value_or(codepoint));
    at += size;
  }
}

}  // namespace xlmr
