// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

JsonDocument parse(std::string_view text) {
  return JsonDocument::parse(text, "f.json", StatusCode::invalid_config).value();
}

TEST(Json, ReadsValuesOfTheTypeAskedFor) {
  const auto document = parse(R"({"a": "x", "b": true, "c": 1.5, "d": 7, "e": null})");
  const Json root = document.root();
  EXPECT_EQ(root["a"].string().value(), "x");
  EXPECT_TRUE(root["b"].flag().value());
  EXPECT_EQ(root["c"].number().value(), 1.5);
  EXPECT_EQ(root["d"].count(7).value(), 7U);
  EXPECT_TRUE(root["e"].is_nothing());
  EXPECT_FALSE(root["e"].is_missing());
  EXPECT_TRUE(root["f"].is_missing());
  EXPECT_TRUE(root["f"].flag_or(true).value());
}

TEST(Json, SaysWhereAndWhatIsWrong) {
  const auto document = parse(R"({"a": [{"b": "x"}], "n": -1, "r": 0.5})");
  const Json root = document.root();
  EXPECT_EQ(root["a"].at(0)["b"].count(3).status().message(),
            "f.json: a[0].b: expected a whole number up to 3, found \"x\"");
  EXPECT_EQ(root["a"].at(0)["b"].count(3).status().code(), StatusCode::invalid_config);
  EXPECT_EQ(root["a"].at(1).string().status().message(),
            "f.json: a[1]: expected a string, found nothing");
  EXPECT_EQ(root["n"].count(3).status().message(),
            "f.json: n: expected a whole number up to 3, found -1");
  EXPECT_THAT(root["r"].count(3).status().message(), HasSubstr("found a fraction"));
  EXPECT_THAT(root["a"]["b"].flag().status().message(), HasSubstr("a.b: expected true or false"));
  EXPECT_THAT(root["n"].for_each_entry([](const Json&) { return Status(); }).message(),
              HasSubstr("n: expected a list"));
}

TEST(Json, ShowsTheBeginningOfLongTextsInWholeCodePoints) {
  const std::string start(59, 'a');
  const auto document = parse(R"({"a": ")" + start + R"(é", "b": ")" + start + R"(zz"})");
  EXPECT_THAT(document.root()["a"].flag().status().message(),
              EndsWith("found \"" + start + "...\""));
  EXPECT_THAT(document.root()["b"].flag().status().message(),
              EndsWith("found \"" + start + "z...\""));
}

TEST(Json, ExpectsOneValue) {
  const auto document = parse(R"({"a": "x", "b": true, "c": null})");
  const Json root = document.root();
  EXPECT_TRUE(root["a"].expect_string("x").ok());
  EXPECT_EQ(root["a"].expect_string("y").message(), "f.json: a: expected \"y\", found \"x\"");
  EXPECT_EQ(root["b"].expect_string("y").message(), "f.json: b: expected \"y\", found true");
  EXPECT_TRUE(root["b"].expect_flag(true, false).ok());
  EXPECT_EQ(root["b"].expect_flag(false, false).message(), "f.json: b: expected false, found true");
  EXPECT_TRUE(root["c"].expect_flag(true, true).ok());
  EXPECT_EQ(root["c"].expect_flag(true, false).message(), "f.json: c: expected true, found null");
  EXPECT_EQ(root["a"].expect_flag(true, false).message(),
            "f.json: a: expected true or false, found \"x\"");
}

TEST(Json, WalksListsAndObjectsInOrderUntilSomethingIsWrong) {
  const auto document = parse(R"({"list": [1, [2, 3], 4], "map": {"x": {"y": 1}, "z": 2}})");
  std::vector<std::string> seen;
  Status status = document.root()["list"].for_each_entry([&](const Json& each) {
    seen.push_back(each.wrong("").message());
    return seen.size() == 3 ? each.wrong("no more") : Status();
  });
  EXPECT_EQ(seen.size(), 3U);
  EXPECT_EQ(status.message(), "f.json: list[2]: expected no more, found 4");
  std::vector<std::string> keys;
  status = document.root()["map"].for_each_field([&](std::string_view key, const Json& each) {
    keys.push_back(std::string(key) + std::to_string(each.size()));
    return Status();
  });
  EXPECT_TRUE(status.ok());
  EXPECT_THAT(keys, ElementsAre("x1", "z0"));
}

TEST(Json, RefusesWhatIsNoObject) {
  const auto message = [](std::string_view text) {
    return JsonDocument::parse(text, "f.json", StatusCode::invalid_config).status().message();
  };
  EXPECT_THAT(message("{\"a\": }"), StartsWith("f.json: expected JSON, found an error at byte 6"));
  EXPECT_THAT(message(""), StartsWith("f.json: expected JSON"));
  EXPECT_EQ(message("[1]"), "f.json: top level: expected an object, found array");
}

}  // namespace
}  // namespace xlmr
