// SPDX-License-Identifier: Apache-2.0
#include "eval/chunk_counts.h"

namespace xlmr {
namespace {

class Counter {
 public:
  explicit Counter(const ChunkScript& script)
      : script_(script), last_gold_(script.outside), last_predicted_(script.outside) {
    counts_.types.resize(script.types);
  }

  void token(const ChunkTag& gold, const ChunkTag& predicted) {
    step(gold, predicted);
    ++counts_.tokens;
    if (gold == predicted) ++counts_.correct_tokens;
  }
  void sentence_end() { step(script_.outside, script_.outside); }

  [[nodiscard]] ChunkCounts take() && {
    if (is_correct_) count_correct();
    return std::move(counts_);
  }

 private:
  void step(const ChunkTag& gold, const ChunkTag& predicted) {
    if (is_correct_) {
      const bool gold_ends = script_.ends(last_gold_, gold);
      const bool predicted_ends = script_.ends(last_predicted_, predicted);
      if (gold_ends && predicted_ends && last_predicted_.type == last_gold_.type) {
        is_correct_ = false;
        count_correct();
      } else if (gold_ends != predicted_ends || predicted.type != gold.type) {
        is_correct_ = false;
      }
    }
    const bool gold_starts = script_.starts(last_gold_, gold);
    const bool predicted_starts = script_.starts(last_predicted_, predicted);
    if (gold_starts && predicted_starts && gold.type == predicted.type) is_correct_ = true;
    if (gold_starts) {
      ++counts_.all.gold;
      ++counts_.types[gold.type].gold;
    }
    if (predicted_starts) {
      ++counts_.all.found;
      ++counts_.types[predicted.type].found;
    }
    last_gold_ = gold;
    last_predicted_ = predicted;
  }

  void count_correct() {
    ++counts_.all.correct;
    ++counts_.types[last_gold_.type].correct;
  }

  const ChunkScript& script_;
  ChunkCounts counts_;
  ChunkTag last_gold_;
  ChunkTag last_predicted_;
  bool is_correct_ = false;  // what both columns are in has been the same since both began it
};

}  // namespace

ChunkCounts count_chunks(const TagColumns& columns, const ChunkScript& script) {
  Counter counter(script);
  size_t row = 0;
  for (size_t sentence = 0; sentence < columns.ends.size(); ++sentence) {
    for (; row < columns.ends[sentence]; ++row) {
      counter.token(script.tags[columns.gold[row]], script.tags[columns.predicted[row]]);
    }
    const bool is_last = sentence + 1 == columns.ends.size();
    if (script.has_sentences && !(is_last && columns.is_open)) counter.sentence_end();
  }
  return std::move(counter).take();
}

}  // namespace xlmr
