// SPDX-License-Identifier: Apache-2.0
#include "formats/float16.h"

#include <fp16.h>

namespace xlmr {

// Here and not in the header: XNNPACK's headers have a copy of the same functions.
float f32_from_f16(uint16_t bits) { return fp16_ieee_to_fp32_value(bits); }
uint16_t f16_from_f32(float value) { return fp16_ieee_from_fp32_value(value); }

}  // namespace xlmr
