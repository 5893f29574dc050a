// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_reader.h"

#include <optional>
#include <string>

#include "base/byte_reader.h"
#include "formats/little_endian.h"
#include "formats/pickle_opcode.h"

namespace xlmr {
namespace {

constexpr uint32_t kNoValue = UINT32_MAX;
constexpr size_t kMaxArguments = 8;

std::string opcode_text(uint8_t opcode) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  return concat("opcode 0x", kDigits.substr(opcode >> 4, 1), kDigits.substr(opcode & 0xF, 1));
}

bool is_dict(PickleKind kind) {
  return kind == PickleKind::dict || kind == PickleKind::ordered_dict;
}

class Machine {
 public:
  Machine(std::string_view bytes, uint64_t begin) : reader_(bytes), begin_(begin) {}

  [[nodiscard]] Status run() {
    while (!stopped_) {
      at_ = reader_.position();
      if (at_ >= Pickle::kMaxBytes) return limit("bytes", Pickle::kMaxBytes);
      const auto opcode = reader_.bytes(1);
      if (!opcode) return wrong("STOP", "the pickle's end");
      XLMR_RETURN_IF_ERROR(step(static_cast<uint8_t>(opcode->front())));
    }
    return {};
  }

  [[nodiscard]] std::vector<PickleValue> take_values() { return std::move(values_); }
  [[nodiscard]] uint32_t root() const { return stack_.front(); }
  [[nodiscard]] size_t size() const { return reader_.position(); }

 private:
  [[nodiscard]] Status wrong(std::string_view what, const AsText& found) const {
    return invalid_checkpoint(
        expected(concat("checkpoint: pickle: byte ", begin_ + at_), what, found));
  }
  [[nodiscard]] Status limit(std::string_view what, size_t most) const {
    return wrong(concat("at most ", most, " ", what), "more");
  }

  [[nodiscard]] Status step(uint8_t opcode) {
    switch (opcode) {
      case kProto:
        return protocol();
      case kStop:
        return stop();
      case kMark:
        if (marks_.size() == Pickle::kMaxMarks) return limit("marks", Pickle::kMaxMarks);
        marks_.push_back(stack_.size());
        return {};
      case kNone:
        return push({.kind = PickleKind::none});
      case kNewtrue:
      case kNewfalse:
        return push({.kind = PickleKind::flag, .integer = opcode == kNewtrue ? 1 : 0});
      case kBinint:
        return integer(4, true);
      case kBinint1:
        return integer(1, false);
      case kBinint2:
        return integer(2, false);
      case kLong1:
        return long_integer();
      case kBinfloat:
        if (!reader_.bytes(8)) return cut_off();
        return push({.kind = PickleKind::real});
      case kShortBinstring:
        return text(1);
      case kBinunicode:
        return text(4);
      case kEmptyTuple:
        return push({.kind = PickleKind::tuple});
      case kEmptyList:
        return push({.kind = PickleKind::list});
      case kEmptyDict:
        return push({.kind = PickleKind::dict});
      case kEmptySet:
        return push({.kind = PickleKind::set});
      case kTuple:
        return tuple(pop_to_mark());
      case kTuple1:
      case kTuple2:
      case kTuple3:
        return tuple(pop(opcode - kTuple1 + 1));
      case kAppend:
        return append(pop(1));
      case kAppends:
        return append(pop_to_mark());
      case kSetitem:
        return set_items(pop(2));
      case kSetitems:
        return set_items(pop_to_mark());
      case kBinput:
        return put(1);
      case kLongBinput:
        return put(4);
      case kBinget:
        return get(1);
      case kLongBinget:
        return get(4);
      case kGlobal:
        return global();
      case kReduce:
      case kNewobj:
        return call();
      case kBuild:
        return build();
      case kBinpersid:
        return persistent_id();
      default:
        return wrong("an opcode that a state dict needs", opcode_text(opcode));
    }
  }

  using Items = std::optional<std::vector<uint32_t>>;

  [[nodiscard]] Status cut_off() const { return wrong("an operand", "the pickle's end"); }
  [[nodiscard]] Status missing() const { return wrong("more values on the stack", "too few"); }

  [[nodiscard]] Status push_id(uint32_t id) {
    if (stack_.size() == Pickle::kMaxStack) return limit("values on the stack", Pickle::kMaxStack);
    stack_.push_back(id);
    return {};
  }

  [[nodiscard]] Status push(PickleValue value) {
    if (values_.size() == Pickle::kMaxValues) return limit("values", Pickle::kMaxValues);
    values_.push_back(std::move(value));
    return push_id(static_cast<uint32_t>(values_.size() - 1));
  }

  /// Those above the last mark: others are not to be had before it is taken away.
  [[nodiscard]] size_t above_mark() const {
    return stack_.size() - (marks_.empty() ? 0 : marks_.back());
  }

  [[nodiscard]] Items pop(size_t count) {
    if (above_mark() < count) return std::nullopt;
    const auto first = stack_.end() - static_cast<ptrdiff_t>(count);
    std::vector<uint32_t> items(first, stack_.end());
    stack_.erase(first, stack_.end());
    return items;
  }

  [[nodiscard]] Items pop_to_mark() {
    if (marks_.empty()) return std::nullopt;
    Items items = pop(above_mark());
    marks_.pop_back();
    return items;
  }

  [[nodiscard]] PickleValue* top() { return above_mark() == 0 ? nullptr : &values_[stack_.back()]; }

  [[nodiscard]] Status protocol() {
    const auto operand = reader_.bytes(1);
    if (!operand) return cut_off();
    if (operand->front() == 2) return {};
    return wrong("protocol 2", static_cast<uint8_t>(operand->front()));
  }

  [[nodiscard]] Status stop() {
    if (stack_.size() != 1 || !marks_.empty()) {
      return wrong("one value on the stack at STOP",
                   concat(stack_.size(), " and ", marks_.size(), " marks"));
    }
    stopped_ = true;
    return {};
  }

  [[nodiscard]] Status integer(size_t size, bool is_signed) {
    const auto operand = reader_.bytes(size);
    if (!operand) return cut_off();
    const uint64_t bits = little_endian(*operand, 0, size);
    const auto value =
        is_signed ? static_cast<int32_t>(static_cast<uint32_t>(bits)) : static_cast<int64_t>(bits);
    return push({.kind = PickleKind::integer, .integer = value});
  }

  [[nodiscard]] Status long_integer() {
    const auto size = reader_.bytes(1);
    if (!size) return cut_off();
    const auto count = static_cast<uint8_t>(size->front());
    if (count > sizeof(int64_t)) {
      return wrong("a number of at most 8 bytes", concat("LONG1 of ", count));
    }
    const auto operand = reader_.bytes(count);
    if (!operand) return cut_off();
    uint64_t bits = little_endian(*operand, 0, count);
    const bool is_negative = count > 0 && (operand->back() & 0x80) != 0;
    if (is_negative && count < sizeof(int64_t)) bits |= UINT64_MAX << (8 * count);
    return push({.kind = PickleKind::integer, .integer = static_cast<int64_t>(bits)});
  }

  [[nodiscard]] Status text(size_t size_bytes) {
    const auto size = reader_.bytes(size_bytes);
    if (!size) return cut_off();
    const uint64_t count = little_endian(*size, 0, size_bytes);
    const auto operand = reader_.bytes(count);
    if (!operand) {
      return wrong(concat("a text of ", count, " bytes"),
                   concat("the pickle's end after ", reader_.remaining()));
    }
    return push({.kind = PickleKind::text, .text = *operand});
  }

  [[nodiscard]] Status tuple(Items items) {
    if (!items) return missing();
    return push({.kind = PickleKind::tuple, .items = std::move(*items)});
  }

  [[nodiscard]] Status append(const Items& items) {
    PickleValue* list = top();
    if (!items || list == nullptr) return missing();
    if (list->kind != PickleKind::list) return wrong("a list", pickle_value_text(*list));
    list->items.insert(list->items.end(), items->begin(), items->end());
    return {};
  }

  [[nodiscard]] Status set_items(const Items& items) {
    PickleValue* dict = top();
    if (!items || dict == nullptr) return missing();
    if (!is_dict(dict->kind)) return wrong("a dict", pickle_value_text(*dict));
    if (items->size() % 2 != 0) {
      return wrong("keys and values in pairs", concat(items->size(), " values"));
    }
    dict->items.insert(dict->items.end(), items->begin(), items->end());
    return {};
  }

  [[nodiscard]] Result<size_t> memo_index(size_t size) {
    const auto operand = reader_.bytes(size);
    if (!operand) return cut_off();
    const uint64_t index = little_endian(*operand, 0, size);
    if (index < Pickle::kMaxMemo) return static_cast<size_t>(index);
    return wrong(concat("an index of the memo below ", Pickle::kMaxMemo), index);
  }

  [[nodiscard]] Status put(size_t size) {
    const auto index = memo_index(size);
    XLMR_RETURN_IF_ERROR(index);
    if (top() == nullptr) return missing();
    if (memo_.size() <= index.value()) memo_.resize(index.value() + 1, kNoValue);
    memo_[index.value()] = stack_.back();
    return {};
  }

  [[nodiscard]] Status get(size_t size) {
    const auto index = memo_index(size);
    XLMR_RETURN_IF_ERROR(index);
    const uint32_t id = index.value() < memo_.size() ? memo_[index.value()] : kNoValue;
    if (id != kNoValue) return push_id(id);
    return wrong("a value of the memo", concat("none at ", index.value()));
  }

  [[nodiscard]] Status global() {
    const auto module = reader_.line();
    const auto name = module ? reader_.line() : std::nullopt;
    if (!name) return cut_off();
    const auto known = pickle_global(*module, *name);
    if (known) return push({.kind = PickleKind::global, .global = *known});
    return wrong("a name that a state dict needs",
                 concat("GLOBAL ", pickle_text_shown(*module), ".", pickle_text_shown(*name)));
  }

  // Its items are copied: a long tuple from the memo would make much of a few bytes.
  [[nodiscard]] Status expect_short_tuple(const PickleValue& value) const {
    if (value.kind == PickleKind::tuple && value.items.size() <= kMaxArguments) return {};
    return wrong(concat("a tuple of at most ", kMaxArguments), pickle_value_text(value));
  }

  [[nodiscard]] Status call() {
    const Items both = pop(2);
    if (!both) return missing();
    const PickleValue& callee = values_[both->front()];
    const PickleValue& arguments = values_[both->back()];
    if (callee.kind != PickleKind::global || storage_type(callee.global)) {
      return wrong("the name of a function to call", pickle_value_text(callee));
    }
    XLMR_RETURN_IF_ERROR(expect_short_tuple(arguments));
    switch (callee.global) {
      case PickleGlobal::ordered_dict:
        if (arguments.items.empty()) return push({.kind = PickleKind::ordered_dict});
        return wrong("no arguments of OrderedDict", pickle_value_text(arguments));
      case PickleGlobal::size: {
        // A tuple of another class.
        if (arguments.items.size() != 1) {
          return wrong("one argument of torch.Size", pickle_value_text(arguments));
        }
        const PickleValue& sizes = values_[arguments.items.front()];
        if (sizes.kind != PickleKind::tuple) return wrong("a tuple", pickle_value_text(sizes));
        return push_id(arguments.items.front());
      }
      default:
        return push({.kind = PickleKind::call, .global = callee.global, .items = arguments.items});
    }
  }

  // What sets attributes of an object. A state dict has one, `_metadata`, which says how old its
  // modules are, and none of XLM-R's has changed.
  [[nodiscard]] Status build() {
    if (!pop(1) || top() == nullptr) return missing();
    if (top()->kind == PickleKind::ordered_dict) return {};
    return wrong("an OrderedDict to set attributes of", pickle_value_text(*top()));
  }

  [[nodiscard]] Status persistent_id() {
    const Items id = pop(1);
    if (!id) return missing();
    const PickleValue& tuple = values_[id->front()];
    XLMR_RETURN_IF_ERROR(expect_short_tuple(tuple));
    return push({.kind = PickleKind::persistent_id, .items = tuple.items});
  }

  ByteReader reader_;
  uint64_t begin_;
  size_t at_ = 0;  // the current opcode
  bool stopped_ = false;
  std::vector<PickleValue> values_;
  std::vector<uint32_t> stack_;
  std::vector<size_t> marks_;  // sizes of the stack
  std::vector<uint32_t> memo_;
};

}  // namespace

Result<Pickle> Pickle::read(std::string_view bytes, uint64_t begin) {
  Machine machine(bytes, begin);
  XLMR_RETURN_IF_ERROR(machine.run());
  return Pickle(machine.take_values(), machine.root(), machine.size());
}

}  // namespace xlmr
