// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_checkpoint.h"

#include <utility>

namespace xlmr {
namespace {

constexpr std::string_view kPickleFile = "data.pkl";
constexpr std::string_view kByteOrderFile = "byteorder";
constexpr std::string_view kLittle = "little";

Status wrong(std::string_view where, std::string_view what, const AsText& found) {
  return invalid_checkpoint(expected(concat("checkpoint: zip: ", where), what, found));
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
    return wrong(kPickleFile, concat("at most ", Pickle::kMaxBytes, " bytes"), found->data.size());
  }
  folder_ = found->name.substr(0, found->name.size() - kPickleFile.size());
  pickle_ = found->data;
  const ZipEntry* order = zip_.find(concat(folder_, kByteOrderFile));
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
  XLMR_RETURN_IF_ERROR(pickle);
  if (pickle.value().size() != bytes.size()) {
    return wrong(kPickleFile, concat("its end behind STOP at ", pickle.value().size()),
                 concat(bytes.size(), " bytes"));
  }
  const auto dict = StateDict::read(pickle.value());
  XLMR_RETURN_IF_ERROR(dict);
  std::vector<uint64_t> begins;
  for (const TorchStorage& storage : dict.value().storages) {
    const ZipEntry* entry = zip_.find(concat(folder_, "data/", storage.key));
    if (entry == nullptr || entry->data.size() != storage.byte_size) {
      return wrong(concat("data/", pickle_text_shown(storage.key)),
                   concat(storage.byte_size, " bytes"),
                   entry == nullptr ? "no such entry" : concat(entry->data.size()));
    }
    begins.push_back(entry->data.begin);
  }
  tensors_ = dict.value().place(begins);
  pickle_.reset();
  return {};
}

}  // namespace xlmr
