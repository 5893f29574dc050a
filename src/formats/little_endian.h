// SPDX-License-Identifier: Apache-2.0
// little_endian: whole numbers as zip files and pickles store them.
//
// Invariant: the caller has checked that the bytes are there.
//
//   little_endian("\x01\x02\x03", 1, 2)   -> 0x0302
#ifndef XLMR_FORMATS_LITTLE_ENDIAN_H_
#define XLMR_FORMATS_LITTLE_ENDIAN_H_

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace xlmr {

/// The unsigned number in `size` bytes, at most 8, from byte `at` on.
[[nodiscard]] inline uint64_t little_endian(std::string_view bytes, size_t at, size_t size) {
  assert(size <= sizeof(uint64_t) && at + size <= bytes.size());
  uint64_t number = 0;
  for (size_t i = 0; i < size; ++i) {
    number |= uint64_t{static_cast<uint8_t>(bytes[at + i])} << (8 * i);
  }
  return number;
}

}  // namespace xlmr

#endif  // XLMR_FORMATS_LITTLE_ENDIAN_H_
