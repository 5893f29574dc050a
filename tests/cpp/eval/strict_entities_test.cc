// SPDX-License-Identifier: Apache-2.0
// The oracle is seqeval 1.2.2's scheme.py.
#include "eval/strict_entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eval/columns_of.h"

namespace xlmr {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> entities(const std::string& tags, TagScheme scheme) {
  const ColumnsOf columns(tags, tags);
  const StrictTags read = read_strict_tags(columns.view(), false);
  const auto found = strict_entities(columns.view(), read, columns.view().gold, scheme);
  if (!found.ok()) return {found.status().message()};
  std::vector<std::string> list;
  for (const auto& [sentence, span] : found.value()) {
    list.push_back(concat(read.types.names()[span.type], " ", span.begin, "-", span.end));
  }
  return list;
}

std::string detected(const std::string& tags) {
  const ColumnsOf columns(tags, tags);
  const auto scheme = detect_tag_scheme(columns.view(), read_strict_tags(columns.view(), false));
  return std::string(scheme.ok() ? scheme_name(scheme.value()) : scheme.status().message());
}

TEST(StrictEntities, FollowEachScheme) {
  EXPECT_THAT(entities("B-PER I-PER O B-LOC", TagScheme::iob2), ElementsAre("PER 0-2", "LOC 3-4"));
  EXPECT_THAT(entities("I-PER I-PER O I-LOC", TagScheme::iob2), ElementsAre());
  EXPECT_THAT(entities("B-PER I-PER", TagScheme::iob1), ElementsAre("PER 1-2"));
  EXPECT_THAT(entities("I-PER I-PER B-PER", TagScheme::iob1), ElementsAre("PER 0-2", "PER 2-3"));
  EXPECT_THAT(entities("I-A E-A I-A", TagScheme::ioe1), ElementsAre("A 0-2", "A 2-3"));
  EXPECT_THAT(entities("I-A E-A E-A I-A", TagScheme::ioe2), ElementsAre("A 0-2", "A 2-3"));
  EXPECT_THAT(entities("B-A E-A S-A S-A O E-A E-A B-A", TagScheme::iobes),
              ElementsAre("A 0-2", "A 2-3", "A 3-4"));
  EXPECT_THAT(entities("B-A L-A B-A L-A U-A", TagScheme::bilou),
              ElementsAre("A 0-2", "A 2-4", "A 4-5"));
}

TEST(StrictEntities, DropHyphensAroundATypeAsSeqevalDoes) {
  EXPECT_THAT(entities("B--ORG I-ORG- IORG", TagScheme::iob2), ElementsAre("ORG 0-3"));
}

TEST(StrictEntities, HaveSeqevalsErrors) {
  EXPECT_THAT(entities("B-A E-A", TagScheme::iob2),
              ElementsAre(HasSubstr("(seqeval: ValueError: Invalid token is found: E-A. Allowed "
                                    "prefixes are: I|O|B.)")));
  EXPECT_THAT(entities("E-A 人", TagScheme::iob2),
              ElementsAre(HasSubstr("(seqeval: KeyError: '人')")));
}

TEST(StrictEntities, DetectTheSchemeOfExactlyThesePrefixes) {
  EXPECT_EQ(detected("B-A O"), "IOB2");
  EXPECT_EQ(detected("I-A E-A"), "IOE2");
  EXPECT_EQ(detected("B-A E-A S-A"), "IOBES");
  EXPECT_EQ(detected("S-A"), "IOBES");
  EXPECT_EQ(detected("B-A L-A O"), "BILOU");
  for (const char* tags : {"I-A O", "S-A O", "U-A O", "B-A U-A", "O"}) {
    EXPECT_THAT(detected(tags), HasSubstr("This scheme is not supported")) << tags;
  }
  EXPECT_THAT(detected("PER"), HasSubstr("KeyError: 'P'"));
}

TEST(StrictEntities, KnowSchemesByName) {
  EXPECT_EQ(scheme_of("BILOU"), TagScheme::bilou);
  EXPECT_EQ(scheme_of("BIO"), std::nullopt);
}

}  // namespace
}  // namespace xlmr
