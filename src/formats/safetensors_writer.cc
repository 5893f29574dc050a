// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors_writer.h"

#include <cstdint>

namespace xlmr {
namespace {

/// As a JSON string; `text` is UTF-8.
std::string quoted(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<uint8_t>(c) < 0x20) {
      json += "\\u00";
      json += kDigits[static_cast<uint8_t>(c) >> 4];
      json += kDigits[static_cast<uint8_t>(c) & 0xF];
    } else {
      json += c;
    }
  }
  return json + '"';
}

}  // namespace

Result<std::string> safetensors_header(std::span<const TensorEntry> tensors,
                                       std::string_view metadata) {
  constexpr size_t kStep = SafetensorsHeader::kSizeBytes;
  std::string json = concat(R"({"__metadata__":{)", metadata, "}");
  for (const TensorEntry& tensor : tensors) {
    json += concat(",", quoted(tensor.name), R"(:{"dtype":")", tensor_type_name(tensor.type),
                   R"(","shape":)", shape_text(tensor.shape), R"(,"data_offsets":[)", tensor.begin,
                   ",", tensor.end, "]}");
    if (json.size() > SafetensorsHeader::kMaxJsonBytes - kStep) {
      return invalid_checkpoint(
          "checkpoint: expected names and shapes of at most 100000000 bytes in all, found more");
    }
  }
  json += '}';
  json.resize((json.size() + kStep - 1) / kStep * kStep, ' ');
  std::string header;
  for (size_t i = 0; i < kStep; ++i) {
    header += static_cast<char>(uint64_t{json.size()} >> (8 * i) & 0xFF);
  }
  return header + json;
}

}  // namespace xlmr
