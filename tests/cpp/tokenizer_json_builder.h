// SPDX-License-Identifier: Apache-2.0
// TokenizerJsonBuilder: tokenizer.json files small enough to reason about, and broken ones.
//
//   std::string json = TokenizerJsonBuilder().set("normalizer", "null").json();
#ifndef XLMR_TESTS_TOKENIZER_JSON_BUILDER_H_
#define XLMR_TESTS_TOKENIZER_JSON_BUILDER_H_

#include <map>
#include <string>

namespace xlmr {

class TokenizerJsonBuilder {
 public:
  /// Replaces one field of the top level.
  TokenizerJsonBuilder& set(const std::string& field, const std::string& value) {
    fields_[field] = value;
    return *this;
  }

  [[nodiscard]] std::string json() const {
    std::string out;
    for (const auto& [field, value] : fields_) {
      out += (out.empty() ? "{" : ", ");
      out += '"' + field + "\": " + value;
    }
    return out + "}";
  }

 private:
  // The converted pipeline, with ids 4 ▁Lond, 5 en, 6 ▁in, 7 x, 8 <mask>.
  std::map<std::string, std::string> fields_ = {
      {"version", R"("1.0")"},
      {"added_tokens",
       R"([{"id": 0, "content": "<s>", "special": true},
           {"id": 2, "content": "</s>", "special": true},
           {"id": 8, "content": "<mask>", "lstrip": true, "normalized": true, "special": true}])"},
      {"normalizer",
       R"({"type": "Sequence", "normalizers": [
           {"type": "Precompiled", "precompiled_charsmap": null},
           {"type": "Strip", "strip_left": false, "strip_right": true},
           {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "▁"}]})"},
      {"pre_tokenizer",
       R"({"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true})"},
      {"post_processor",
       R"({"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
           {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}],
           "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
                              "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}})"},
      {"decoder", R"({"type": "Metaspace", "replacement": "▁"})"},
      {"model",
       R"({"type": "Unigram", "unk_id": 3, "byte_fallback": false, "vocab": [["<s>", 0],
           ["<pad>", 0], ["</s>", 0], ["<unk>", 0], ["▁Lond", -2], ["en", -2.5], ["▁in", -2],
           ["x", -3], ["<mask>", 0]]})"},
  };
};

}  // namespace xlmr

#endif  // XLMR_TESTS_TOKENIZER_JSON_BUILDER_H_
