// SPDX-License-Identifier: Apache-2.0
#include "formats/legacy_checkpoint.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "formats/little_endian.h"

namespace xlmr {
namespace {

constexpr int64_t kVersion = 1001;
constexpr uint64_t kCountBytes = 8;

Status wrong(std::string_view where, const AsText& what, const AsText& found) {
  return invalid_checkpoint(expected(concat("checkpoint: ", where), what, found));
}

Status expect_version(const PickleValue& value) {
  if (value.kind == PickleKind::integer && value.integer == kVersion) return {};
  return wrong("protocol version", kVersion, pickle_value_text(value));
}

Status expect_little_endian(const Pickle& pickle) {
  const PickleValue& info = pickle.root();
  if (info.kind != PickleKind::dict) {
    return wrong("system information", "a dict", pickle_value_text(info));
  }
  for (size_t i = 0; i < info.items.size(); i += 2) {
    const PickleValue& key = pickle[info.items[i]];
    const PickleValue& value = pickle[info.items[i + 1]];
    if (key.kind != PickleKind::text || key.text != "little_endian") continue;
    if (value.kind == PickleKind::flag && value.integer != 0) return {};
    return wrong("system information: little_endian", "True", pickle_value_text(value));
  }
  return wrong("system information", "little_endian", "no such key");
}

}  // namespace

LegacyCheckpoint::LegacyCheckpoint(uint64_t file_size)
    : file_size_(file_size),
      wanted_(FileRange{0, std::min<uint64_t>(file_size, Pickle::kMaxBytes)}) {}

Status LegacyCheckpoint::give(std::string_view bytes) {
  if (!wanted_ || bytes.size() != wanted_->size()) {
    return invalid_argument("give: expected the bytes that wants() names");
  }
  return begins_.empty() ? give_pickles(bytes) : give_count(bytes);
}

Status LegacyCheckpoint::give_pickles(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) {
    return wrong("byte 0", "the 15 bytes that a file of torch.save() begins with", "others");
  }
  size_t at = kMagic.size();
  const auto next = [&]() -> Result<Pickle> {
    auto pickle = Pickle::read(bytes.substr(at), at);
    if (pickle.ok()) at += pickle.value().size();
    return pickle;
  };
  const auto version = next();
  XLMR_RETURN_IF_ERROR(version);
  XLMR_RETURN_IF_ERROR(expect_version(version.value().root()));
  const auto system = next();
  XLMR_RETURN_IF_ERROR(system);
  XLMR_RETURN_IF_ERROR(expect_little_endian(system.value()));
  const auto object = next();
  XLMR_RETURN_IF_ERROR(object);
  auto dict = StateDict::read(object.value());
  XLMR_RETURN_IF_ERROR(dict);
  dict_ = std::move(dict).value();
  const auto keys = next();
  XLMR_RETURN_IF_ERROR(keys);
  XLMR_RETURN_IF_ERROR(order_storages(keys.value()));
  return place_storages(at);
}

Status LegacyCheckpoint::order_storages(const Pickle& keys) {
  const PickleValue& list = keys.root();
  if (list.kind != PickleKind::list || list.items.size() != dict_.storages.size()) {
    return wrong("storages", concat("a list of ", dict_.storages.size(), " keys"),
                 pickle_value_text(list));
  }
  std::map<std::string_view, uint32_t> by_key;
  for (const TorchStorage& storage : dict_.storages) {
    by_key.emplace(storage.key, static_cast<uint32_t>(by_key.size()));
  }
  for (const uint32_t item : list.items) {
    const PickleValue& key = keys[item];
    const auto found = key.kind == PickleKind::text ? by_key.find(key.text) : by_key.end();
    if (found == by_key.end()) {
      return wrong("storages", "the key of a storage that a tensor has, once",
                   pickle_value_text(key));
    }
    order_.push_back(found->second);
    by_key.erase(found);
  }
  return {};
}

Status LegacyCheckpoint::place_storages(uint64_t begin) {
  if (order_.empty()) return wrong("storages", "at least one", "none");
  begins_.resize(order_.size());
  for (const uint32_t storage : order_) {
    const uint64_t size = dict_.storages[storage].byte_size;
    const uint64_t left = file_size_ - begin;
    if (left < kCountBytes || left - kCountBytes < size) {
      return wrong(concat("storage ", pickle_text_shown(dict_.storages[storage].key)),
                   concat("its number of elements and ", size, " bytes at byte ", begin),
                   concat("the file's end at ", file_size_));
    }
    begins_[storage] = begin + kCountBytes;
    begin += kCountBytes + size;
  }
  if (begin != file_size_) {
    return wrong("storages", concat("the file to end behind the last at ", begin),
                 concat(file_size_, " bytes"));
  }
  const uint64_t first = begins_[order_.front()];
  wanted_ = FileRange{first - kCountBytes, first};
  return {};
}

Status LegacyCheckpoint::give_count(std::string_view bytes) {
  const TorchStorage& storage = dict_.storages[order_[at_]];
  const uint64_t count = storage.byte_size / (tensor_type_bits(storage.type) / 8);
  const uint64_t found = little_endian(bytes, 0, kCountBytes);
  if (found != count) {
    return wrong(concat("storage ", pickle_text_shown(storage.key)),
                 concat(count, " elements, as the pickle says, at byte ",
                        begins_[order_[at_]] - kCountBytes),
                 found);
  }
  ++at_;
  wanted_.reset();
  if (at_ == order_.size()) return {};
  const uint64_t begin = begins_[order_[at_]];
  wanted_ = FileRange{begin - kCountBytes, begin};
  return {};
}

std::vector<TensorEntry> LegacyCheckpoint::take_tensors() { return dict_.place(begins_); }

}  // namespace xlmr
