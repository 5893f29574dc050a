// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_checkpoint.h"

#include <utility>

namespace xlmr {
namespace {

constexpr std::string_view kPickleFile = "data.pkl";
constexpr std::string_view kByteOrderFile = "byteorder";
constexpr std::string_view kLittle = "little";

Status wrong(std::string_view where, std::string_view expected, std::string_view found) {
  return invalid_checkpoint("checkpoint: zip: " + std::string(where) + ": expected " +
                            std::string(expected) + ", found " + std::string(found));
}

/// Whether it lies in the archive's one folder.
bool is_pickle(std::string_view name) {
  const size_t slash = name.find('/');
  return slash != std::string_view::npos && slash > 0 && name.substr(slash + 1) == kPickleFile;
}

}  // namespace

std::optional<FileRange> ZipCheckpoint::wants() const {
  if (const auto range = zip_.wants()) return range;
  return byte_order_ ? byte_order_ : pickle_;
}

Status ZipCheckpoint::give(std::string_view bytes) {
  if (zip_.wants()) {
    const Status status = zip_.give(bytes);
    return !status.ok() || zip_.wants() ? status : find_pickle();
  }
  if (byte_order_) return give_byte_order(bytes);
  return pickle_ ? give_pickle(bytes, pickle_->begin)
                 : invalid_argument("give: expected no bytes after the last that wants() names");
}

Status ZipCheckpoint::find_pickle() {
  const ZipEntry* found = nullptr;
  for (const ZipEntry& entry : zip_.entries()) {
    if (!is_pickle(entry.name)) continue;
    if (found != nullptr) return wrong(kPickleFile, "one in the archive", "several");
    found = &entry;
  }
  if (found == nullptr) return wrong(kPickleFile, "it in a folder of the archive", "none");
  if (found->data.size() > Pickle::kMaxBytes) {
    return wrong(kPickleFile, "at most " + std::to_string(Pickle::kMaxBytes) + " bytes",
                 std::to_string(found->data.size()));
  }
  folder_ = found->name.substr(0, found->name.size() - kPickleFile.size());
  pickle_ = found->data;
  const ZipEntry* order = zip_.find(folder_ + std::string(kByteOrderFile));
  if (order == nullptr) return {};
  byte_order_ = order->data;
  return order->data.size() == kLittle.size() ? Status() : give_byte_order("");
}

Status ZipCheckpoint::give_byte_order(std::string_view bytes) {
  if (bytes != kLittle) return wrong(kByteOrderFile, "\"little\"", "another");
  byte_order_.reset();
  return {};
}

Status ZipCheckpoint::give_pickle(std::string_view bytes, uint64_t begin) {
  const auto pickle = Pickle::read(bytes, begin);
  if (!pickle.ok()) return pickle.status();
  if (pickle.value().size() != bytes.size()) {
    return wrong(kPickleFile, "its end behind STOP at " + std::to_string(pickle.value().size()),
                 std::to_string(bytes.size()) + " bytes");
  }
  const auto dict = StateDict::read(pickle.value());
  if (!dict.ok()) return dict.status();
  std::vector<uint64_t> begins;
  for (const TorchStorage& storage : dict.value().storages) {
    const ZipEntry* entry = zip_.find(folder_ + "data/" + storage.key);
    const std::string expected = std::to_string(storage.byte_size) + " bytes";
    if (entry == nullptr || entry->data.size() != storage.byte_size) {
      return wrong("data/" + pickle_text_shown(storage.key), expected,
                   entry == nullptr ? "no such entry" : std::to_string(entry->data.size()));
    }
    begins.push_back(entry->data.begin);
  }
  tensors_ = dict.value().place(begins);
  pickle_.reset();
  return {};
}

}  // namespace xlmr
