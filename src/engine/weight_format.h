// SPDX-License-Identifier: Apache-2.0
// WeightFormat: how the numbers of one large matrix are stored, in a file of ours or in memory.
//
//   fp32  a float each
//   q8    int8, one scale for each output (a row of the matrix) or embedding
//   q4    4 bits, one scale for each group of neighbouring values; products are computed as in q8
//
// What a whole file is, is CheckpointForm (checkpoint_form.h); what products are computed in is
// Precision (encoder_builder.h).
#ifndef XLMR_ENGINE_WEIGHT_FORMAT_H_
#define XLMR_ENGINE_WEIGHT_FORMAT_H_

#include <cstdint>

namespace xlmr {

enum class WeightFormat : uint8_t { fp32, q8, q4 };

}  // namespace xlmr

#endif  // XLMR_ENGINE_WEIGHT_FORMAT_H_
