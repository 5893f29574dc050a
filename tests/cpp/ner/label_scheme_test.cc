// SPDX-License-Identifier: Apache-2.0
#include "ner/label_scheme.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using Names = std::vector<std::string>;

TEST(LabelScheme, IsReadFromThePrefixes) {
  EXPECT_EQ(detect_scheme(Names{"O", "B-PER", "I-PER"}), LabelScheme::bio);
  EXPECT_EQ(detect_scheme(Names{"O", "I-PER", "I-LOC"}), LabelScheme::bio);
  EXPECT_EQ(detect_scheme(Names{"O", "B-X", "I-X", "E-X", "S-X"}), LabelScheme::bioes);
  EXPECT_EQ(detect_scheme(Names{"B-X", "I-X", "L-X", "U-X", "O"}), LabelScheme::bilou);
  EXPECT_EQ(detect_scheme(Names{"O", "PER", "ORG-P", "ORG-O"}), LabelScheme::none);
  EXPECT_EQ(detect_scheme(Names{"NOUN", "VERB"}), LabelScheme::none);
  EXPECT_EQ(detect_scheme(Names{"O"}), LabelScheme::none);
}

TEST(LabelScheme, OneBareLabelMakesOtherPrefixesPartOfNames) {
  EXPECT_EQ(detect_scheme(Names{"O", "S-CLUB", "PER"}), LabelScheme::none);
  EXPECT_EQ(detect_scheme(Names{"O", "B-X", "I-X", "GPE-LOC"}), LabelScheme::bio);
  EXPECT_EQ(detect_scheme(Names{"O", "B-X", "E-X", "U-X"}), LabelScheme::bio);
}

TEST(LabelScheme, GivesEachLabelItsRoleAndType) {
  const auto expect = [](const char* name, LabelScheme scheme, LabelRole role, const char* type) {
    const ParsedLabel label = parse_label(name, scheme);
    EXPECT_EQ(label.role, role) << name;
    EXPECT_EQ(label.type, type) << name;
  };
  expect("B-PER", LabelScheme::bio, LabelRole::begin, "PER");
  expect("I-ORG-COMPANY", LabelScheme::iob1, LabelRole::inside, "ORG-COMPANY");
  expect("E-PER", LabelScheme::bioes, LabelRole::end, "PER");
  expect("E-PER", LabelScheme::bio, LabelRole::inside, "E-PER");
  expect("U-PER", LabelScheme::bilou, LabelRole::single, "PER");
  expect("ORG-P", LabelScheme::none, LabelRole::inside, "ORG-P");
  expect("O", LabelScheme::bio, LabelRole::outside, "O");
  expect("B-", LabelScheme::bio, LabelRole::begin, "");
  expect("B", LabelScheme::bio, LabelRole::inside, "B");
}

}  // namespace
}  // namespace xlmr
