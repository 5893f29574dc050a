// SPDX-License-Identifier: Apache-2.0
#include "base/concat.h"

#include <charconv>

namespace xlmr {

void AsText::set(int64_t number) {
  const auto written = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number);
  text_ = {digits_.data(), written.ptr};
}

void AsText::set(uint64_t number) {
  const auto written = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number);
  text_ = {digits_.data(), written.ptr};
}

std::string concat_all(std::initializer_list<AsText> parts) {
  size_t size = 0;
  for (const AsText& part : parts) size += part.view().size();
  std::string text;
  text.reserve(size);
  for (const AsText& part : parts) text += part.view();
  return text;
}

}  // namespace xlmr
