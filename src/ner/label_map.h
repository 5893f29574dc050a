// SPDX-License-Identifier: Apache-2.0
// LabelMap: a model's labels by id, and what each means to Hugging Face's grouping.
//
// Invariant: ids are dense from 0; every label has a tag (what two neighbours must share to be one
// entity) and a group (what an entity is called).
//
//   label    begins  tag      group        source: transformers pipelines/token_classification.py,
//   B-PER    yes     PER      PER          get_tag and group_sub_entities
//   I-PER    no      PER      PER
//   ORG-P    no      ORG-P    P            (a label without B- or I- is its own tag, and its group
//   O        no      O        O             is what follows the first hyphen)
#ifndef XLMR_NER_LABEL_MAP_H_
#define XLMR_NER_LABEL_MAP_H_

#include <cstdint>
#include <string>
#include <vector>

namespace xlmr {

struct Label {
  std::string name;     ///< as in id2label
  std::string tag;      ///< compared between neighbours
  uint32_t group = 0;   ///< index into LabelMap::groups()
  bool begins = false;  ///< B-: always opens an entity
};

class LabelMap {
 public:
  LabelMap() = default;
  explicit LabelMap(const std::vector<std::string>& names);

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(labels_.size()); }
  [[nodiscard]] const Label& operator[](uint32_t id) const { return labels_[id]; }
  [[nodiscard]] const std::vector<std::string>& groups() const { return groups_; }
  [[nodiscard]] const std::string& group_of(uint32_t id) const {
    return groups_[labels_[id].group];
  }

 private:
  std::vector<Label> labels_;
  std::vector<std::string> groups_;
};

}  // namespace xlmr

#endif  // XLMR_NER_LABEL_MAP_H_
