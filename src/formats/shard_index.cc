// SPDX-License-Identifier: Apache-2.0
#include "formats/shard_index.h"

#include <algorithm>
#include <set>

#include "base/json.h"

namespace xlmr {
namespace {

// The longest file name that common file systems take.
constexpr size_t kMaxNameBytes = 255;

bool is_file_name(std::string_view name, std::string_view suffix) {
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  return name.size() > suffix.size() && name.size() <= kMaxNameBytes && name.ends_with(suffix) &&
         std::ranges::all_of(name, is_allowed);
}

Status wrong(std::string_view tensor, std::string_view place, std::string_view found) {
  return invalid_checkpoint(expected(concat("checkpoint: ", tensor), concat("it ", place), found));
}

}  // namespace

Result<ShardIndex> ShardIndex::parse(std::string_view json, std::string_view suffix) {
  if (json.size() > kMaxBytes) {
    return invalid_checkpoint(
        expected("checkpoint index", concat("at most ", kMaxBytes, " bytes"), json.size()));
  }
  const auto document =
      JsonDocument::parse(json, "checkpoint index", StatusCode::invalid_checkpoint);
  XLMR_RETURN_IF_ERROR(document);

  ShardIndex index;
  std::map<std::string_view, size_t> files;  // with the number of tensors of each
  const Json map = document.value().root()["weight_map"];
  const Status status = map.for_each_field([&](std::string_view name, const Json& value) {
    const auto file = value.string();
    XLMR_RETURN_IF_ERROR(file);
    if (!is_file_name(file.value(), suffix)) {
      return value.wrong(
          concat("the name of a file in the same folder that ends with \"", suffix, "\""));
    }
    ++files[file.value()];
    if (files.size() > kMaxFiles) {
      return map.wrong(concat("at most ", kMaxFiles, " files"), "more");
    }
    const bool is_new = index.file_of_.emplace(name, file.value()).second;
    return is_new ? Status() : value.wrong("each tensor once", "it twice");
  });
  XLMR_RETURN_IF_ERROR(status);
  if (files.empty()) return map.wrong("at least one tensor", "none");
  for (const auto& [file, count] : files) {
    index.files_.emplace_back(file);
    index.counts_.push_back(count);
  }
  return index;
}

Status ShardIndex::check(size_t file, std::span<const TensorEntry> tensors) const {
  const std::string& name = files_[file];
  std::set<std::string_view> found;
  for (const TensorEntry& tensor : tensors) {
    found.insert(tensor.name);
    const auto known = file_of_.find(tensor.name);
    if (known != file_of_.end() && known->second == name) continue;
    return wrong(
        tensor.name,
        known == file_of_.end() ? "in no file, as the index has it" : concat("in ", known->second),
        concat("it in ", name));
  }
  if (found.size() == counts_[file]) return {};
  const auto is_missing = [&](const auto& entry) {
    return entry.second == name && !found.contains(entry.first);
  };
  const auto missing = std::ranges::find_if(file_of_, is_missing);
  return wrong(missing->first, concat("in ", name), "no such tensor");
}

}  // namespace xlmr
