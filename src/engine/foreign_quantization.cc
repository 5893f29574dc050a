// SPDX-License-Identifier: Apache-2.0
#include "engine/foreign_quantization.h"

#include <algorithm>
#include <string_view>

namespace xlmr {
namespace {

struct Sign {
  std::string_view suffix;
  std::string_view method;
};

constexpr Sign kSigns[] = {
    {".weight.absmax", "bitsandbytes (4 bits)"},
    {".SCB", "bitsandbytes (8 bits)"},
    {".qweight", "GPTQ or AWQ"},
    {".weight_packed", "compressed-tensors"},
    {".weight_scale_inv", "FP8"},
    {".weight_scale", "FP8 or compressed-tensors"},
    {".weight_scales", "EETQ"},
    {".weight._data", "quanto"},
    {"._weight_qdata", "torchao"},
    {".W_q", "HQQ"},
    {".codebooks", "AQLM"},
};

}  // namespace

std::string quantization_of(const SafetensorsHeader& header) {
  for (const Sign& sign : kSigns) {
    const bool is_there = std::ranges::any_of(header.tensors(), [&](const TensorEntry& each) {
      return each.name.ends_with(sign.suffix);
    });
    if (is_there) return std::string(sign.method);
  }
  for (const TensorEntry& each : header.tensors()) {
    const std::string_view type = tensor_type_name(each.type);
    if (each.name.ends_with(".weight") && type.starts_with("F8")) return concat("FP8 (", type, ")");
  }
  return {};
}

}  // namespace xlmr
