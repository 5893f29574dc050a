// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors.h"

#include <yyjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <tuple>

#include "base/json.h"
#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr std::string_view kMetadata = "__metadata__";

using Metadata = std::vector<std::pair<std::string, std::string>>;

std::string bytes_text(uint64_t count) { return concat(count, " bytes"); }

std::string range_text(uint64_t begin, uint64_t end) { return concat("[", begin, ", ", end, ")"); }

Result<uint64_t> read_whole(const Json& value) {
  if (!yyjson_is_uint(value.raw())) return value.wrong("a whole number below 2^64");
  return yyjson_get_uint(value.raw());
}

Result<TensorType> read_type(const Json& value) {
  const auto name = value.string();
  XLMR_RETURN_IF_ERROR(name);
  const auto type = tensor_type(name.value());
  if (!type) return value.wrong("a type of safetensors such as \"F32\"");
  return *type;
}

Result<std::vector<uint64_t>> read_shape(const Json& value) {
  if (value.is_list() && value.size() > SafetensorsHeader::kMaxRank) {
    return value.wrong(concat("at most ", SafetensorsHeader::kMaxRank, " dimensions"),
                       value.size());
  }
  std::vector<uint64_t> shape;
  const Status status = value.for_each_entry([&](const Json& each) {
    const auto size = read_whole(each);
    if (size.ok()) shape.push_back(size.value());
    return size.status();
  });
  XLMR_RETURN_IF_ERROR(status);
  return shape;
}

/// Bytes of a tensor; nothing where they are no whole number or do not fit 64 bits.
std::optional<uint64_t> byte_size_of(TensorType type, std::span<const uint64_t> shape) {
  uint64_t bits = 1;
  for (const uint64_t size : shape) {
    if (__builtin_mul_overflow(bits, size, &bits)) return std::nullopt;
  }
  if (__builtin_mul_overflow(bits, uint64_t{tensor_type_bits(type)}, &bits)) return std::nullopt;
  if (bits % 8 != 0) return std::nullopt;
  return bits / 8;
}

// Which of two equal keys counts would depend on the reader.
Status expect_each_once(const Json& entry) {
  constexpr std::array<std::string_view, 3> kFields = {"dtype", "shape", "data_offsets"};
  std::array<bool, kFields.size()> seen{};
  return entry.for_each_field([&](std::string_view name, const Json& value) {
    const auto field = std::find(kFields.begin(), kFields.end(), name);
    if (field == kFields.end()) return Status();
    const bool repeated = std::exchange(seen[field - kFields.begin()], true);
    return repeated ? value.wrong("this field once", "it twice") : Status();
  });
}

/// Reads a tensor whose bytes are among the `data_size` behind the header. begin and end count from
/// the header's end.
Result<TensorEntry> read_tensor(std::string_view name, const Json& entry, uint64_t data_size) {
  XLMR_RETURN_IF_ERROR(expect_each_once(entry));
  const auto type = read_type(entry["dtype"]);
  XLMR_RETURN_IF_ERROR(type);
  auto shape = read_shape(entry["shape"]);
  XLMR_RETURN_IF_ERROR(shape);
  const Json offsets = entry["data_offsets"];
  if (!offsets.is_list() || offsets.size() != 2) return offsets.wrong("a list of two offsets");
  const auto begin = read_whole(offsets.at(0));
  XLMR_RETURN_IF_ERROR(begin);
  const auto end = read_whole(offsets.at(1));
  XLMR_RETURN_IF_ERROR(end);

  if (begin.value() > end.value() || end.value() > data_size) {
    return offsets.wrong(concat("a range within the ", bytes_text(data_size), " behind the header"),
                         range_text(begin.value(), end.value()));
  }
  const std::string what = concat(tensor_type_name(type.value()), " ", shape_text(shape.value()));
  const auto size = byte_size_of(type.value(), shape.value());
  if (!size) return entry["shape"].wrong("whole bytes that 64 bits can count", what);
  if (*size != end.value() - begin.value()) {
    return offsets.wrong(concat("the ", bytes_text(*size), " of ", what),
                         bytes_text(end.value() - begin.value()));
  }
  return TensorEntry{std::string(name), type.value(), std::move(shape).value(), begin.value(),
                     end.value()};
}

Result<Metadata> read_metadata(const Json& entry) {
  Metadata metadata;
  const Status status = entry.for_each_field([&](std::string_view key, const Json& value) {
    const auto text = value.string();
    if (text.ok()) metadata.emplace_back(key, text.value());
    return text.status();
  });
  XLMR_RETURN_IF_ERROR(status);
  std::sort(metadata.begin(), metadata.end());
  const auto repeated =
      std::adjacent_find(metadata.begin(), metadata.end(),
                         [](const auto& a, const auto& b) { return a.first == b.first; });
  if (repeated != metadata.end()) {
    return entry.wrong("each key once", concat("\"", repeated->first.substr(0, 60), "\" twice"));
  }
  return metadata;
}

void sort_by_bytes(std::vector<TensorEntry>& tensors) {
  std::stable_sort(tensors.begin(), tensors.end(), [](const TensorEntry& a, const TensorEntry& b) {
    return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
  });
}

/// Whether tensors in the order of their bytes have all `data_size` of them, each byte once.
Status expect_contiguous(std::span<const TensorEntry> tensors, uint64_t data_size) {
  uint64_t covered = 0;
  for (const TensorEntry& tensor : tensors) {
    if (tensor.begin != covered) {
      return invalid_checkpoint(expected(
          concat("checkpoint: ", tensor.name, ".data_offsets"),
          concat("to begin at ", covered, ", where the tensor before it ends"), tensor.begin));
    }
    covered = tensor.end;
  }
  if (covered == data_size) return {};
  return invalid_checkpoint(
      expected("checkpoint", concat(bytes_text(covered), " behind the header, as its tensors have"),
               bytes_text(data_size)));
}

/// Positions of the tensors in the order of their names, which must differ.
Result<std::vector<uint32_t>> sort_by_name(std::span<const TensorEntry> tensors) {
  std::vector<uint32_t> order(tensors.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto name_of = [&](uint32_t i) -> const std::string& { return tensors[i].name; };
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return name_of(a) < name_of(b); });
  const auto repeated = std::adjacent_find(
      order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return name_of(a) == name_of(b); });
  if (repeated != order.end()) {
    return invalid_checkpoint(
        expected(concat("checkpoint: ", name_of(*repeated)), "each tensor once", "it twice"));
  }
  return order;
}

}  // namespace

std::string shape_text(std::span<const uint64_t> shape) {
  std::string text = "[";
  for (const uint64_t size : shape) {
    if (text.size() > 1) text += ", ";
    text += AsText(size).view();
  }
  return text + "]";
}

Result<uint64_t> SafetensorsHeader::header_end(std::string_view first_eight_bytes,
                                               uint64_t file_size) {
  if (first_eight_bytes.size() < kSizeBytes || file_size < kSizeBytes) {
    return invalid_checkpoint(
        expected("checkpoint", "the 8 bytes of the header's size",
                 bytes_text(std::min<uint64_t>(first_eight_bytes.size(), file_size))));
  }
  static_assert(std::endian::native == std::endian::little);
  uint64_t json_bytes = 0;
  std::memcpy(&json_bytes, first_eight_bytes.data(), kSizeBytes);
  if (json_bytes > kMaxJsonBytes) {
    return invalid_checkpoint(expected("checkpoint", "a header of at most 100000000 bytes",
                                       concat(json_bytes, "; is this a safetensors file?")));
  }
  if (json_bytes > file_size - kSizeBytes) {
    return invalid_checkpoint(expected("checkpoint", concat("a header of ", bytes_text(json_bytes)),
                                       concat("the file's end after ", file_size - kSizeBytes)));
  }
  return kSizeBytes + json_bytes;
}

Result<SafetensorsHeader> SafetensorsHeader::parse(std::string_view header, uint64_t file_size) {
  const auto header_size = header_end(header, file_size);
  XLMR_RETURN_IF_ERROR(header_size);
  if (header.size() != header_size.value()) {
    return invalid_checkpoint(expected(
        "checkpoint", concat("a header of ", bytes_text(header_size.value()), " with its size"),
        bytes_text(header.size())));
  }
  const std::string_view json = header.substr(kSizeBytes);
  if (const auto at = first_invalid_utf8(json)) {
    return invalid_checkpoint(expected("checkpoint", "a header in UTF-8",
                                       concat("otherwise at byte ", kSizeBytes + *at)));
  }
  const auto document = JsonDocument::parse(json, "checkpoint", StatusCode::invalid_checkpoint);
  XLMR_RETURN_IF_ERROR(document);

  const uint64_t data_size = file_size - header_size.value();
  SafetensorsHeader read;
  bool has_metadata = false;
  Status status =
      document.value().root().for_each_field([&](std::string_view name, const Json& entry) {
        if (name == kMetadata) {
          if (std::exchange(has_metadata, true)) return entry.wrong("this key once", "it twice");
          auto metadata = read_metadata(entry);
          XLMR_RETURN_IF_ERROR(metadata);
          read.metadata_ = std::move(metadata).value();
          return Status();
        }
        if (name.size() > kMaxNameBytes) {
          return invalid_checkpoint(expected("checkpoint", "names of at most 1024 bytes",
                                             concat("one of ", name.size())));
        }
        auto tensor = read_tensor(name, entry, data_size);
        XLMR_RETURN_IF_ERROR(tensor);
        read.tensors_.push_back(std::move(tensor).value());
        return Status();
      });
  XLMR_RETURN_IF_ERROR(status);
  sort_by_bytes(read.tensors_);
  auto order = sort_by_name(read.tensors_);
  XLMR_RETURN_IF_ERROR(order);
  status = expect_contiguous(read.tensors_, data_size);
  XLMR_RETURN_IF_ERROR(status);
  read.by_name_ = std::move(order).value();
  for (TensorEntry& tensor : read.tensors_) {
    tensor.begin += header_size.value();
    tensor.end += header_size.value();
  }
  return read;
}

const TensorEntry* SafetensorsHeader::find(std::string_view name) const {
  const auto at = std::lower_bound(
      by_name_.begin(), by_name_.end(), name,
      [&](uint32_t i, std::string_view wanted) { return tensors_[i].name < wanted; });
  return at != by_name_.end() && tensors_[*at].name == name ? &tensors_[*at] : nullptr;
}

std::string_view SafetensorsHeader::metadata(std::string_view key) const {
  const auto at = std::lower_bound(
      metadata_.begin(), metadata_.end(), key,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return at != metadata_.end() && at->first == key ? std::string_view(at->second) : "";
}

}  // namespace xlmr
