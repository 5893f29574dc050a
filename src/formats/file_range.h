// SPDX-License-Identifier: Apache-2.0
// FileRange: a half-open range of a file's bytes. A file may be larger than memory.
//
// Invariant: begin <= end.
//
//   FileRange{8, 44}.size()   -> 36
#ifndef XLMR_FORMATS_FILE_RANGE_H_
#define XLMR_FORMATS_FILE_RANGE_H_

#include <cstdint>

namespace xlmr {

struct FileRange {
  uint64_t begin = 0;
  uint64_t end = 0;

  [[nodiscard]] constexpr uint64_t size() const { return end - begin; }
  friend constexpr bool operator==(const FileRange&, const FileRange&) = default;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_FILE_RANGE_H_
