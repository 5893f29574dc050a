// SPDX-License-Identifier: Apache-2.0
// PickleGlobal: the names that a pickle of weights may mention.
//
// Invariant: a name means what this table says and nothing else: none is ever looked up, imported
// or run, and a name that is not here ends the reading.
//
//   pickle_global("torch", "FloatStorage")   -> PickleGlobal::float_storage
//   pickle_global("os", "system")            -> nothing
//
// Source: what torch.save() writes for a state dict; a part of _get_allowed_globals() in
// torch/_weights_only_unpickler.py.
#ifndef XLMR_FORMATS_PICKLE_GLOBAL_H_
#define XLMR_FORMATS_PICKLE_GLOBAL_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/tensor_type.h"

namespace xlmr {

enum class PickleGlobal : uint8_t {
  ordered_dict,
  rebuild_tensor_v2,
  rebuild_parameter,
  rebuild_parameter_with_state,
  rebuild_from_type_v2,
  tensor,
  parameter,
  size,
  double_storage,
  float_storage,
  half_storage,
  bfloat16_storage,
  long_storage,
  int_storage,
  short_storage,
  char_storage,
  byte_storage,
  bool_storage,
  complex_float_storage,
};

[[nodiscard]] std::optional<PickleGlobal> pickle_global(std::string_view module,
                                                        std::string_view name);

/// "torch.FloatStorage".
[[nodiscard]] std::string_view pickle_global_name(PickleGlobal global);

/// What a storage's numbers are; nothing for what is no storage.
[[nodiscard]] std::optional<TensorType> storage_type(PickleGlobal global);

}  // namespace xlmr

#endif  // XLMR_FORMATS_PICKLE_GLOBAL_H_
