// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <yyjson.h>

#include <utility>

#include "base/utf8.h"

namespace xlmr {
namespace {

constexpr size_t kMostShown = 60;

// At most kMostShown bytes of a text, in whole code points.
std::string beginning_of(std::string_view text) {
  if (text.size() <= kMostShown) return std::string(text);
  return concat(text.substr(0, codepoint_before(text, kMostShown + 1)), "...");
}

std::string found_in(yyjson_val* value) {
  if (value == nullptr) return "nothing";
  if (yyjson_is_uint(value)) return concat(yyjson_get_uint(value));
  if (yyjson_is_sint(value)) return concat(yyjson_get_sint(value));
  if (yyjson_is_real(value)) return "a fraction";
  if (const char* text = yyjson_get_str(value)) {
    return concat("\"", beginning_of({text, yyjson_get_len(value)}), "\"");
  }
  if (yyjson_is_bool(value)) return yyjson_get_bool(value) ? "true" : "false";
  return yyjson_get_type_desc(value);
}

}  // namespace

bool Json::is_nothing() const { return value_ == nullptr || yyjson_is_null(value_); }
bool Json::is_string() const { return yyjson_is_str(value_); }
bool Json::is_object() const { return yyjson_is_obj(value_); }
bool Json::is_list() const { return yyjson_is_arr(value_); }

Result<std::string_view> Json::string() const {
  if (!is_string()) return wrong("a string");
  return text_of(value_);
}

Result<bool> Json::flag() const {
  if (!yyjson_is_bool(value_)) return wrong("true or false");
  return yyjson_get_bool(value_);
}

Result<bool> Json::flag_or(bool fallback) const {
  if (is_nothing()) return fallback;
  return flag();
}

Result<double> Json::number() const {
  if (!yyjson_is_num(value_)) return wrong("a number");
  return yyjson_get_num(value_);
}

Result<uint32_t> Json::count(uint32_t limit) const {
  if (!yyjson_is_uint(value_) || yyjson_get_uint(value_) > limit) {
    return wrong(concat("a whole number up to ", limit));
  }
  return static_cast<uint32_t>(yyjson_get_uint(value_));
}

Status Json::expect_string(std::string_view text) const {
  if (is_string() && text_of(value_) == text) return {};
  return wrong(concat("\"", text, "\""));
}

Status Json::expect_flag(bool expected, bool fallback) const {
  const auto found = flag_or(fallback);
  XLMR_RETURN_IF_ERROR(found);
  return found.value() == expected ? Status() : wrong(expected ? "true" : "false");
}

size_t Json::size() const {
  return is_list() ? yyjson_arr_size(value_) : is_object() ? yyjson_obj_size(value_) : 0;
}

Json Json::operator[](const char* name) const { return field(yyjson_obj_get(value_, name), name); }

Json Json::at(size_t index) const { return entry(yyjson_arr_get(value_, index), index); }

Status Json::wrong(const AsText& what) const { return wrong(what, found_in(value_)); }

Status Json::wrong(const AsText& what, const AsText& found) const {
  return {code_, expected(path_, what, found)};
}

bool Json::next_entry(Position& at) const {
  if (at.index == yyjson_arr_size(value_)) return false;
  at.value = at.index == 0 ? yyjson_arr_get_first(value_) : unsafe_yyjson_get_next(at.value);
  ++at.index;
  return true;
}

bool Json::next_field(Position& at) const {
  if (at.index == yyjson_obj_size(value_)) return false;
  // A key's value stands behind it, and the next key behind that value.
  at.key = at.index == 0 ? unsafe_yyjson_get_first(value_) : unsafe_yyjson_get_next(at.value);
  at.value = yyjson_obj_iter_get_val(at.key);
  ++at.index;
  return true;
}

std::string_view Json::text_of(yyjson_val* key) {
  return {yyjson_get_str(key), yyjson_get_len(key)};
}

Json Json::entry(yyjson_val* value, size_t index) const {
  return {value, concat(path_, "[", index, "]"), code_};
}

Json Json::field(yyjson_val* value, std::string_view name) const {
  const bool is_top = path_.ends_with(':');
  return {value, concat(path_, is_top ? " " : ".", name), code_};
}

void JsonDocument::Free::operator()(yyjson_doc* document) const { yyjson_doc_free(document); }

Result<JsonDocument> JsonDocument::parse(std::string_view text, std::string_view file,
                                         StatusCode code) {
  yyjson_read_err error{};
  // The parser does not write to its input unless asked to work in place.
  yyjson_doc* document = yyjson_read_opts(const_cast<char*>(text.data()), text.size(),
                                          YYJSON_READ_NOFLAG, nullptr, &error);
  if (document == nullptr) {
    return Status(
        code, expected(file, "JSON", concat("an error at byte ", error.pos, " (", error.msg, ")")));
  }
  JsonDocument owned(document, file, code);
  if (!owned.root().is_object()) {
    return Json(yyjson_doc_get_root(document), concat(file, ": top level"), code)
        .wrong("an object");
  }
  return owned;
}

Json JsonDocument::root() const {
  return {yyjson_doc_get_root(document_.get()), concat(file_, ":"), code_};
}

}  // namespace xlmr
