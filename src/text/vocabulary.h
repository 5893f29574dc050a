// SPDX-License-Identifier: Apache-2.0
// Vocabulary: piece texts by id, in one block of memory.
//
// Invariant: ids are dense from 0; a text is never empty for an id below size().
//
//   Vocabulary v;  v.add("<s>");  v.add("▁in");
//   v[1]  -> "▁in"      v[7]  -> ""
#ifndef XLMR_TEXT_VOCABULARY_H_
#define XLMR_TEXT_VOCABULARY_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace xlmr {

class Vocabulary {
 public:
  void add(std::string_view piece) {
    texts_.insert(texts_.end(), piece.begin(), piece.end());
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

  /// Views of all of them, by id.
  [[nodiscard]] std::vector<std::string_view> all() const {
    std::vector<std::string_view> texts;
    texts.reserve(ends_.size());
    for (int32_t id = 0; id < size(); ++id) texts.push_back((*this)[id]);
    return texts;
  }

 private:
  std::vector<char> texts_;
  std::vector<uint32_t> ends_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_VOCABULARY_H_
