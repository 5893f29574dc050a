// SPDX-License-Identifier: Apache-2.0
// The oracle is span_f1() of T-NER 0.2.4, with seqeval 1.2.2, numpy 2.4.6 and scipy 1.17.1.
#include "eval/tner.h"

#include <gtest/gtest.h>

#include <cmath>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

const ColumnsOf& columns() {
  static const ColumnsOf same("B-PER I-PER O | B-LOC O | B-PER | O B-JOB-TITLE I-JOB-TITLE O",
                              "B-PER O O | B-LOC B-LOC | B-PER | O B-JOB-TITLE I-JOB-TITLE O");
  return same;
}

void expect_interval(const Interval& interval, double low, double high) {
  EXPECT_EQ(interval.low, low);
  EXPECT_EQ(interval.high, high);
}

TEST(Tner, HasTheFiguresAndIntervalsOfTner) {
  const auto made = tner(columns().view(), {.has_intervals = true});
  const TnerReport& report = made.value();
  EXPECT_EQ(report.micro.f1, 0.6666666666666665);
  EXPECT_EQ(report.micro.precision, 0.6);
  EXPECT_EQ(report.micro.recall, 0.75);
  expect_interval((*report.micro.intervals)[0], 0.4, 1);
  expect_interval((*report.micro.intervals)[1], 0.25, 1);
  EXPECT_EQ(report.macro.f1, 0.7222222222222222);
  expect_interval((*report.macro.intervals)[0], 0.3333333333333333, 1);
}

TEST(Tner, SpoilsTypesAsTnerDoes) {
  const auto made = tner(columns().view(), {});
  const TnerReport& report = made.value();
  EXPECT_EQ(report.types, (std::vector<std::string>{"JOTITLE", "LOC", "PER"}));
  EXPECT_TRUE(std::isnan(report.by_type[0].f1));
  EXPECT_EQ(report.by_type[0].recall, 0);
  EXPECT_EQ(report.by_type[1].precision, 0.5);
  EXPECT_FALSE(report.by_type[1].intervals.has_value());
}

TEST(Tner, ComparesSpansWithoutTheirTypes) {
  const auto made = tner(columns().view(), {.is_span_only = true});
  EXPECT_EQ(made.value().macro.f1, 0.6666666666666665);
  EXPECT_TRUE(made.value().types.empty());
}

}  // namespace
}  // namespace xlmr
