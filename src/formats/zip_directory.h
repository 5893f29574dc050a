// SPDX-License-Identifier: Apache-2.0
// ZipDirectory: which files a zip archive stores, and where their bytes lie.
//
// Invariant: entries are stored as they are, neither compressed nor encrypted; each lies within the
// archive and shares no byte with another or with the directory; no two have one name, and what
// stands before an entry's bytes agrees with the directory. Names are only ever compared: they are
// no paths of anything.
//
//   ZipDirectory zip(file_size);
//   while (const auto range = zip.wants()) zip.give(bytes of the range);
//   zip.find("archive/data.pkl")->data   -> FileRange{64, 7362}
//
// Source: PKWARE's APPNOTE 6.3.9, sections 4.3 to 4.5. Stricter than it asks: no comment behind the
// directory, no archive of several disks, and the ZIP64 records, where there are any, directly
// before the directory's end.
#ifndef XLMR_FORMATS_ZIP_DIRECTORY_H_
#define XLMR_FORMATS_ZIP_DIRECTORY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "formats/file_range.h"

namespace xlmr {

struct ZipEntry {
  std::string name;
  FileRange data;
};

class ZipDirectory {
 public:
  static constexpr uint64_t kMaxBytes = uint64_t{8} << 20;  ///< of the central directory
  static constexpr uint64_t kMaxEntries = 10'000;

  explicit ZipDirectory(uint64_t file_size);

  /// What to read next: the file's end, the directory, then what stands before each entry's bytes.
  [[nodiscard]] std::optional<FileRange> wants() const { return wanted_; }

  /// `bytes` are those of wants(). Errors: invalid_checkpoint, naming the entry.
  [[nodiscard]] Status give(std::string_view bytes);

  /// In the order of their bytes; once wants() has nothing.
  [[nodiscard]] std::span<const ZipEntry> entries() const { return entries_; }
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;

 private:
  enum class State { end, directory, local_headers };

  /// What the directory says of an entry, as far as its local header repeats it.
  struct Local {
    uint64_t begin = 0;  // of the local header
    uint64_t flags = 0;
    uint64_t size = 0;
  };

  [[nodiscard]] Status give_end(std::string_view bytes);
  [[nodiscard]] Status give_directory(std::string_view bytes);
  [[nodiscard]] Status give_local_header(std::string_view bytes);
  [[nodiscard]] Status add_entry(std::string_view bytes, std::string_view name,
                                 std::string_view extra);
  [[nodiscard]] Status sort_entries();
  void want_next_local_header();

  uint64_t file_size_;
  State state_ = State::end;
  std::optional<FileRange> wanted_;
  uint64_t directory_begin_ = 0;
  uint64_t count_ = 0;  // of entries, as the directory's end says
  std::vector<ZipEntry> entries_;
  std::vector<Local> locals_;      // of each entry
  std::vector<uint32_t> by_name_;  // entries_ in the order of their names
  size_t at_ = 0;                  // the entry whose local header is wanted
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_ZIP_DIRECTORY_H_
