// SPDX-License-Identifier: Apache-2.0
// Values of the core as the values JavaScript sees: statuses, typed arrays, offset pairs.
//
// Invariant: every array is a copy outside the WebAssembly memory, so growth cannot detach it.
//
//   Offsets offsets("\u00e9x", OffsetUnit::utf16);
//   offsets.push({2, 3});  offsets.array() -> Int32Array [1, 2]
#ifndef XLMR_WASM_BIND_VALUES_H_
#define XLMR_WASM_BIND_VALUES_H_

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/ranges.h"
#include "base/status.h"

namespace xlmr::js {

inline Status not_loaded(const char* expected) {
  return {StatusCode::not_loaded, std::string("expected ") + expected + " first"};
}

using emscripten::val;

struct JsStatus {
  std::string code;  // "" when all is well
  std::string message;
};

inline JsStatus to_js(const Status& status) {
  return {std::string(code_name(status.code())), status.message()};
}

/// A Uint8Array's bytes; Embind itself would copy them one by one.
inline std::string bytes_of(const val& array) {
  std::string bytes(array["length"].as<size_t>(), '\0');
  val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<uint8_t*>(bytes.data())))
      .call<void>("set", array);
  return bytes;
}

/// A file's size; what is no whole number becomes one that no header fits.
inline uint64_t to_size(double value) {
  constexpr double kMost = 9007199254740992.0;  // 2^53
  return value >= 0 && value <= kMost ? static_cast<uint64_t>(value) : 0;
}

template <typename T>
val to_js(const std::vector<T>& values) {
  return val(emscripten::typed_memory_view(values.size(), values.data()))
      .template call<val>("slice");
}

inline val result_object(const Status& status) {
  val object = val::object();
  object.set("status", to_js(status));
  return object;
}

class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit) : map_(text), unit_(unit) {}

  void push(ByteRange bytes) {
    switch (unit_) {
      case OffsetUnit::utf16:
        return push_range(map_.utf16(bytes));
      case OffsetUnit::codepoint:
        return push_range(map_.codepoints(bytes));
    }
  }
  [[nodiscard]] val array() const { return to_js(values_); }

 private:
  template <typename Unit>
  void push_range(Range<Unit> range) {
    values_.push_back(static_cast<int32_t>(range.begin));
    values_.push_back(static_cast<int32_t>(range.end));
  }

  OffsetMap map_;
  OffsetUnit unit_;
  std::vector<int32_t> values_;
};

/// Many texts as {joined (UTF-8), lengths (UTF-16 units)}: Embind takes strings one by one, and
/// drops a U+FEFF that begins one.
class Texts {
 public:
  void push(std::string_view text) {
    joined_.insert(joined_.end(), text.begin(), text.end());
    lengths_.push_back(OffsetMap(text).utf16_size());
  }
  void set(val& object) const {
    object.set("joined", to_js(joined_));
    object.set("lengths", to_js(lengths_));
  }

 private:
  std::vector<uint8_t> joined_;
  std::vector<uint32_t> lengths_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_VALUES_H_
