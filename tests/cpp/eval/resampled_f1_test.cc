// SPDX-License-Identifier: Apache-2.0
#include "eval/resampled_f1.h"

#include <gtest/gtest.h>

#include "eval/columns_of.h"
#include "eval/seqeval.h"

namespace xlmr {
namespace {

TEST(ResampledF1, IsSeqevalsOfTheCorpus) {
  const ColumnsOf columns("B-A I-A O | B-B O B-A | O", "B-A O O | B-B B-B B-A | I-A");
  const auto resampled = ResampledF1::make(columns.view());
  const auto whole = seqeval(columns.view(), {});
  EXPECT_EQ(resampled.value().scores().micro.f1, whole.value().scores.micro.f1);
  EXPECT_EQ(resampled.value().scores().macro.f1, whole.value().scores.macro.f1);
}

TEST(ResampledF1, ReadsSentencesInARowWhereTheyDependOnEachOther) {
  // get_entities([["B-A"], ["L", "B-X"]]) is [('A', 0, 0), ('_', 0, 2), ('X', 3, 3)]: what L ends began in
  // the sentence before.
  const ColumnsOf columns("B-A | L B-X", "B-A | O B-X");
  const auto resampled = ResampledF1::make(columns.view());
  const auto whole = seqeval(columns.view(), {});
  EXPECT_EQ(whole.value().scores.micro.support, 3u);
  EXPECT_EQ(resampled.value().scores().micro.support, 3u);
  EXPECT_EQ(resampled.value().scores().micro.f1, whole.value().scores.micro.f1);
}

TEST(ResampledF1, HasNoIntervalOfOneSentence) {
  EXPECT_FALSE(ResampledF1::make(ColumnsOf("B-A", "B-A").view()).value().intervals().has_value());
}

}  // namespace
}  // namespace xlmr
