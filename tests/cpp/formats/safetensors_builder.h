// SPDX-License-Identifier: Apache-2.0
// safetensors_file: a file of a header and as many bytes behind it as wanted, for tests.
//
//   safetensors_file(R"({"x": {"dtype": "U8", "shape": [2], "data_offsets": [0, 2]}})", 2)
#ifndef XLMR_TESTS_FORMATS_SAFETENSORS_BUILDER_H_
#define XLMR_TESTS_FORMATS_SAFETENSORS_BUILDER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/safetensors.h"

namespace xlmr {

inline std::string little_endian(uint64_t number) {
  std::string bytes;
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

inline std::string safetensors_file(std::string_view json, size_t data_size) {
  return little_endian(json.size()).append(json) + std::string(data_size, '\0');
}

/// Reads a whole file's header as a caller with a file does.
inline Result<SafetensorsHeader> parse_file(std::string_view file) {
  const auto end = SafetensorsHeader::header_end(file.substr(0, 8), file.size());
  XLMR_RETURN_IF_ERROR(end);
  return SafetensorsHeader::parse(file.substr(0, end.value()), file.size());
}

}  // namespace xlmr

#endif  // XLMR_TESTS_FORMATS_SAFETENSORS_BUILDER_H_
