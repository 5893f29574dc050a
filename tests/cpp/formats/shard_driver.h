// SPDX-License-Identifier: Apache-2.0
// read_shard: gives a ShardReader what it asks for of a file in memory, and watches what it asks for.
//
//   TorchCheckpoint reader(file.size());
//   EXPECT_TRUE(read_shard(reader, file).ok());
#ifndef XLMR_TESTS_FORMATS_SHARD_DRIVER_H_
#define XLMR_TESTS_FORMATS_SHARD_DRIVER_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "formats/file_range.h"
#include "formats/safetensors.h"

namespace xlmr {

/// For a ShardReader or a ZipDirectory.
template <typename Reader>
Status read_shard(Reader& reader, std::string_view file) {
  for (size_t requests = 0; requests < 100'000; ++requests) {
    const auto range = reader.wants();
    if (!range) return {};
    if (range->begin > range->end || range->end > file.size()) {
      ADD_FAILURE() << "[" << range->begin << ", " << range->end << ") of " << file.size();
      return invalid_argument("no such range");
    }
    // A copy of its own size, so that a sanitizer sees what reads beyond it.
    const std::string bytes(file.substr(range->begin, range->size()));
    XLMR_RETURN_IF_ERROR(reader.give(bytes));
  }
  ADD_FAILURE() << "no end of requests";
  return {};
}

/// Not ok, or tensors that lie within the file.
template <typename Reader>
void expect_safe(std::string_view file) {
  Reader reader(file.size());
  const Status status = read_shard(reader, file);
  if (!status.ok()) {
    EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint) << status.message();
    return;
  }
  for (const TensorEntry& tensor : reader.take_tensors()) {
    EXPECT_LE(tensor.begin, tensor.end);
    EXPECT_LE(tensor.end, file.size());
  }
}

/// Reads the file cut off at every byte, which is an error, and with each byte changed, which may
/// be.
template <typename Reader>
void expect_safe_when_spoiled(const std::string& file) {
  for (size_t size = 0; size < file.size(); ++size) {
    Reader reader(size);
    EXPECT_FALSE(read_shard(reader, std::string_view(file).substr(0, size)).ok()) << size;
  }
  for (size_t at = 0; at < file.size(); ++at) {
    for (const int change : {0x01, 0x40, 0x80, 0xFF}) {
      std::string spoiled = file;
      spoiled[at] = static_cast<char>(spoiled[at] ^ change);
      expect_safe<Reader>(spoiled);
    }
  }
}

}  // namespace xlmr

#endif  // XLMR_TESTS_FORMATS_SHARD_DRIVER_H_
