// SPDX-License-Identifier: Apache-2.0
// Pickle: the values of a Python pickle, read by a machine that knows the opcodes a state dict
// needs and runs nothing.
//
// Invariant: nothing is called, imported or looked up: a call is a value that names one of the
// globals of pickle_global.h and lists its arguments. Values, memo, stack and marks have limits,
// and each step takes time by the bytes it reads or the values it collects. A value may hold
// itself, so who follows items must not do so without end.
//
//   auto pickle = Pickle::read("\x80\x02}X\x01\0\0\0aK\x07s.");    // {'a': 7}
//   pickle.value().root().kind                    -> PickleKind::dict
//   pickle.value()[root.items[1]].integer         -> 7
//   Pickle::read("cos\nsystem\n...")
//     -> checkpoint: pickle: byte 0: expected a name that a state dict needs,
//        found GLOBAL os.system
//
// Source: opcodes of pickletools (CPython); those that torch/_weights_only_unpickler.py accepts.
#ifndef XLMR_FORMATS_PICKLE_READER_H_
#define XLMR_FORMATS_PICKLE_READER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/pickle_value.h"

namespace xlmr {

class Pickle {
 public:
  static constexpr size_t kMaxBytes = size_t{8} << 20;
  static constexpr size_t kMaxValues = size_t{1} << 18;
  static constexpr size_t kMaxStack = size_t{1} << 16;
  static constexpr size_t kMaxMarks = 256;
  static constexpr size_t kMaxMemo = size_t{1} << 18;

  /// Reads the pickle that `bytes` begin with; `begin` is where they lie, for messages. Errors:
  /// invalid_checkpoint, naming the opcode or global and its byte. Values view `bytes`.
  [[nodiscard]] static Result<Pickle> read(std::string_view bytes, uint64_t begin = 0);

  [[nodiscard]] const PickleValue& root() const { return values_[root_]; }
  [[nodiscard]] const PickleValue& operator[](uint32_t value) const { return values_[value]; }

  /// Bytes up to the end of STOP.
  [[nodiscard]] size_t size() const { return size_; }

 private:
  Pickle(std::vector<PickleValue> values, uint32_t root, size_t size)
      : values_(std::move(values)), root_(root), size_(size) {}

  std::vector<PickleValue> values_;
  uint32_t root_;
  size_t size_;
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_PICKLE_READER_H_
