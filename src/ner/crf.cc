// SPDX-License-Identifier: Apache-2.0
#include "ner/crf.h"

#include <yyjson.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace xlmr {
namespace {

Status wrong(const std::string& field, const std::string& what) {
  return invalid_config(concat("config.json: crf_state_dict.", field, ": expected ", what));
}

Status read_row(yyjson_val* list, size_t size, const std::string& field, std::vector<float>& out) {
  if (yyjson_arr_size(list) != size) {
    return wrong(field, concat("a list of ", size, " numbers, found ",
                               yyjson_is_arr(list) ? concat(yyjson_arr_size(list))
                                                   : yyjson_get_type_desc(list)));
  }
  size_t index = 0;
  size_t count = 0;
  yyjson_val* value = nullptr;
  yyjson_arr_foreach(list, index, count, value) {
    const auto number = static_cast<float>(yyjson_get_num(value));
    if (!yyjson_is_num(value) || !std::isfinite(number)) {
      return wrong(concat(field, "[", index, "]"), "a finite number");
    }
    out.push_back(number);
  }
  return {};
}

Status read_rows(yyjson_val* list, size_t size, const std::string& field, std::vector<float>& out) {
  if (yyjson_arr_size(list) != size) {
    return wrong(field, concat("a list of ", size, " lists"));
  }
  size_t index = 0;
  size_t count = 0;
  yyjson_val* row = nullptr;
  yyjson_arr_foreach(list, index, count, row) {
    XLMR_RETURN_IF_ERROR(read_row(row, size, concat(field, "[", index, "]"), out));
  }
  return {};
}

// AllenNLP's mask holds 0 and 1: transitions * mask - 10000 * (1 - mask).
void apply_mask(const std::vector<float>& mask, Transitions& transitions) {
  const size_t labels = transitions.labels;
  const size_t width = labels + 2;
  const auto masked = [](float score, float keep) {
    return score * keep + Transitions::kForbidden * (1 - keep);
  };
  for (size_t from = 0; from < labels; ++from) {
    for (size_t to = 0; to < labels; ++to) {
      float& score = transitions.next[from * labels + to];
      score = masked(score, mask[from * width + to]);
    }
    float& start = transitions.start[from];
    start = masked(start, mask[labels * width + from]);
    float& end = transitions.end[from];
    end = masked(end, mask[from * width + labels + 1]);
  }
}

}  // namespace

Result<std::optional<Transitions>> read_crf(yyjson_val* config, uint32_t labels) {
  yyjson_val* state = yyjson_obj_get(config, "crf_state_dict");
  if (state == nullptr || yyjson_is_null(state)) return std::optional<Transitions>();
  if (labels > Transitions::kMaxLabels) {
    return invalid_config(expected("config.json: crf_state_dict",
                                   concat("at most ", Transitions::kMaxLabels, " labels"), labels));
  }
  Transitions transitions(labels);
  const auto read = [&](const char* field, bool is_square, size_t size, std::vector<float>& out) {
    out.clear();
    yyjson_val* value = yyjson_obj_get(state, field);
    return is_square ? read_rows(value, size, field, out) : read_row(value, size, field, out);
  };
  XLMR_RETURN_IF_ERROR(read("transitions", true, labels, transitions.next));
  XLMR_RETURN_IF_ERROR(read("start_transitions", false, labels, transitions.start));
  XLMR_RETURN_IF_ERROR(read("end_transitions", false, labels, transitions.end));
  if (yyjson_obj_get(state, "_constraint_mask") != nullptr) {
    std::vector<float> mask;
    XLMR_RETURN_IF_ERROR(read("_constraint_mask", true, size_t{labels} + 2, mask));
    apply_mask(mask, transitions);
  }
  return std::optional<Transitions>(std::move(transitions));
}

}  // namespace xlmr
