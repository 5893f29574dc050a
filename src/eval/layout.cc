// SPDX-License-Identifier: Apache-2.0
#include "eval/layout.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/concat.h"

namespace xlmr {
namespace {

constexpr size_t kColumn = 9;

}  // namespace

std::string fixed(double value, int digits, size_t width) {
  std::array<char, 512> buffer;  // more than a value below 1e300 takes
  const int written = std::snprintf(buffer.data(), buffer.size(), "%*.*f", static_cast<int>(width),
                                    std::min(digits, kMaxDigits), value);
  return {buffer.data(), std::min(static_cast<size_t>(written), buffer.size() - 1)};
}

size_t codepoint_count(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

std::string padded(std::string_view text, size_t width) {
  const size_t size = codepoint_count(text);
  std::string out(size < width ? width - size : 0, ' ');
  out += text;
  return out;
}

std::string padded(size_t number, size_t width) { return padded(concat(number), width); }

ScoreTable::ScoreTable(const std::vector<std::string>& names, int digits,
                       std::string_view support_end)
    : width_(std::max(std::string_view("weighted avg").size(), static_cast<size_t>(digits))),
      digits_(digits),
      support_end_(support_end) {
  for (const std::string& name : names) width_ = std::max(width_, codepoint_count(name));
  text_ = padded("", width_) + ' ';
  for (const char* head : {"precision", "recall", "f1-score", "support"}) {
    text_ += ' ' + padded(head, kColumn);
  }
  text_ += "\n\n";
}

void ScoreTable::row(std::string_view name, double precision, double recall, double f1,
                     size_t support) {
  text_ += padded(name, width_) + ' ';
  for (const double score : {precision, recall, f1}) text_ += ' ' + fixed(score, digits_, kColumn);
  text_ += ' ' + padded(concat(support, support_end_), kColumn) + '\n';
}

void ScoreTable::row_of_one(std::string_view name, double score, size_t support) {
  text_ += padded(name, width_) + ' ';
  text_.append(2 * (1 + kColumn), ' ');
  text_ += ' ' + fixed(score, digits_, kColumn);
  text_ += ' ' + padded(concat(support, support_end_), kColumn) + '\n';
}

}  // namespace xlmr
