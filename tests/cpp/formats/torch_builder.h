// SPDX-License-Identifier: Apache-2.0
// Whole files as torch.save() writes them, of made-up bytes.
//
//   zip_checkpoint(tensors)       // archive/data.pkl, archive/data/KEY, archive/byteorder
//   legacy_checkpoint(tensors)    // five pickles, then the storages
#ifndef XLMR_TESTS_FORMATS_TORCH_BUILDER_H_
#define XLMR_TESTS_FORMATS_TORCH_BUILDER_H_

#include <map>
#include <string>
#include <vector>

#include "formats/legacy_checkpoint.h"
#include "formats/pickle_builder.h"
#include "formats/zip_builder.h"

namespace xlmr {

inline size_t storage_bytes(const PickledTensor& tensor) {
  const size_t each = tensor.storage_type == "FloatStorage"  ? 4
                      : tensor.storage_type == "LongStorage" ? 8
                                                             : 2;
  return static_cast<size_t>(tensor.storage_elements()) * each;
}

/// The storages' bytes by key: each is filled with the key's last character.
inline std::map<std::string, std::string> storages_of(const std::vector<PickledTensor>& tensors) {
  std::map<std::string, std::string> storages;
  for (const PickledTensor& tensor : tensors) {
    storages[tensor.key] = std::string(storage_bytes(tensor), tensor.key.back());
  }
  return storages;
}

inline std::string zip_checkpoint(const std::vector<PickledTensor>& tensors,
                                  const std::string& byte_order = "little") {
  ZipBuilder zip;
  zip.add("archive/data.pkl", pickled(state_dict(tensors)));
  zip.add("archive/byteorder", byte_order);
  for (const auto& [key, bytes] : storages_of(tensors)) zip.add("archive/data/" + key, bytes);
  return zip.add("archive/version", "3\n").file();
}

/// The parts of a legacy file, to be spoiled one by one.
struct LegacyFile {
  explicit LegacyFile(std::vector<PickledTensor> tensors) {
    for (PickledTensor& tensor : tensors) tensor.is_legacy = true;
    object = pickled(state_dict(tensors));
    Pickles list;
    std::map<std::string, int64_t> counts;
    for (const PickledTensor& tensor : tensors) counts[tensor.key] = tensor.storage_elements();
    for (const auto& [key, storage] : storages_of(tensors)) {
      list.push_back(pickle_text(key));
      data += number_bytes(static_cast<uint64_t>(counts[key]), 8) + storage;
    }
    keys = pickled(pickle_list(list));
  }

  [[nodiscard]] std::string file() const { return magic + version + system + object + keys + data; }

  std::string magic{LegacyCheckpoint::kMagic};
  std::string version = pickled(pickle_integer(1001));
  std::string system = pickled(pickle_dict({pickle_text("protocol_version"), pickle_integer(1001),
                                            pickle_text("little_endian"), "\x88"}));
  std::string object;
  std::string keys;
  std::string data;
};

inline std::string legacy_checkpoint(const std::vector<PickledTensor>& tensors) {
  return LegacyFile(tensors).file();
}

}  // namespace xlmr

#endif  // XLMR_TESTS_FORMATS_TORCH_BUILDER_H_
