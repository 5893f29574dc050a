// SPDX-License-Identifier: Apache-2.0
// quantization_of: which other library quantised a checkpoint's weights, by the tensors that it adds.
//
// Invariant: it only tells what to say of a checkpoint that is refused; nothing of such a form is
// read.
//
//   quantization_of(header with "...query.weight.absmax")   -> "bitsandbytes (4 bits)"
//   quantization_of(header with "...query.qweight")         -> "GPTQ or AWQ"
//   quantization_of(header of XLM-R as it is published)     -> ""
//
// Source: what transformers 5.24 saves with bitsandbytes 0.50 and torchao 0.18; its quantizers and
// integrations for the others.
#ifndef XLMR_ENGINE_FOREIGN_QUANTIZATION_H_
#define XLMR_ENGINE_FOREIGN_QUANTIZATION_H_

#include <string>

#include "formats/safetensors.h"

namespace xlmr {

/// Empty where there is no sign of any.
[[nodiscard]] std::string quantization_of(const SafetensorsHeader& header);

}  // namespace xlmr

#endif  // XLMR_ENGINE_FOREIGN_QUANTIZATION_H_
