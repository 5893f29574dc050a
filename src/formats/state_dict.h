// SPDX-License-Identifier: Apache-2.0
// StateDict: what a pickle of torch.save(model.state_dict()) says about the weights, which lie
// outside of it.
//
// Invariant: every tensor has a name of its own and lies within a storage, whose number of elements
// the pickle says; whether the file has as many is for those who know the file. Tensors may share a
// storage, as tied weights do. One that is transposed, or a part of another's rows, has strides.
//
//   StateDict::read(pickle)
//     .tensors[0]    -> {"classifier.bias", f32, {9}, storage 0, 0}
//     .storages[0]   -> {"38", f32, 9}
//
// Attributes that a tensor or parameter carries (its state) are not looked at.
//
// Source: torch 2.15: torch._utils._rebuild_tensor_v2, _rebuild_parameter and
// _rebuild_parameter_with_state, torch._tensor._rebuild_from_type_v2; persistent_id in
// torch/serialization.py.
#ifndef XLMR_FORMATS_STATE_DICT_H_
#define XLMR_FORMATS_STATE_DICT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/pickle_reader.h"
#include "formats/safetensors.h"
#include "formats/tensor_type.h"

namespace xlmr {

struct TorchStorage {
  std::string key;
  TensorType type = TensorType::f32;
  uint64_t byte_size = 0;
};

struct TorchTensor {
  std::string name;
  std::vector<uint64_t> shape;
  uint32_t storage = 0;
  uint64_t begin = 0;  ///< byte of the storage
  uint64_t end = 0;
  std::vector<uint64_t> strides{};  ///< as TensorEntry's
};

struct StateDict {
  static constexpr size_t kMaxTensors = 10'000;
  /// Bytes that a tensor with strides spans at most: they are read at once.
  static constexpr uint64_t kMaxSpan = (uint64_t{1} << 31) - 1;

  std::vector<TorchStorage> storages;  ///< each once, in the order of their first tensors
  std::vector<TorchTensor> tensors;    ///< in the order of the dict

  /// The root is a dict of tensors. Errors: invalid_checkpoint, naming the tensor.
  [[nodiscard]] static Result<StateDict> read(const Pickle& pickle);

  /// `begins` has the byte of the file at which each storage begins.
  [[nodiscard]] std::vector<TensorEntry> place(const std::vector<uint64_t>& begins) const;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_STATE_DICT_H_
