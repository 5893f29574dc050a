// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_directory.h"

#include <algorithm>
#include <numeric>

#include "base/result.h"
#include "formats/little_endian.h"

namespace xlmr {
namespace {

constexpr uint64_t kLocalSignature = 0x04034B50;
constexpr uint64_t kDirectorySignature = 0x02014B50;
constexpr uint64_t kEndSignature = 0x06054B50;
constexpr uint64_t kEnd64Signature = 0x06064B50;
constexpr uint64_t kLocator64Signature = 0x07064B50;

constexpr size_t kLocalBytes = 30;
constexpr size_t kDirectoryBytes = 46;
constexpr size_t kEndBytes = 22;
constexpr size_t kEnd64Bytes = 56;
constexpr size_t kLocator64Bytes = 20;
constexpr size_t kTailBytes = kEnd64Bytes + kLocator64Bytes + kEndBytes;

constexpr uint64_t kLargest16 = 0xFFFF;
constexpr uint64_t kLargest32 = 0xFFFFFFFF;
constexpr uint64_t kZip64Extra = 1;

// Sizes and checksum come behind the bytes; names are UTF-8. Others encrypt or compress.
constexpr uint64_t kSizesBehind = 1U << 3;
constexpr uint64_t kKnownFlags = kSizesBehind | 1U << 11;

Status wrong(std::string_view where, std::string_view what, const AsText& found) {
  return invalid_checkpoint(expected(concat("checkpoint: zip", where), what, found));
}

std::string entry_text(std::string_view name) {
  constexpr size_t kMostShown = 60;
  std::string shown(name.substr(0, kMostShown));
  std::ranges::replace_if(shown, [](char c) { return c < ' ' || c > '~'; }, '?');
  return concat(": ", shown);
}

/// What the directory's end says of the directory.
struct DirectoryEnd {
  uint64_t count = 0;  // of entries
  uint64_t size = 0;   // in bytes
  uint64_t begin = 0;
  bool is_one_disk = false;
};

DirectoryEnd read_end(std::string_view end) {
  const uint64_t count = little_endian(end, 10, 2);
  return {.count = count,
          .size = little_endian(end, 12, 4),
          .begin = little_endian(end, 16, 4),
          .is_one_disk = little_endian(end, 4, 4) == 0 && little_endian(end, 8, 2) == count};
}

/// Whether a number of the end is the one that the ZIP64 record has, or stands for it: where the
/// number has no room, the end has the largest one that it has room for.
bool stands_for(uint64_t number, uint64_t largest, uint64_t number64) {
  return number == number64 || number == largest;
}

/// The same from `tail`: the ZIP64 record, which begins at byte `begin64` of the file, its locator
/// and the end, which `end` was read from.
Result<DirectoryEnd> read_end64(std::string_view tail, uint64_t begin64, const DirectoryEnd& end) {
  const std::string_view locator = tail.substr(kEnd64Bytes, kLocator64Bytes);
  if (little_endian(tail, 0, 4) != kEnd64Signature ||
      little_endian(tail, 4, 8) != kEnd64Bytes - 12 || little_endian(locator, 8, 8) != begin64) {
    return wrong("", "the ZIP64 record of 56 bytes before its locator", "other bytes");
  }
  const uint64_t count = little_endian(tail, 32, 8);
  const bool is_one_disk = little_endian(tail, 16, 8) == 0 && little_endian(tail, 24, 8) == count &&
                           little_endian(locator, 4, 4) == 0 && little_endian(locator, 16, 4) == 1;
  const DirectoryEnd end64{.count = count,
                           .size = little_endian(tail, 40, 8),
                           .begin = little_endian(tail, 48, 8),
                           .is_one_disk = end.is_one_disk && is_one_disk};
  if (!stands_for(end.count, kLargest16, end64.count) ||
      !stands_for(end.size, kLargest32, end64.size) ||
      !stands_for(end.begin, kLargest32, end64.begin)) {
    return wrong("", "the numbers of the ZIP64 record at the directory's end", "others");
  }
  return end64;
}

/// Numbers of a directory entry that did not fit there, in their order.
class Zip64Numbers {
 public:
  /// `extra` is a list of {id, size, bytes}.
  explicit Zip64Numbers(std::string_view extra) {
    while (extra.size() >= 4) {
      const uint64_t size = little_endian(extra, 2, 2);
      if (size > extra.size() - 4) return;
      if (little_endian(extra, 0, 2) == kZip64Extra) {
        rest_ = extra.substr(4, size);
        return;
      }
      extra.remove_prefix(4 + size);
    }
  }

  /// The number itself, or what stands for it here where it has the largest value of 32 bits.
  [[nodiscard]] std::optional<uint64_t> resolve(uint64_t number) {
    if (number != kLargest32) return number;
    if (rest_.size() < 8) return std::nullopt;
    const uint64_t wide = little_endian(rest_, 0, 8);
    rest_.remove_prefix(8);
    return wide;
  }

 private:
  std::string_view rest_;
};

}  // namespace

ZipDirectory::ZipDirectory(uint64_t file_size)
    : file_size_(file_size),
      wanted_(FileRange{file_size - std::min<uint64_t>(file_size, kTailBytes), file_size}) {}

Status ZipDirectory::give(std::string_view bytes) {
  if (!wanted_ || bytes.size() != wanted_->size()) {
    return invalid_argument("give: expected the bytes that wants() names");
  }
  switch (state_) {
    case State::end:
      return give_end(bytes);
    case State::directory:
      return give_directory(bytes);
    case State::local_headers:
      return give_local_header(bytes);
  }
  return {};
}

Status ZipDirectory::give_end(std::string_view tail) {
  if (tail.size() < kEndBytes) {
    return wrong("", "the directory's end of 22 bytes", concat("a file of ", file_size_));
  }
  const std::string_view end_bytes = tail.substr(tail.size() - kEndBytes);
  if (little_endian(end_bytes, 0, 4) != kEndSignature || little_endian(end_bytes, 20, 2) != 0) {
    return wrong("", "the directory's end as the last 22 bytes of the file, without a comment",
                 "other bytes");
  }
  uint64_t directory_end = file_size_ - kEndBytes;
  DirectoryEnd end = read_end(end_bytes);
  if (tail.size() == kTailBytes && little_endian(tail, kEnd64Bytes, 4) == kLocator64Signature) {
    directory_end -= kEnd64Bytes + kLocator64Bytes;
    const auto end64 = read_end64(tail, directory_end, end);
    XLMR_RETURN_IF_ERROR(end64);
    end = end64.value();
  }
  const auto& [count, size, begin, is_one_disk] = end;
  if (!is_one_disk) return wrong("", "an archive of one disk", "one of several");
  if (count == 0 || count > kMaxEntries) {
    return wrong("", concat("1 to ", kMaxEntries, " entries"), count);
  }
  if (size > kMaxBytes) {
    return wrong("", concat("a directory of at most ", kMaxBytes, " bytes"), size);
  }
  if (size > directory_end || begin != directory_end - size) {
    return wrong("", concat("the directory of ", size, " bytes to end at byte ", directory_end),
                 concat("it to begin at ", begin));
  }
  directory_begin_ = begin;
  count_ = count;
  state_ = State::directory;
  wanted_ = FileRange{begin, directory_end};
  return {};
}

Status ZipDirectory::give_directory(std::string_view rest) {
  for (uint64_t i = 0; i < count_; ++i) {
    const std::string where = concat(" entry ", i);
    if (rest.size() < kDirectoryBytes || little_endian(rest, 0, 4) != kDirectorySignature) {
      return wrong(where, "an entry of the directory",
                   rest.size() < kDirectoryBytes ? "the directory's end" : "other bytes");
    }
    const std::string_view header = rest.substr(0, kDirectoryBytes);
    const size_t name_size = little_endian(header, 28, 2);
    const size_t extra_size = little_endian(header, 30, 2);
    const size_t size = kDirectoryBytes + name_size + extra_size + little_endian(header, 32, 2);
    if (size > rest.size()) return wrong(where, "its name and extra field", "the directory's end");
    XLMR_RETURN_IF_ERROR(add_entry(header, rest.substr(kDirectoryBytes, name_size),
                                   rest.substr(kDirectoryBytes + name_size, extra_size)));
    rest.remove_prefix(size);
  }
  if (!rest.empty()) {
    return wrong("", concat(count_, " entries in the directory"), "more bytes behind them");
  }
  XLMR_RETURN_IF_ERROR(sort_entries());
  state_ = State::local_headers;
  want_next_local_header();
  return {};
}

Status ZipDirectory::add_entry(std::string_view header, std::string_view name,
                               std::string_view extra) {
  const std::string where = entry_text(name);
  const uint64_t flags = little_endian(header, 8, 2);
  const uint64_t method = little_endian(header, 10, 2);
  if ((flags & ~kKnownFlags) != 0) return wrong(where, "no flags but 3 and 11", flags);
  if (method != 0) return wrong(where, "an entry that is stored, method 0", method);
  Zip64Numbers wide(extra);
  const auto size = wide.resolve(little_endian(header, 24, 4));
  const auto stored_size = wide.resolve(little_endian(header, 20, 4));
  const auto begin = wide.resolve(little_endian(header, 42, 4));
  if (!size || !stored_size || !begin) {
    return wrong(where, "a ZIP64 extra field with the numbers that need it", "fewer");
  }
  if (*size != *stored_size) {
    return wrong(where, concat("as many bytes stored as there are, ", *size), *stored_size);
  }
  const uint64_t header_bytes = kLocalBytes + name.size();
  if (directory_begin_ < header_bytes || *begin > directory_begin_ - header_bytes) {
    return wrong(where, concat("an entry before the directory at ", directory_begin_), *begin);
  }
  entries_.push_back({std::string(name), {}});
  locals_.push_back({*begin, flags, *size});
  return {};
}

Status ZipDirectory::sort_entries() {
  std::vector<uint32_t> order(entries_.size());
  std::iota(order.begin(), order.end(), 0U);
  by_name_ = order;
  std::ranges::sort(order, {}, [&](uint32_t i) { return locals_[i].begin; });
  std::vector<ZipEntry> entries;
  std::vector<Local> locals;
  for (const uint32_t i : order) {
    entries.push_back(std::move(entries_[i]));
    locals.push_back(locals_[i]);
  }
  entries_ = std::move(entries);
  locals_ = std::move(locals);

  const auto name_of = [&](uint32_t i) -> std::string_view { return entries_[i].name; };
  std::ranges::sort(by_name_, {}, name_of);
  const auto repeated = std::ranges::adjacent_find(by_name_, {}, name_of);
  if (repeated == by_name_.end()) return {};
  return wrong(entry_text(name_of(*repeated)), "each name once", "it twice");
}

void ZipDirectory::want_next_local_header() {
  wanted_.reset();
  if (at_ == entries_.size()) return;
  const uint64_t begin = locals_[at_].begin;
  wanted_ = FileRange{begin, begin + kLocalBytes + entries_[at_].name.size()};
}

Status ZipDirectory::give_local_header(std::string_view header) {
  ZipEntry& entry = entries_[at_];
  const Local& local = locals_[at_];
  const std::string where = entry_text(entry.name);
  if (little_endian(header, 0, 4) != kLocalSignature) {
    return wrong(where, concat("a local header at byte ", local.begin), "other bytes");
  }
  const bool sizes_behind = (local.flags & kSizesBehind) != 0;
  const auto agrees = [&](uint64_t size) {
    return size == local.size || size == kLargest32 || (sizes_behind && size == 0);
  };
  if (little_endian(header, 6, 2) != local.flags || little_endian(header, 8, 2) != 0 ||
      !agrees(little_endian(header, 18, 4)) || !agrees(little_endian(header, 22, 4)) ||
      little_endian(header, 26, 2) != entry.name.size() ||
      header.substr(kLocalBytes) != entry.name) {
    return wrong(where, "a local header that agrees with the directory", "another");
  }
  const uint64_t begin = local.begin + header.size() + little_endian(header, 28, 2);
  const bool is_last = at_ + 1 == entries_.size();
  const uint64_t most = is_last ? directory_begin_ : locals_[at_ + 1].begin;
  if (begin > most || local.size > most - begin) {
    return wrong(where,
                 concat("its ", local.size, " bytes from ", begin, " on to end before the ",
                        is_last ? "directory" : "next entry"),
                 most);
  }
  entry.data = {begin, begin + local.size};
  ++at_;
  want_next_local_header();
  return {};
}

const ZipEntry* ZipDirectory::find(std::string_view name) const {
  const auto name_of = [&](uint32_t i) -> std::string_view { return entries_[i].name; };
  const auto at = std::ranges::lower_bound(by_name_, name, {}, name_of);
  return at != by_name_.end() && name_of(*at) == name ? &entries_[*at] : nullptr;
}

}  // namespace xlmr
