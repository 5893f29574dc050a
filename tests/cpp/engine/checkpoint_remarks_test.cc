// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CheckpointRemarks, AreOneForEachKindOfThing) {
  const std::vector<TensorEntry> tensors(7, TensorEntry{"crf.end", TensorType::f32, {}, 0, 0});
  CheckpointLayout layout;
  EXPECT_THAT(checkpoint_remarks(layout, ""), IsEmpty());
  layout.unused = {&tensors[0]};
  EXPECT_THAT(checkpoint_remarks(layout, "Mine"),
              ElementsAre("config.json names Mine: the weights are used as those of "
                          "XLMRobertaForTokenClassification",
                          "1 tensor of the checkpoint is not used: crf.end"));
  for (size_t i = 1; i < tensors.size(); ++i) layout.unused.push_back(&tensors[i]);
  EXPECT_THAT(checkpoint_remarks(layout, ""),
              ElementsAre("7 tensors of the checkpoint are not used: crf.end, crf.end, crf.end, "
                          "crf.end, crf.end and 2 more"));
}

}  // namespace
}  // namespace xlmr
