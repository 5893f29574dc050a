// SPDX-License-Identifier: Apache-2.0
// Pickles made by hand, opcode by opcode, and state dicts of them as torch.save() writes them.
//
//   pickled(pickle_dict({pickle_text("a"), pickle_integer(7)}))    // {'a': 7}
//   pickled(state_dict({{"bias", "FloatStorage", "0", {9}}}))
#ifndef XLMR_TESTS_FORMATS_PICKLE_BUILDER_H_
#define XLMR_TESTS_FORMATS_PICKLE_BUILDER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xlmr {

using Pickles = std::vector<std::string>;

inline std::string number_bytes(uint64_t number, size_t size) {
  std::string bytes;
  for (size_t i = 0; i < size; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
  return bytes;
}

inline std::string joined(const Pickles& parts) {
  std::string all;
  for (const std::string& part : parts) all += part;
  return all;
}

inline std::string pickled(const std::string& value) { return "\x80\x02" + value + "."; }
inline std::string pickle_text(std::string_view text) {
  return ("X" + number_bytes(text.size(), 4)).append(text);
}
/// As LONG1, which has room for any.
inline std::string pickle_integer(int64_t number) {
  return "\x8a\x08" + number_bytes(static_cast<uint64_t>(number), 8);
}
inline std::string pickle_tuple(const Pickles& items) { return "(" + joined(items) + "t"; }
inline std::string pickle_list(const Pickles& items) { return "](" + joined(items) + "e"; }
/// Keys and values in turn.
inline std::string pickle_dict(const Pickles& items) { return "}(" + joined(items) + "u"; }
inline std::string pickle_global_of(const std::string& module, const std::string& name) {
  return "c" + module + "\n" + name + "\n";
}
inline std::string pickle_call(const std::string& function, const Pickles& arguments) {
  return function + pickle_tuple(arguments) + "R";
}

inline std::string pickle_numbers(const std::vector<int64_t>& numbers) {
  Pickles items;
  for (const int64_t number : numbers) items.push_back(pickle_integer(number));
  return pickle_tuple(items);
}

const std::string kOrderedDict = pickle_global_of("collections", "OrderedDict") + ")R";
const std::string kRebuildTensor = pickle_global_of("torch._utils", "_rebuild_tensor_v2");
const std::string kRebuildParameter = pickle_global_of("torch._utils", "_rebuild_parameter");

/// What torch writes of a tensor; what is not given follows from the shape.
struct PickledTensor {
  std::string name{};
  std::string storage_type = "FloatStorage";
  std::string key = "0";
  std::vector<int64_t> shape{};
  std::vector<int64_t> strides{};  // those of C order, where there are none
  int64_t offset = 0;
  int64_t elements = -1;  // of the storage; -1 for those up to the tensor's end
  bool is_legacy = false;

  [[nodiscard]] int64_t storage_elements() const {
    if (elements >= 0) return elements;
    int64_t count = 1;
    for (const int64_t size : shape) count *= size;
    return offset + count;
  }

  [[nodiscard]] std::string storage() const {
    Pickles id = {pickle_text("storage"), pickle_global_of("torch", storage_type), pickle_text(key),
                  pickle_text("cpu"), pickle_integer(storage_elements())};
    if (is_legacy) id.emplace_back("N");
    return pickle_tuple(id) + "Q";
  }

  [[nodiscard]] std::string value() const {
    std::vector<int64_t> steps = strides;
    if (steps.empty()) {
      int64_t step = 1;
      for (size_t i = shape.size(); i-- > 0; step *= shape[i]) steps.insert(steps.begin(), step);
    }
    return pickle_call(kRebuildTensor, {storage(), pickle_integer(offset), pickle_numbers(shape),
                                        pickle_numbers(steps), "\x89", kOrderedDict});
  }
};

/// An OrderedDict with the attribute that state_dict() gives it.
inline std::string state_dict(const std::vector<PickledTensor>& tensors) {
  std::string items;
  for (const PickledTensor& tensor : tensors) items += pickle_text(tensor.name) + tensor.value();
  const std::string version = pickle_dict({pickle_text("version"), pickle_integer(1)});
  const std::string metadata = kOrderedDict + "(" + pickle_text("") + version + "u";
  return kOrderedDict + "(" + items + "u" + pickle_dict({pickle_text("_metadata"), metadata}) + "b";
}

}  // namespace xlmr

#endif  // XLMR_TESTS_FORMATS_PICKLE_BUILDER_H_
