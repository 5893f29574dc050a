// SPDX-License-Identifier: Apache-2.0
// Json: a view of a JSON document that knows where it is, so that errors can say it.
//
// Invariant: reading never fails silently: a value of another type than asked for is a Status with
// the path, what was expected and what was found. A missing field is a value of no type.
//
//   auto document = JsonDocument::parse(bytes, "tokenizer.json", StatusCode::invalid_tokenizer);
//   document.value().root()["model"]["unk_id"].count(100)
//     -> 3, or: tokenizer.json: model.unk_id: expected a whole number up to 100, found "three"
//
// The parser is yyjson's, which does not recurse.
#ifndef XLMR_BASE_JSON_H_
#define XLMR_BASE_JSON_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/status.h"

struct yyjson_doc;
struct yyjson_val;

namespace xlmr {

class Json {
 public:
  Json(yyjson_val* value, std::string path, StatusCode code)
      : value_(value), path_(std::move(path)), code_(code) {}

  [[nodiscard]] bool is_missing() const { return value_ == nullptr; }
  /// Missing or null.
  [[nodiscard]] bool is_nothing() const;
  [[nodiscard]] bool is_string() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_list() const;

  [[nodiscard]] Result<std::string_view> string() const;
  [[nodiscard]] Result<bool> flag() const;
  [[nodiscard]] Result<bool> flag_or(bool fallback) const;
  [[nodiscard]] Result<double> number() const;
  [[nodiscard]] Result<uint32_t> count(uint32_t limit) const;

  /// Not ok unless it is this very text, or this flag; nothing counts as `fallback`.
  [[nodiscard]] Status expect_string(std::string_view text) const;
  [[nodiscard]] Status expect_flag(bool expected, bool fallback) const;

  /// Fields of an object or entries of a list; 0 for anything else.
  [[nodiscard]] size_t size() const;
  [[nodiscard]] Json operator[](const char* field) const;
  [[nodiscard]] Json at(size_t entry) const;  ///< of a list; O(entry)

  /// Calls work(Json) for each entry of a list, or work(key, Json) for each field of an object,
  /// until one is not ok.
  template <typename Work>
  [[nodiscard]] Status for_each_entry(const Work& work) const;
  template <typename Work>
  [[nodiscard]] Status for_each_field(const Work& work) const;

  /// The error that `what` was expected here, and `found`, or else this value, was found.
  [[nodiscard]] Status wrong(const AsText& what) const;
  [[nodiscard]] Status wrong(const AsText& what, const AsText& found) const;

  /// For loops over very many values, where a path for each would cost more than the reading.
  [[nodiscard]] yyjson_val* raw() const { return value_; }

 private:
  struct Position {
    yyjson_val* key = nullptr;
    yyjson_val* value = nullptr;
    size_t index = 0;
  };
  [[nodiscard]] bool next_entry(Position& at) const;
  [[nodiscard]] bool next_field(Position& at) const;
  [[nodiscard]] static std::string_view text_of(yyjson_val* key);
  [[nodiscard]] Json entry(yyjson_val* value, size_t index) const;
  [[nodiscard]] Json field(yyjson_val* value, std::string_view name) const;

  yyjson_val* value_;
  std::string path_;
  StatusCode code_;
};

class JsonDocument {
 public:
  /// `file` names the document in errors, which have the code `code`.
  [[nodiscard]] static Result<JsonDocument> parse(std::string_view text, std::string_view file,
                                                  StatusCode code);

  [[nodiscard]] Json root() const;

 private:
  struct Free {
    void operator()(yyjson_doc* document) const;
  };
  JsonDocument(yyjson_doc* document, std::string_view file, StatusCode code)
      : document_(document), file_(file), code_(code) {}

  std::unique_ptr<yyjson_doc, Free> document_;
  std::string file_;
  StatusCode code_;
};

template <typename Work>
Status Json::for_each_entry(const Work& work) const {
  if (!is_list()) return wrong("a list");
  for (Position at; next_entry(at);) {
    XLMR_RETURN_IF_ERROR(work(entry(at.value, at.index - 1)));
  }
  return {};
}

template <typename Work>
Status Json::for_each_field(const Work& work) const {
  if (!is_object()) return wrong("an object");
  for (Position at; next_field(at);) {
    const std::string_view name = text_of(at.key);
    XLMR_RETURN_IF_ERROR(work(name, field(at.value, name)));
  }
  return {};
}

}  // namespace xlmr

#endif  // XLMR_BASE_JSON_H_
