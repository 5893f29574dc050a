// SPDX-License-Identifier: Apache-2.0
// safetensors_header: the first bytes of a safetensors file that is being made.
//
// Invariant: SafetensorsHeader::parse takes it back, where the tensors' bytes follow each other and
// no name comes twice. Its size is a multiple of 8.
//
//   safetensors_header({{"x", TensorType::u8, {2}, 0, 2}}, R"("format":"pt")")
//     -> 8 bytes, then {"__metadata__":{"format":"pt"},
//                       "x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} and spaces
#ifndef XLMR_FORMATS_SAFETENSORS_WRITER_H_
#define XLMR_FORMATS_SAFETENSORS_WRITER_H_

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/safetensors.h"

namespace xlmr {

/// Begin and end of the tensors count from the header's end. `metadata` are members of a JSON
/// object. Errors: invalid_checkpoint, where a reader would not take so long a header.
[[nodiscard]] Result<std::string> safetensors_header(std::span<const TensorEntry> tensors,
                                                     std::string_view metadata);

}  // namespace xlmr

#endif  // XLMR_FORMATS_SAFETENSORS_WRITER_H_
