// SPDX-License-Identifier: Apache-2.0
#include "eval/resampling.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace xlmr {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr Wide wide(uint64_t high, uint64_t low) { return Wide{high} << 64 | low; }

// PCG's multiplier; the increment that numpy's SeedSequence(0) gives, as it gives the first state.
constexpr Wide kMultiplier = wide(0x2360ED051FC65DA4, 0x4385DF649FCCF645);
constexpr Wide kIncrement = wide(0x418DDADB3AF71A82, 0x588133BC447873A9);

double quantile(const std::vector<double>& ascending, double p) {
  const auto size = static_cast<double>(ascending.size());
  const double place = p * size + (1 - p);
  const double above = std::floor(place);
  const double part = place - above;
  const auto at = [&](double index) {
    return ascending[static_cast<size_t>(std::clamp(index, 0.0, size - 1))];
  };
  return (1 - part) * at(above - 1) + part * at(above);
}

}  // namespace

uint32_t Resampling::next_half() {
  if (has_half_) {
    has_half_ = false;
    return half_;
  }
  const Wide state = wide(state_[0], state_[1]) * kMultiplier + kIncrement;
  state_ = {static_cast<uint64_t>(state >> 64), static_cast<uint64_t>(state)};
  const uint64_t drawn = std::rotr(state_[0] ^ state_[1], static_cast<int>(state_[0] >> 58));
  has_half_ = true;
  half_ = static_cast<uint32_t>(drawn >> 32);
  return static_cast<uint32_t>(drawn);
}

uint32_t Resampling::next() {
  uint64_t product = uint64_t{next_half()} * count_;
  if (static_cast<uint32_t>(product) < count_) {
    const uint32_t threshold = (0 - count_) % count_;
    while (static_cast<uint32_t>(product) < threshold) product = uint64_t{next_half()} * count_;
  }
  return static_cast<uint32_t>(product >> 32);
}

Interval percentile_interval(std::vector<double> values, double level) {
  const bool has_nan =
      std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
  if (values.empty() || has_nan) {
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  }
  std::sort(values.begin(), values.end());
  const double alpha = (1 - level) / 2;
  return {quantile(values, alpha), quantile(values, 1 - alpha)};
}

}  // namespace xlmr
