// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/safetensors_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;

Result<CheckpointForm> form_of(const std::string& metadata) {
  const auto header = parse_file(safetensors_file("{\"__metadata__\": " + metadata + "}", 0));
  EXPECT_TRUE(header.ok()) << header.status().message();
  return checkpoint_form(header.value());
}

std::string ours(const std::string& version, const std::string& more) {
  return R"({"format": "xlmr-ner", "version": ")" + version + "\"" + more + "}";
}

void expect_refused(const std::string& metadata, const std::string& part) {
  const auto form = form_of(metadata);
  ASSERT_FALSE(form.ok()) << metadata;
  EXPECT_EQ(form.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(form.status().message(), HasSubstr("checkpoint: __metadata__." + part));
}

TEST(CheckpointForm, GoesByTheMetadata) {
  EXPECT_EQ(form_of("{}").value(), CheckpointForm::published);
  EXPECT_EQ(form_of(R"({"format": "pt"})").value(), CheckpointForm::published);
  EXPECT_EQ(form_of(R"({"format": "pt", "dtype": "q8", "version": "9"})").value(),
            CheckpointForm::published);
  EXPECT_EQ(form_of(ours("1", R"(, "dtype": "q8")")).value(), CheckpointForm::q8);
  EXPECT_EQ(form_of(ours("1", R"(, "dtype": "q8", "source_sha256": "ab")")).value(),
            CheckpointForm::q8);
  EXPECT_EQ(form_of(ours("1", R"(, "dtype": "q4", "group": "32")")).value(), CheckpointForm::q4);
}

TEST(CheckpointForm, SaysThatANewerFileNeedsANewerReader) {
  for (const std::string version : {"2", "10", "99999999999999999999999"}) {
    expect_refused(
        ours(version, R"(, "dtype": "q8")"),
        "version: expected version 1 or an xlmr-ner that is as new as the file, found \"" +
            version + '"');
  }
}

TEST(CheckpointForm, RefusesWhatOurFilesNeverSay) {
  for (const std::string version : {"", "0", "one", "1.5", "-1", "01"}) {
    expect_refused(ours(version, R"(, "dtype": "q8")"),
                   "version: expected version 1, found \"" + version + '"');
  }
  expect_refused(R"({"format": "xlmr-ner", "dtype": "q8"})", "version: expected version 1, found");
  expect_refused(ours("1", ""), "dtype: expected q8 or q4, found \"\"");
  expect_refused(ours("1", R"(, "dtype": "q2")"), "dtype: expected q8 or q4, found \"q2\"");
  expect_refused(ours("1", R"(, "dtype": "q4")"), "group: expected 32, found \"\"");
  expect_refused(ours("1", R"(, "dtype": "q4", "group": "64")"),
                 "group: expected 32, found \"64\"");
}

}  // namespace
}  // namespace xlmr
