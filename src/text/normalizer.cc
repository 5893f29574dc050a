// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.h"

#include <algorithm>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr size_t kWholeLookupBytes = 6;  // graphemes shorter than this are looked up whole

size_t count_codepoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; }));
}

// The reference describes a normalised text as characters with a change each: 0 replaces one
// original character, 1 is inserted, -n replaces one and removes n more. Removals are booked on the
// character before them, so the last one is held back until the next is known.
class Transformation {
 public:
  Transformation(std::string_view original, uint32_t origin, AlignedText& out)
      : original_(original), origin_(origin), out_(out) {}

  void replace(std::string_view old_part, std::string_view new_part) {
    auto old_count = static_cast<int64_t>(count_codepoints(old_part));
    for (size_t at = 0; at < new_part.size();) {
      const size_t size = codepoint_size(new_part[at]);
      push(new_part.substr(at, size), old_count > 0 ? 0 : 1);
      --old_count;
      at += size;
    }
    if (old_count > 0 && !held_.empty()) held_change_ -= old_count;
  }

  void finish() { flush(); }

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

void Normalizer::normalize(std::string_view text, uint32_t origin, Alignment alignment,
                           AlignedText& out) const {
  Transformation transformation(text, origin, out);
  const auto replace = [&](std::string_view old_part, std::string_view new_part) {
    if (alignment == Alignment::reference) {
      transformation.replace(old_part, new_part);
    } else {
      const auto begin = origin + static_cast<uint32_t>(old_part.data() - text.data());
      out.append(new_part, {begin, begin + static_cast<uint32_t>(old_part.size())});
    }
  };
  GraphemeBreaker breaker;
  const auto starts_cluster = [&](size_t at) {
    return breaker.starts_cluster(classes_[decode_codepoint(text, at).value]);
  };
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    if (begin == 0) starts_cluster(0);
    end = begin + codepoint_size(text[begin]);
    while (end < text.size() && !starts_cluster(end)) end += codepoint_size(text[end]);
    const std::string_view cluster = text.substr(begin, end - begin);
    if (cluster.size() < kWholeLookupBytes) {
      if (const auto replaced = charsmap_.shortest_match(cluster)) {
        replace(cluster, *replaced);
        continue;
      }
    }
    for (size_t at = 0; at < cluster.size();) {
      const std::string_view codepoint = cluster.substr(at, codepoint_size(cluster[at]));
      replace(codepoint, charsmap_.shortest_match(codepoint).value_or(codepoint));
      at += codepoint.size();
    }
  }
  transformation.finish();
}

}  // namespace xlmr
