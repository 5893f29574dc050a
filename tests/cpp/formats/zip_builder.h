// SPDX-License-Identifier: Apache-2.0
// ZipBuilder: zip archives of stored entries, as torch.save() writes them, and broken ones.
//
//   ZipBuilder().add("archive/data.pkl", bytes).add("archive/data/0", more).file()
#ifndef XLMR_TESTS_FORMATS_ZIP_BUILDER_H_
#define XLMR_TESTS_FORMATS_ZIP_BUILDER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "formats/pickle_builder.h"

namespace xlmr {

/// What the directory says of an entry; `local_` where the local header says otherwise.
struct ZipRecord {
  std::string name{};
  std::string bytes{};
  uint64_t flags = 1 << 11;
  uint64_t method = 0;
  uint64_t size = 0;
  uint64_t stored_size = 0;
  uint64_t begin = 0;
  std::string local_name{};
  uint64_t local_method = 0;
  uint64_t local_size = 0;
  std::string local_extra{};
};

class ZipBuilder {
 public:
  using Edit = std::function<void(ZipRecord&)>;

  ZipBuilder& add(const std::string& name, const std::string& bytes, const Edit& edit = {}) {
    ZipRecord record{.name = name,
                     .bytes = bytes,
                     .size = bytes.size(),
                     .stored_size = bytes.size(),
                     .begin = file_.size(),
                     .local_name = name,
                     .local_size = bytes.size(),
                     .local_extra = "FB\x02" + std::string(3, '\0')};
    if (edit) edit(record);
    file_ += "PK\x03\x04" + number_bytes(0, 2) + number_bytes(record.flags, 2) +
             number_bytes(record.local_method, 2) + number_bytes(0, 8) +
             number_bytes(record.local_size, 4) + number_bytes(record.local_size, 4) +
             number_bytes(record.local_name.size(), 2) +
             number_bytes(record.local_extra.size(), 2) + record.local_name + record.local_extra +
             record.bytes;
    records_.push_back(std::move(record));
    return *this;
  }

  /// Numbers that need no 64 bits stand in the extra field all the same, as newer releases do.
  ZipBuilder& zip64() {
    zip64_ = true;
    return *this;
  }
  /// Between the entries, as a data descriptor is.
  ZipBuilder& gap(size_t bytes) {
    file_ += std::string(bytes, 'D');
    return *this;
  }

  [[nodiscard]] std::string directory() const {
    std::string bytes{};
    for (const ZipRecord& record : records_) {
      const std::string extra =
          zip64_ ? number_bytes(1, 2) + number_bytes(24, 2) + number_bytes(record.size, 8) +
                       number_bytes(record.stored_size, 8) + number_bytes(record.begin, 8)
                 : "";
      const auto narrow = [&](uint64_t n) { return number_bytes(zip64_ ? 0xFFFFFFFF : n, 4); };
      bytes += "PK\x01\x02" + number_bytes(0, 4) + number_bytes(record.flags, 2) +
               number_bytes(record.method, 2) + number_bytes(0, 8) + narrow(record.stored_size) +
               narrow(record.size) + number_bytes(record.name.size(), 2) +
               number_bytes(extra.size(), 2) + number_bytes(0, 10) + narrow(record.begin) +
               record.name + extra;
    }
    return bytes;
  }

  [[nodiscard]] std::string end(uint64_t count, uint64_t size, uint64_t begin) const {
    std::string bytes{};
    if (zip64_) {
      bytes += "PK\x06\x06" + number_bytes(44, 8) + number_bytes(0, 12) + number_bytes(count, 8) +
               number_bytes(count, 8) + number_bytes(size, 8) + number_bytes(begin, 8);
      bytes +=
          "PK\x06\x07" + number_bytes(0, 4) + number_bytes(begin + size, 8) + number_bytes(1, 4);
    }
    const auto narrow = [&](uint64_t number, size_t bytes_each) {
      return number_bytes(zip64_ ? UINT64_MAX : number, bytes_each);
    };
    return bytes + "PK\x05\x06" + number_bytes(0, 4) + number_bytes(zip64_ ? 0xFFFF : count, 2) +
           narrow(count, 2) + narrow(size, 4) + narrow(begin, 4) + number_bytes(0, 2);
  }

  [[nodiscard]] std::string file() const {
    const std::string entries = directory();
    return file_ + entries + end(records_.size(), entries.size(), file_.size());
  }

  [[nodiscard]] const std::string& before_directory() const { return file_; }

 private:
  std::string file_;
  std::vector<ZipRecord> records_;
  bool zip64_ = false;
};

}  // namespace xlmr

#endif  // XLMR_TESTS_FORMATS_ZIP_BUILDER_H_
