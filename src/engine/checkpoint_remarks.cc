// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_remarks.h"

#include <algorithm>

namespace xlmr {
namespace {

// More would make a remark longer than it is worth.
constexpr size_t kNamed = 5;

std::string unused_text(const std::vector<const TensorEntry*>& unused) {
  std::string text = unused.size() == 1
                         ? std::string("1 tensor of the checkpoint is not used: ")
                         : concat(unused.size(), " tensors of the checkpoint are not used: ");
  const size_t named = std::min(unused.size(), kNamed);
  for (size_t i = 0; i < named; ++i) {
    if (i > 0) text += ", ";
    text += unused[i]->name.substr(0, 100);
  }
  if (named < unused.size()) text += concat(" and ", unused.size() - named, " more");
  return text;
}

}  // namespace

std::vector<std::string> checkpoint_remarks(const CheckpointLayout& layout,
                                            std::string_view architecture) {
  std::vector<std::string> remarks;
  if (!architecture.empty()) {
    remarks.push_back(
        concat("config.json names ", architecture,
               ": the weights are used as those of XLMRobertaForTokenClassification"));
  }
  if (!layout.unused.empty()) remarks.push_back(unused_text(layout.unused));
  return remarks;
}

}  // namespace xlmr
