// SPDX-License-Identifier: Apache-2.0
#include "formats/safetensors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "formats/safetensors_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string kTwoByTwo =
    R"({"test": {"dtype": "I32", "shape": [2, 2], "data_offsets": [0, 16]}})";

const std::string kThree = R"({
    "b": {"dtype": "F16", "shape": [2, 3], "data_offsets": [4, 16]},
    "__metadata__": {"format": "pt", "empty": "", "source": "é"},
    "c": {"shape": [1], "data_offsets": [16, 17], "dtype": "BOOL", "note": {"any": [1]}},
    "a": {"dtype": "F32", "shape": [], "data_offsets": [0, 4]}})";
constexpr size_t kThreeBytes = 17;

// A header of one tensor "t" of 4 F32.
std::string one_tensor(const std::string& dtype, const std::string& shape,
                       const std::string& offsets) {
  return R"({"t": {"dtype": )" + dtype + R"(, "shape": )" + shape + R"(, "data_offsets": )" +
         offsets + "}}";
}

SafetensorsHeader parse(const std::string& json, size_t data_size) {
  auto header = parse_file(safetensors_file(json, data_size));
  EXPECT_TRUE(header.ok()) << header.status().message();
  return std::move(header).value();
}

void expect_refused(const std::string& file, const std::string& part) {
  const auto header = parse_file(file);
  ASSERT_FALSE(header.ok()) << part;
  EXPECT_EQ(header.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(header.status().message(), StartsWith("checkpoint: "));
  EXPECT_THAT(header.status().message(), HasSubstr(part));
}

void expect_refused(const std::string& json, size_t data_size, const std::string& part) {
  expect_refused(safetensors_file(json, data_size), part);
}

TEST(Safetensors, ReadsTensorsInTheOrderOfTheirBytes) {
  const SafetensorsHeader header = parse(kThree, kThreeBytes);
  const uint64_t data = 8 + kThree.size();
  ASSERT_EQ(header.tensors().size(), 3U);
  EXPECT_EQ(header.tensors()[0].name, "a");
  EXPECT_THAT(header.tensors()[0].shape, IsEmpty());
  EXPECT_EQ(header.tensors()[0].begin, data);
  EXPECT_EQ(header.tensors()[1].name, "b");
  EXPECT_EQ(header.tensors()[1].type, TensorType::f16);
  EXPECT_THAT(header.tensors()[1].shape, ElementsAre(2, 3));
  EXPECT_EQ(header.tensors()[1].begin, data + 4);
  EXPECT_EQ(header.tensors()[1].end, data + 16);
  EXPECT_EQ(header.tensors()[1].byte_size(), 12U);
  EXPECT_EQ(header.tensors()[2].name, "c");
  EXPECT_EQ(header.tensors()[2].type, TensorType::boolean);
}

TEST(Safetensors, FindsTensorsAndMetadataByName) {
  SafetensorsHeader header = parse(kThree, kThreeBytes);
  const TensorEntry* found = header.find("b");
  EXPECT_EQ(found, &header.tensors()[1]);
  EXPECT_EQ(header.find("a"), header.tensors().data());
  EXPECT_EQ(header.find(""), nullptr);
  EXPECT_EQ(header.find("bb"), nullptr);
  EXPECT_EQ(header.find("__metadata__"), nullptr);
  EXPECT_EQ(header.metadata("format"), "pt");
  EXPECT_EQ(header.metadata("source"), "é");
  EXPECT_EQ(header.metadata("empty"), "");
  EXPECT_EQ(header.metadata("version"), "");
  const SafetensorsHeader moved = std::move(header);
  EXPECT_EQ(moved.find("b"), found);
}

TEST(Safetensors, AllowsWhatTheFormatAllows) {
  EXPECT_THAT(parse("{}", 0).tensors(), IsEmpty());
  EXPECT_THAT(parse("{}\r \t\n", 0).tensors(), IsEmpty());
  EXPECT_THAT(parse(" \n{}   ", 0).tensors(), IsEmpty());
  EXPECT_EQ(parse(one_tensor("\"F32\"", "[]", "[0, 4]"), 4).tensors().size(), 1U);
  EXPECT_EQ(parse(one_tensor("\"F32\"", "[0]", "[0, 0]"), 0).tensors().size(), 1U);
  EXPECT_EQ(parse(one_tensor("\"F32\"", "[2, 0, 9223372036854775807]", "[0, 0]"), 0)
                .tensors()[0]
                .byte_size(),
            0U);
  EXPECT_EQ(parse(one_tensor("\"F4\"", "[3, 2]", "[0, 3]"), 3).tensors().size(), 1U);
  EXPECT_EQ(
      parse(R"({"": {"dtype": "I8", "shape": [1], "data_offsets": [0, 1]}})", 1).tensors().size(),
      1U);
}

TEST(Safetensors, ZeroSizeTensorsStandAnywhere) {
  const auto zero = [](const std::string& name, const std::string& at) {
    return "\"" + name + R"(": {"dtype": "I64", "shape": [0, 3], "data_offsets": [)" + at + ", " +
           at + "]}";
  };
  const std::string full = R"("t": {"dtype": "U8", "shape": [2], "data_offsets": [0, 2]})";
  const SafetensorsHeader header =
      parse("{" + full + ", " + zero("y", "2") + ", " + zero("x", "0") + "}", 2);
  EXPECT_EQ(header.tensors()[0].name, "x");
  EXPECT_EQ(header.tensors()[2].name, "y");
  expect_refused(
      "{" + full + ", " + zero("x", "1") + "}", 2,
      "x.data_offsets: expected to begin at 2, where the tensor before it ends, found 1");
}

// safetensors/src/tensor.rs, tests from test_invalid_header_size on.
TEST(Safetensors, RefusesTheReferencesNegativeVectors) {
  expect_refused("", "expected the 8 bytes of the header's size, found 0 bytes");
  expect_refused("X", "expected the 8 bytes of the header's size, found 1 bytes");
  expect_refused(std::string("\x3C\0\0\0\0\0\0\0", 8),
                 "expected a header of 60 bytes, found the file's end after 0");
  expect_refused(little_endian(1) + "\xFF",
                 "expected a header in UTF-8, found otherwise at byte 8");
  expect_refused(little_endian(1) + "{", "expected JSON, found an error at byte 1");
  expect_refused(std::string("\x3C\0\0\0\0\xFF\xFF\xFF", 8),
                 "expected a header of at most 100000000 bytes, found 18446742974197923900");
  expect_refused(kTwoByTwo, 14, "test.data_offsets: expected a range within the 14 bytes");
  expect_refused(kTwoByTwo, 18,
                 "expected 16 bytes behind the header, as its tensors have, found 18");
  expect_refused(one_tensor("\"I32\"", "[2, 18446744073709551614]", "[0, 16]"), 16,
                 "t.shape: expected whole bytes that 64 bits can count, found I32 [2, 18446744");
  expect_refused(one_tensor("\"I32\"", "[2, 2]", "[0, 4]"), 16,
                 "t.data_offsets: expected the 16 bytes of I32 [2, 2], found 4 bytes");
}

TEST(Safetensors, RefusesAFileCutAnywhere) {
  const std::string file = safetensors_file(kThree, kThreeBytes);
  for (size_t size = 0; size < file.size(); ++size) {
    const auto header = parse_file(file.substr(0, size));
    ASSERT_FALSE(header.ok()) << size;
    EXPECT_EQ(header.status().code(), StatusCode::invalid_checkpoint);
  }
  EXPECT_TRUE(parse_file(file).ok());
}

TEST(Safetensors, RefusesAHeaderCutAnywhereThatClaimsToBeWhole) {
  for (size_t size = 0; size < kThree.size(); ++size) {
    const auto header = parse_file(safetensors_file(kThree.substr(0, size), kThreeBytes));
    ASSERT_FALSE(header.ok()) << size;
    EXPECT_EQ(header.status().code(), StatusCode::invalid_checkpoint);
  }
}

TEST(Safetensors, KeepsItsPromiseWhateverByteIsDamaged) {
  const std::string file = safetensors_file(kThree, kThreeBytes);
  size_t accepted = 0;
  for (size_t at = 0; at < file.size() - kThreeBytes; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string damaged = file;
      damaged[at] = static_cast<char>(byte);
      const auto header = parse_file(damaged);
      if (!header.ok()) {
        ASSERT_EQ(header.status().code(), StatusCode::invalid_checkpoint);
        continue;
      }
      ++accepted;
      uint64_t end = file.size() - kThreeBytes;
      for (const TensorEntry& tensor : header.value().tensors()) {
        ASSERT_EQ(tensor.begin, end) << at << " " << byte;
        end = tensor.end;
        uint64_t elements = 1;
        for (const uint64_t size : tensor.shape) elements *= size;
        ASSERT_EQ(tensor.byte_size() * 8, elements * tensor_type_bits(tensor.type));
        ASSERT_EQ(header.value().find(tensor.name), &tensor);
      }
      ASSERT_EQ(end, file.size());
    }
  }
  EXPECT_GT(accepted, kThree.size());  // each byte at least as it was
}

TEST(Safetensors, RefusesAHeaderOfAnotherLengthThanItSays) {
  const std::string file = safetensors_file(kTwoByTwo, 16);
  for (const size_t size : {size_t{0}, size_t{8}, 8 + kTwoByTwo.size() - 1, file.size()}) {
    const auto header = SafetensorsHeader::parse(std::string_view(file).substr(0, size), 1'000);
    EXPECT_EQ(header.status().code(), StatusCode::invalid_checkpoint) << size;
  }
  const std::string largest = little_endian(100'000'000);
  EXPECT_EQ(SafetensorsHeader::header_end(largest, 1ULL << 40).value(), 100'000'008U);
  EXPECT_FALSE(SafetensorsHeader::header_end(little_endian(100'000'001), 1ULL << 40).ok());
  EXPECT_FALSE(SafetensorsHeader::header_end(largest, 100'000'007).ok());
}

TEST(Safetensors, RefusesWhatIsNoObjectOfObjects) {
  expect_refused("[]", 0, "top level: expected an object, found array");
  expect_refused("{} {}", 0, "expected JSON, found an error at byte 3");
  expect_refused(R"({"t": 7})", 0, "t: expected an object, found 7");
  expect_refused(R"({"t": []})", 0, "t: expected an object, found array");
  expect_refused(R"({"t": {}})", 0, "t.dtype: expected a string, found nothing");
  expect_refused("{\"t\": \"\xC3\x28\"}", 0,
                 "expected a header in UTF-8, found otherwise at byte 15");
  expect_refused("{\"t\": " + std::string(1'000'000, '['), 0, "expected JSON");
  expect_refused("{\"t\": {\"dtype\": \"F32\", \"shape\": " + std::string(100'000, '[') +
                     std::string(100'000, ']') + ", \"data_offsets\": [0, 0]}}",
                 0, "t.shape[0]: expected a whole number below 2^64, found array");
}

TEST(Safetensors, RefusesUnknownTypesByName) {
  expect_refused(one_tensor("\"F128\"", "[1]", "[0, 16]"), 16,
                 "t.dtype: expected a type of safetensors such as \"F32\", found \"F128\"");
  expect_refused(one_tensor("\"f32\"", "[1]", "[0, 4]"), 4, "found \"f32\"");
  expect_refused(one_tensor("7", "[1]", "[0, 4]"), 4, "t.dtype: expected a string, found 7");
  expect_refused(one_tensor("\"F4\"", "[3]", "[0, 1]"), 1,
                 "t.shape: expected whole bytes that 64 bits can count, found F4 [3]");
}

TEST(Safetensors, RefusesShapesThatAreNone) {
  const auto refuse = [](const std::string& shape, const std::string& part) {
    expect_refused(one_tensor("\"F32\"", shape, "[0, 16]"), 16, part);
  };
  refuse("4", "t.shape: expected a list, found 4");
  refuse("null", "t.shape: expected a list, found null");
  refuse("[-4]", "t.shape[0]: expected a whole number below 2^64, found -4");
  refuse("[2, 2.0]", "t.shape[1]: expected a whole number below 2^64");
  refuse("[18446744073709551616]", "t.shape[0]: expected a whole number below 2^64");
  refuse("[\"4\"]", "t.shape[0]: expected a whole number below 2^64, found \"4\"");
  refuse("[9223372036854775808, 2]", "t.shape: expected whole bytes that 64 bits can count");
  refuse("[9223372036854775808]", "t.shape: expected whole bytes that 64 bits can count");
  refuse("[4294967296, 4294967296, 0]", "t.shape: expected whole bytes that 64 bits can count");
  std::string ones = "[4";
  for (int i = 0; i < 64; ++i) ones += ", 1";
  refuse(ones + "]", "t.shape: expected at most 64 dimensions, found 65");
}

TEST(Safetensors, RefusesOffsetsThatAreNone) {
  const auto refuse = [](const std::string& offsets, const std::string& part) {
    expect_refused(one_tensor("\"F32\"", "[4]", offsets), 16, part);
  };
  refuse("16", "t.data_offsets: expected a list of two offsets, found 16");
  refuse("[]", "t.data_offsets: expected a list of two offsets");
  refuse("[0, 8, 16]", "t.data_offsets: expected a list of two offsets");
  refuse("[0, -16]", "t.data_offsets[1]: expected a whole number below 2^64, found -16");
  refuse("[0.0, 16]", "t.data_offsets[0]: expected a whole number below 2^64");
  refuse("[16, 0]",
         "t.data_offsets: expected a range within the 16 bytes behind the header, found "
         "[16, 0)");
  refuse("[0, 17]", "found [0, 17)");
  refuse("[0, 9223372036854775808]", "found [0, 9223372036854775808)");
  refuse("[18446744073709551600, 18446744073709551615]", "found [18446744073709551600, ");
  refuse("[18446744073709551612, 12]", "found [18446744073709551612, 12)");
}

TEST(Safetensors, RefusesHolesAndOverlaps) {
  const auto pair = [](const std::string& a, const std::string& b) {
    return R"({"a": {"dtype": "U8", "shape": [4], "data_offsets": )" + a +
           R"(}, "b": {"dtype": "U8", "shape": [4], "data_offsets": )" + b + "}}";
  };
  EXPECT_EQ(parse(pair("[4, 8]", "[0, 4]"), 8).tensors()[0].name, "b");
  expect_refused(pair("[0, 4]", "[5, 9]"), 9, "b.data_offsets: expected to begin at 4, where");
  expect_refused(pair("[0, 4]", "[3, 7]"), 7, "b.data_offsets: expected to begin at 4, where");
  expect_refused(pair("[0, 4]", "[0, 4]"), 4, "b.data_offsets: expected to begin at 4, where");
  expect_refused(pair("[1, 5]", "[5, 9]"), 9, "a.data_offsets: expected to begin at 0, where");
}

TEST(Safetensors, RefusesKeysThatComeTwice) {
  const std::string entry = R"({"dtype": "U8", "shape": [1], "data_offsets": [0, 1]})";
  expect_refused(R"({"t": )" + entry + R"(, "t": )" + entry + "}", 1,
                 "t: expected each tensor once, found it twice");
  expect_refused(R"({"t": )" + entry + R"(, "\u0074": )" + entry + "}", 1,
                 "t: expected each tensor");
  expect_refused(R"({"__metadata__": {}, "__metadata__": {}})", 0,
                 "__metadata__: expected this key once, found it twice");
  expect_refused(R"({"t": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1], "shape": [1]}})", 1,
                 "t.shape: expected this field once, found it twice");
  expect_refused(R"({"__metadata__": {"a": "1", "b": "2", "a": "1"}})", 0,
                 "__metadata__: expected each key once, found \"a\" twice");
}

TEST(Safetensors, RefusesMetadataOtherThanTexts) {
  expect_refused(R"({"__metadata__": null})", 0, "__metadata__: expected an object, found null");
  expect_refused(R"({"__metadata__": ["a"]})", 0, "__metadata__: expected an object, found array");
  expect_refused(R"({"__metadata__": {"version": 1}})", 0,
                 "__metadata__.version: expected a string, found 1");
  expect_refused(R"({"__metadata__": {"version": {}}})", 0,
                 "__metadata__.version: expected a string, found object");
}

TEST(Safetensors, RefusesEndlessNames) {
  const auto named = [](size_t size) {
    return "{\"" + std::string(size, 'x') +
           R"(": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}})";
  };
  EXPECT_EQ(parse(named(1024), 1).tensors().size(), 1U);
  expect_refused(named(1025), 1, "expected names of at most 1024 bytes, found one of 1025");
}

TEST(Safetensors, ReadsAHundredThousandTensors) {
  std::string json = "{";
  constexpr size_t kTensors = 100'000;
  for (size_t i = 0; i < kTensors; ++i) {
    const std::string at = std::to_string(kTensors - 1 - i);
    json += (i == 0 ? "\"" : ", \"") + std::to_string(i) +
            R"(": {"dtype": "I8", "shape": [1], "data_offsets": [)" + at + ", " +
            std::to_string(kTensors - i) + "]}";
  }
  const SafetensorsHeader header = parse(json + "}", kTensors);
  EXPECT_EQ(header.tensors().size(), kTensors);
  EXPECT_EQ(header.tensors()[0].name, "99999");
  EXPECT_EQ(header.find("0"), &header.tensors()[kTensors - 1]);
}

}  // namespace
}  // namespace xlmr
