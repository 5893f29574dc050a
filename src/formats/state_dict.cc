// SPDX-License-Identifier: Apache-2.0
#include "formats/state_dict.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

// No file has more; so many bytes of any type still have a size of 64 bits.
constexpr uint64_t kMaxElements = uint64_t{1} << 48;

// What _rebuild_tensor_v2 takes: storage, offset, size, stride, requires_grad, backward_hooks and,
// of late, metadata.
constexpr size_t kFewestArguments = 6;
constexpr size_t kMostArguments = 7;

class Builder {
 public:
  explicit Builder(const Pickle& pickle) : pickle_(pickle) {}

  [[nodiscard]] Status add(const PickleValue& key, const PickleValue& value) {
    if (key.kind != PickleKind::text || first_invalid_utf8(key.text)) {
      return invalid_checkpoint(
          expected("checkpoint: pickle", "names of tensors in UTF-8", pickle_value_text(key)));
    }
    if (key.text.size() > SafetensorsHeader::kMaxNameBytes) {
      return invalid_checkpoint(expected("checkpoint", "names of at most 1024 bytes",
                                         concat("one of ", key.text.size())));
    }
    name_ = key.text;
    if (!names_.insert(name_).second) return wrong("each tensor once", "it twice");
    if (dict_.tensors.size() == StateDict::kMaxTensors) {
      return wrong(concat("at most ", StateDict::kMaxTensors, " tensors"), "more");
    }
    return tensor(unwrapped(value));
  }

  [[nodiscard]] StateDict take() && { return std::move(dict_); }

 private:
  [[nodiscard]] Status wrong(std::string_view what, const AsText& found) const {
    return invalid_checkpoint(expected(concat("checkpoint: ", name_), what, found));
  }

  /// The tensor that a parameter is made of: its first argument.
  [[nodiscard]] const PickleValue& unwrapped(const PickleValue& value) const {
    const bool is_parameter = value.kind == PickleKind::call &&
                              (value.global == PickleGlobal::rebuild_parameter ||
                               value.global == PickleGlobal::rebuild_parameter_with_state ||
                               value.global == PickleGlobal::parameter);
    return is_parameter && !value.items.empty() ? pickle_[value.items[0]] : value;
  }

  /// The arguments of _rebuild_tensor_v2, in a call of it or, where the tensor has attributes, in
  /// one of _rebuild_from_type_v2(function, type, arguments, state); null where it is neither.
  [[nodiscard]] const PickleValue* arguments_of(const PickleValue& value) const {
    if (value.kind != PickleKind::call) return nullptr;
    if (value.global == PickleGlobal::rebuild_tensor_v2) return &value;
    if (value.global != PickleGlobal::rebuild_from_type_v2 || value.items.size() != 4) {
      return nullptr;
    }
    const PickleValue& function = pickle_[value.items[0]];
    const PickleValue& arguments = pickle_[value.items[2]];
    const bool is_tensor = function.kind == PickleKind::global &&
                           function.global == PickleGlobal::rebuild_tensor_v2 &&
                           arguments.kind == PickleKind::tuple;
    return is_tensor ? &arguments : nullptr;
  }

  /// Whether metadata, such as {'conj': False, 'neg': True}, say so. What is conjugated is complex,
  /// which no network here has a use for.
  [[nodiscard]] bool is_negated(const PickleValue& metadata) const {
    for (size_t i = 1; i < metadata.items.size(); i += 2) {
      const PickleValue& key = pickle_[metadata.items[i - 1]];
      const PickleValue& value = pickle_[metadata.items[i]];
      if (key.text == "neg" && value.kind == PickleKind::flag && value.integer != 0) return true;
    }
    return false;
  }

  [[nodiscard]] Status tensor(const PickleValue& value) {
    const PickleValue* arguments = arguments_of(value);
    if (arguments == nullptr) return wrong("a tensor", pickle_value_text(value));
    const std::vector<uint32_t>& items = arguments->items;
    if (items.size() < kFewestArguments || items.size() > kMostArguments) {
      return wrong("6 or 7 arguments of _rebuild_tensor_v2", items.size());
    }
    if (items.size() == kMostArguments && is_negated(pickle_[items[6]])) {
      return wrong("numbers as they are stored", "those to be negated (resolve_neg() first)");
    }
    const auto storage = this->storage(pickle_[items[0]]);
    XLMR_RETURN_IF_ERROR(storage);
    const auto offset = whole(pickle_[items[1]], "a storage offset");
    XLMR_RETURN_IF_ERROR(offset);
    auto shape = numbers(pickle_[items[2]], "a shape");
    XLMR_RETURN_IF_ERROR(shape);
    auto strides = numbers(pickle_[items[3]], "strides");
    XLMR_RETURN_IF_ERROR(strides);
    const auto count = span_of(shape.value(), strides.value());
    XLMR_RETURN_IF_ERROR(count);

    const TorchStorage& whole_storage = dict_.storages[storage.value()];
    const uint64_t element_bytes = tensor_type_bits(whole_storage.type) / 8;
    const uint64_t elements = whole_storage.byte_size / element_bytes;
    if (count.value() > elements || offset.value() > elements - count.value()) {
      return wrong(concat("elements within its storage of ", elements),
                   concat(shape_text(shape.value()), " from ", offset.value(), " on"));
    }
    const uint64_t begin = offset.value() * element_bytes;
    const uint64_t end = begin + count.value() * element_bytes;
    if (is_contiguous(shape.value(), strides.value())) strides.value().clear();
    if (!strides.value().empty() && end - begin > StateDict::kMaxSpan) {
      return wrong(concat("strides that span at most ", StateDict::kMaxSpan, " bytes"),
                   end - begin);
    }
    dict_.tensors.push_back({std::string(name_), std::move(shape).value(), storage.value(), begin,
                             end, std::move(strides).value()});
    return {};
  }

  [[nodiscard]] Result<uint64_t> whole(const PickleValue& value, std::string_view what) const {
    if (value.kind == PickleKind::integer && value.integer >= 0 &&
        static_cast<uint64_t>(value.integer) <= kMaxElements) {
      return static_cast<uint64_t>(value.integer);
    }
    return wrong(concat(what, " of whole numbers up to 2^48"), pickle_value_text(value));
  }

  [[nodiscard]] Result<std::vector<uint64_t>> numbers(const PickleValue& value,
                                                      std::string_view what) const {
    if (value.kind != PickleKind::tuple || value.items.size() > SafetensorsHeader::kMaxRank) {
      return wrong(concat(what, " of at most 64 dimensions"), pickle_value_text(value));
    }
    std::vector<uint64_t> numbers;
    for (const uint32_t item : value.items) {
      const auto number = whole(pickle_[item], what);
      XLMR_RETURN_IF_ERROR(number);
      numbers.push_back(number.value());
    }
    return numbers;
  }

  /// How many elements of a storage lie between a tensor's first and its last, both included.
  [[nodiscard]] Result<uint64_t> span_of(const std::vector<uint64_t>& shape,
                                         const std::vector<uint64_t>& strides) const {
    if (shape.size() != strides.size()) {
      return wrong(concat("as many strides as dimensions of ", shape_text(shape)), strides.size());
    }
    uint64_t count = 1;
    for (const uint64_t size : shape) {
      // Both factors are at most 2^48.
      if (__builtin_mul_overflow(count, size, &count) || count > kMaxElements) {
        return wrong("at most 2^48 elements", shape_text(shape));
      }
    }
    if (count == 0) return uint64_t{0};
    uint64_t last = 0;
    for (size_t i = 0; i < shape.size(); ++i) {
      uint64_t steps = 0;
      if (__builtin_mul_overflow(shape[i] - 1, strides[i], &steps) || steps > kMaxElements) {
        return wrong("strides within 2^48 elements", shape_text(strides));
      }
      last += steps;  // 64 of them at most
    }
    return last + 1;
  }

  /// Whether the elements stand in C order without gaps.
  [[nodiscard]] static bool is_contiguous(const std::vector<uint64_t>& shape,
                                          const std::vector<uint64_t>& strides) {
    if (std::ranges::find(shape, uint64_t{0}) != shape.end()) return true;
    uint64_t step = 1;
    for (size_t i = shape.size(); i-- > 0;) {
      // One row may have any stride.
      if (shape[i] != 1 && strides[i] != step) return false;
      step *= shape[i];
    }
    return true;
  }

  /// Position of the storage that a persistent id names: ('storage', type, key, location, elements)
  /// and, in the older form, None for no view of it.
  [[nodiscard]] Result<uint32_t> storage(const PickleValue& id) {
    const auto item = [&](size_t i) -> const PickleValue& { return pickle_[id.items[i]]; };
    if (id.kind != PickleKind::persistent_id || id.items.size() < 5 || id.items.size() > 6 ||
        item(0).kind != PickleKind::text || item(0).text != "storage") {
      return wrong("the persistent id of a storage", pickle_value_text(id));
    }
    if (id.items.size() == 6 && item(5).kind != PickleKind::none) {
      return wrong("a storage that is no view of another", pickle_value_text(item(5)));
    }
    const auto type = item(1).kind == PickleKind::global ? storage_type(item(1).global)
                                                         : std::optional<TensorType>();
    if (!type) return wrong("a type of storage", pickle_value_text(item(1)));
    if (item(2).kind != PickleKind::text) {
      return wrong("the text that is a storage's key", pickle_value_text(item(2)));
    }
    const auto count = whole(item(4), "a storage");
    XLMR_RETURN_IF_ERROR(count);
    TorchStorage found{std::string(item(2).text), *type,
                       count.value() * (tensor_type_bits(*type) / 8)};
    const auto [known, is_new] =
        by_key_.emplace(item(2).text, static_cast<uint32_t>(dict_.storages.size()));
    if (is_new) {
      dict_.storages.push_back(std::move(found));
    } else if (const TorchStorage& before = dict_.storages[known->second];
               before.type != found.type || before.byte_size != found.byte_size) {
      return wrong(
          concat("storage ", pickle_value_text(item(2)), " of the type and size it had before"),
          concat(tensor_type_name(found.type), " of ", count.value(), " elements"));
    }
    return known->second;
  }

  const Pickle& pickle_;
  std::string_view name_;
  std::set<std::string_view> names_;
  std::map<std::string_view, uint32_t> by_key_;
  StateDict dict_;
};

}  // namespace

Result<StateDict> StateDict::read(const Pickle& pickle) {
  const PickleValue& root = pickle.root();
  if (root.kind != PickleKind::dict && root.kind != PickleKind::ordered_dict) {
    return invalid_checkpoint(
        expected("checkpoint: pickle", "a dict of tensors", pickle_value_text(root)));
  }
  Builder builder(pickle);
  for (size_t i = 0; i < root.items.size(); i += 2) {
    XLMR_RETURN_IF_ERROR(builder.add(pickle[root.items[i]], pickle[root.items[i + 1]]));
  }
  return std::move(builder).take();
}

std::vector<TensorEntry> StateDict::place(const std::vector<uint64_t>& begins) const {
  std::vector<TensorEntry> entries;
  for (const TorchTensor& tensor : tensors) {
    const uint64_t begin = begins[tensor.storage];
    entries.push_back({tensor.name, storages[tensor.storage].type, tensor.shape,
                       begin + tensor.begin, begin + tensor.end, tensor.strides});
  }
  return entries;
}

}  // namespace xlmr
