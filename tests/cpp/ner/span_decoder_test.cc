// SPDX-License-Identifier: Apache-2.0
#include "ner/span_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Decodes labels written with spaces between them; spans of `O` are left out.
std::vector<std::string> decode(const std::string& sequence, SpanDecoder decoder,
                                LabelScheme scheme = LabelScheme::bio) {
  std::vector<std::string> names;
  std::vector<uint32_t> ids;
  std::istringstream in(sequence);
  for (std::string name; in >> name;) {
    const auto known = std::find(names.begin(), names.end(), name);
    ids.push_back(static_cast<uint32_t>(known - names.begin()));
    if (known == names.end()) names.push_back(name);
  }
  const LabelMap map(names);
  std::vector<std::string> out;
  const auto spans = decode_spans(ids, map, decoder, scheme);
  if (!spans.ok()) return {std::string(spans.status().message())};
  for (const Span& span : spans.value()) {
    if (span.type == "O" && names[ids[span.units.begin]] == "O") continue;
    std::ostringstream text;
    text << span.type << span.units.begin << "-" << span.units.end;
    out.push_back(text.str());
  }
  return out;
}

// The table of where the reference systems disagree, made with conlleval.pl, seqeval, T-NER and
// Spark NLP.
TEST(SpanDecoder, ConllAndHfOpenAnEntityAtEveryChangeOfType) {
  for (const auto decoder : {SpanDecoder::conll, SpanDecoder::hf, SpanDecoder::scheme}) {
    EXPECT_THAT(decode("B-PER I-LOC I-LOC O", decoder), ElementsAre("PER0-1", "LOC1-3"));
    EXPECT_THAT(decode("O I-PER I-PER", decoder), ElementsAre("PER1-3"));
    EXPECT_THAT(decode("I-PER I-LOC", decoder), ElementsAre("PER0-1", "LOC1-2"));
    EXPECT_THAT(decode("B-PER I-LOC I-PER", decoder), ElementsAre("PER0-1", "LOC1-2", "PER2-3"));
    EXPECT_THAT(decode("B-PER B-PER I-PER", decoder), ElementsAre("PER0-1", "PER1-3"));
  }
}

TEST(SpanDecoder, TnerDropsWhatNoBOpened) {
  EXPECT_THAT(decode("B-PER I-LOC I-LOC O", SpanDecoder::tner), ElementsAre("PER0-1"));
  EXPECT_THAT(decode("O I-PER I-PER", SpanDecoder::tner), IsEmpty());
  EXPECT_THAT(decode("I-PER I-LOC", SpanDecoder::tner), IsEmpty());
  EXPECT_THAT(decode("B-PER I-LOC I-PER", SpanDecoder::tner), ElementsAre("PER0-1"));
  EXPECT_THAT(decode("B-person I-person O O B-location", SpanDecoder::tner),
              ElementsAre("person0-2", "location4-5"));
}

TEST(SpanDecoder, SparkNlpDoesNotLookAtTypesInside) {
  EXPECT_THAT(decode("B-PER I-LOC I-LOC O", SpanDecoder::sparknlp), ElementsAre("PER0-3"));
  EXPECT_THAT(decode("O I-PER I-PER", SpanDecoder::sparknlp), ElementsAre("PER1-3"));
  EXPECT_THAT(decode("I-PER I-LOC", SpanDecoder::sparknlp), ElementsAre("PER0-2"));
  EXPECT_THAT(decode("B-PER I-LOC I-PER", SpanDecoder::sparknlp), ElementsAre("PER0-3"));
}

TEST(SpanDecoder, LabelsWithoutPrefix) {
  const std::string labels = "PER PER O ORG-P ORG-P ORG-O LOC";
  EXPECT_THAT(decode(labels, SpanDecoder::conll), ElementsAre("ER0-2", "OC6-7"));
  EXPECT_THAT(decode(labels, SpanDecoder::sparknlp), ElementsAre("R0-2", "G-P3-7"));
  for (const auto decoder : {SpanDecoder::hf, SpanDecoder::scheme}) {
    EXPECT_THAT(decode(labels, decoder, LabelScheme::none),
                ElementsAre("PER0-2", "P3-5", "O5-6", "LOC6-7"));
  }
}

TEST(SpanDecoder, SparkNlpsDocumentedExample) {
  EXPECT_THAT(decode("B-ORG O O B-PER O O B-LOC O", SpanDecoder::sparknlp),
              ElementsAre("ORG0-1", "PER3-4", "LOC6-7"));
}

// seqeval's vectors; conlleval.pl does not know S-.
TEST(SpanDecoder, ConllFollowsSeqevalsDefaultMode) {
  const auto conll = SpanDecoder::conll;
  EXPECT_THAT(decode("B-A E-A S-A S-A O E-A E-A", conll),
              ElementsAre("A0-2", "A2-3", "A3-4", "A5-6", "A6-7"));
  EXPECT_THAT(decode("PER PER O LOC LOC O ORG ORG ORG-P ORG-O INS PRD PRD EVT EVT", conll),
              ElementsAre("ER0-2", "OC3-5", "NS10-11", "RD11-13", "VT13-14", "VT14-15"));
  EXPECT_THAT(decode("L-PER U-LOC", conll), ElementsAre("PER0-1", "LOC1-2"));
  EXPECT_THAT(decode("B I O", conll), ElementsAre("_0-2"));
}

TEST(SpanDecoder, TheSchemesOwnEndsAreEnds) {
  const auto bioes = [](const std::string& labels) {
    return decode(labels, SpanDecoder::scheme, LabelScheme::bioes);
  };
  EXPECT_THAT(bioes("B-A I-A E-A S-A S-A"), ElementsAre("A0-3", "A3-4", "A4-5"));
  EXPECT_THAT(bioes("E-A E-A O I-A I-A"), ElementsAre("A0-1", "A1-2", "A3-5"));
  EXPECT_THAT(bioes("B-A E-B"), ElementsAre("A0-1", "B1-2"));
  EXPECT_THAT(decode("B-A L-A U-B U-B I-B", SpanDecoder::scheme, LabelScheme::bilou),
              ElementsAre("A0-2", "B2-3", "B3-4", "B4-5"));
  EXPECT_THAT(decode("B-PER E-PER", SpanDecoder::hf), ElementsAre("PER0-1", "PER1-2"));
}

TEST(SpanDecoder, OnlyHfTakesAnIOForTheContinuationOfO) {
  EXPECT_THAT(decode("O I-O", SpanDecoder::scheme), ElementsAre("O1-2"));
  EXPECT_THAT(decode("O I-O", SpanDecoder::hf), IsEmpty());
}

TEST(SpanDecoder, TnerRefusesOnlyALabelThatOccursAndThatItRaisesOn) {
  const LabelMap map({"O", "B-PER", "PER", "b-PER"});
  const auto decode = [&](const std::vector<uint32_t>& ids) {
    return decode_spans(ids, map, SpanDecoder::tner, LabelScheme::bio);
  };
  EXPECT_EQ(decode({0, 1, 0}).value().size(), 1U);
  EXPECT_THAT(decode({0, 1, 2}).status().message(),
              HasSubstr("expected labels O, B-... and I-... only, found \"PER\""));
  EXPECT_THAT(decode({3}).status().message(), HasSubstr("found \"b-PER\""));
}

// Spark NLP takes two UTF-16 units off a label. A label of one has nothing left: no chunk begins
// there, and one that is open goes on.
TEST(SpanDecoder, SparkNlpMakesNoChunkOfALabelOfOneLetter) {
  const auto spark = SpanDecoder::sparknlp;
  EXPECT_THAT(decode("B I O B", spark), IsEmpty());
  EXPECT_THAT(decode("o é 人", spark), IsEmpty());
  EXPECT_THAT(decode("B-PER I B O", spark), ElementsAre("PER0-3"));
  EXPECT_THAT(decode("I PER O", spark), ElementsAre("R1-2"));
  EXPECT_THAT(decode("B-PER o B-PER", spark), ElementsAre("PER0-2", "PER2-3"));
  EXPECT_THAT(decode("人名 O I- B- I-", spark), ElementsAre("0-1", "2-3", "3-5"));
  EXPECT_THAT(decode("😀-X O 😀 O", spark), ElementsAre("-X0-1", "2-3"));
}

TEST(SpanDecoder, ATypeMayBeEmpty) {
  EXPECT_THAT(decode("B- I- O I-", SpanDecoder::tner), ElementsAre("0-2"));
  EXPECT_THAT(decode("B-X I-", SpanDecoder::tner), ElementsAre("X0-1"));
  EXPECT_THAT(decode("B- I- O I-", SpanDecoder::conll), ElementsAre("_0-2", "_3-4"));
  for (const auto decoder : {SpanDecoder::hf, SpanDecoder::scheme}) {
    EXPECT_THAT(decode("B- I- O I-", decoder), ElementsAre("0-2", "3-4"));
    EXPECT_THAT(decode("B I O", decoder), ElementsAre("B0-1", "I1-2"));
  }
}

TEST(SpanDecoder, LowerCaseIsNoPrefix) {
  EXPECT_THAT(decode("b-PER i-PER b-PER O", SpanDecoder::sparknlp), ElementsAre("PER0-3"));
  EXPECT_THAT(decode("b-PER i-PER b-PER O", SpanDecoder::conll), ElementsAre("PER0-3"));
  EXPECT_THAT(decode("b-PER i-PER b-PER O", SpanDecoder::hf),
              ElementsAre("PER0-1", "PER1-2", "PER2-3"));
}

}  // namespace
}  // namespace xlmr
