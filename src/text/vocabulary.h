// SPDX-License-Identifier: Apache-2.0
// Vocabulary: piece texts by id, in one block of memory.
//
// Invariant: ids are dense from 0; a text is never empty for an id below size().
//
//   Vocabulary v;  v.add("<s>");  v.add("▁in");
//   v[1]  -> "▁in"      v[7]  -> ""
#ifndef XLMR_TEXT_VOCABULARY_H_
#define XLMR_TEXT_VOCABULARY_H_

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/uninitialized.h"

namespace xlmr {

class Vocabulary {
 public:
  /// Makes room for so many pieces, of so many bytes in all.
  void reserve(size_t pieces, size_t bytes) {
    ends_.reserve(pieces);
    texts_.reserve(bytes);
  }

  void add(std::string_view piece) {
    const size_t at = texts_.size();
    texts_.resize(at + piece.size());
    std::copy(piece.begin(), piece.end(), texts_.begin() + static_cast<ptrdiff_t>(at));
    ends_.push_back(static_cast<uint32_t>(texts_.size()));
  }

  [[nodiscard]] int32_t size() const { return static_cast<int32_t>(ends_.size()); }

  /// Empty for an id outside [0, size()).
  [[nodiscard]] std::string_view operator[](int32_t id) const {
    if (id < 0 || id >= size()) return {};
    const auto at = static_cast<size_t>(id);
    const uint32_t begin = at == 0 ? 0 : ends_[at - 1];
    return {texts_.data() + begin, ends_[at] - begin};
  }

  /// All texts, one after another, and where each ends.
  [[nodiscard]] std::string_view texts() const { return {texts_.data(), texts_.size()}; }
  [[nodiscard]] std::span<const uint32_t> ends() const { return ends_; }

  /// Views of all of them, by id.
  [[nodiscard]] std::vector<std::string_view> all() const {
    std::vector<std::string_view> texts;
    texts.reserve(ends_.size());
    for (int32_t id = 0; id < size(); ++id) texts.push_back((*this)[id]);
    return texts;
  }

 private:
  std::vector<char, UninitializedAllocator<char>> texts_;
  std::vector<uint32_t> ends_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_VOCABULARY_H_
