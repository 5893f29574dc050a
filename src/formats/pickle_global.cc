// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_global.h"

#include <cstddef>
#include <iterator>

namespace xlmr {
namespace {

struct Entry {
  std::string_view path;
  size_t module_size;
  PickleGlobal global;
  std::optional<TensorType> storage;
};

// In the order of the enumerators.
constexpr Entry kGlobals[] = {
    {"collections.OrderedDict", 11, PickleGlobal::ordered_dict, {}},
    {"torch._utils._rebuild_tensor_v2", 12, PickleGlobal::rebuild_tensor_v2, {}},
    {"torch._utils._rebuild_parameter", 12, PickleGlobal::rebuild_parameter, {}},
    {"torch._utils._rebuild_parameter_with_state",
     12,
     PickleGlobal::rebuild_parameter_with_state,
     {}},
    {"torch._tensor._rebuild_from_type_v2", 13, PickleGlobal::rebuild_from_type_v2, {}},
    {"torch.Tensor", 5, PickleGlobal::tensor, {}},
    {"torch.nn.parameter.Parameter", 18, PickleGlobal::parameter, {}},
    {"torch.Size", 5, PickleGlobal::size, {}},
    {"torch.DoubleStorage", 5, PickleGlobal::double_storage, TensorType::f64},
    {"torch.FloatStorage", 5, PickleGlobal::float_storage, TensorType::f32},
    {"torch.HalfStorage", 5, PickleGlobal::half_storage, TensorType::f16},
    {"torch.BFloat16Storage", 5, PickleGlobal::bfloat16_storage, TensorType::bf16},
    {"torch.LongStorage", 5, PickleGlobal::long_storage, TensorType::i64},
    {"torch.IntStorage", 5, PickleGlobal::int_storage, TensorType::i32},
    {"torch.ShortStorage", 5, PickleGlobal::short_storage, TensorType::i16},
    {"torch.CharStorage", 5, PickleGlobal::char_storage, TensorType::i8},
    {"torch.ByteStorage", 5, PickleGlobal::byte_storage, TensorType::u8},
    {"torch.BoolStorage", 5, PickleGlobal::bool_storage, TensorType::boolean},
    {"torch.ComplexFloatStorage", 5, PickleGlobal::complex_float_storage, TensorType::c64},
};

constexpr const Entry& entry_of(PickleGlobal global) {
  return kGlobals[static_cast<size_t>(global)];
}

constexpr bool is_in_order() {
  for (size_t i = 0; i < std::size(kGlobals); ++i) {
    if (static_cast<size_t>(kGlobals[i].global) != i) return false;
    if (kGlobals[i].path[kGlobals[i].module_size] != '.') return false;
  }
  return true;
}
static_assert(is_in_order());

}  // namespace

std::optional<PickleGlobal> pickle_global(std::string_view module, std::string_view name) {
  for (const Entry& entry : kGlobals) {
    if (entry.path.substr(0, entry.module_size) == module &&
        entry.path.substr(entry.module_size + 1) == name) {
      return entry.global;
    }
  }
  return std::nullopt;
}

std::string_view pickle_global_name(PickleGlobal global) { return entry_of(global).path; }
std::optional<TensorType> storage_type(PickleGlobal global) { return entry_of(global).storage; }

}  // namespace xlmr
