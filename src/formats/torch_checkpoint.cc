// SPDX-License-Identifier: Apache-2.0
#include "formats/torch_checkpoint.h"

#include <algorithm>
#include <string>

#include "formats/legacy_checkpoint.h"
#include "formats/zip_checkpoint.h"

namespace xlmr {
namespace {

constexpr std::string_view kZipMagic = "PK\x03\x04";

}  // namespace

std::optional<FileRange> TorchCheckpoint::wants() const {
  if (form_) return form_->wants();
  return FileRange{0, std::min<uint64_t>(file_size_, LegacyCheckpoint::kMagic.size())};
}

Status TorchCheckpoint::give(std::string_view bytes) {
  if (form_) return form_->give(bytes);
  if (bytes.starts_with(kZipMagic)) {
    form_ = std::make_unique<ZipCheckpoint>(file_size_);
  } else if (bytes == LegacyCheckpoint::kMagic) {
    form_ = std::make_unique<LegacyCheckpoint>(file_size_);
  } else {
    return invalid_checkpoint(
        expected("checkpoint",
                 "a file of torch.save(), which begins as a zip archive or with its magic number",
                 concat("other bytes in a file of ", file_size_)));
  }
  return {};
}

std::vector<TensorEntry> TorchCheckpoint::take_tensors() { return form_->take_tensors(); }

}  // namespace xlmr
