// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/pickle_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using std::string_literals::operator""s;

// The root of what a pickle of these opcodes holds, in words.
std::string root_text(const std::string& opcodes) {
  const std::string bytes = pickled(opcodes);
  const auto pickle = Pickle::read(bytes);
  return pickle.ok() ? pickle_value_text(pickle.value().root()) : pickle.status().message();
}

void expect_refused(const std::string& bytes, const std::string& part) {
  const auto pickle = Pickle::read(bytes);
  ASSERT_FALSE(pickle.ok()) << part;
  EXPECT_EQ(pickle.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(pickle.status().message(), StartsWith("checkpoint: pickle: byte "));
  EXPECT_THAT(pickle.status().message(), HasSubstr(part));
}

TEST(PickleReader, ReadsEveryKindOfValue) {
  EXPECT_EQ(root_text("N"), "None");
  EXPECT_EQ(root_text("\x88"), "True");
  EXPECT_EQ(root_text("\x89"), "False");
  EXPECT_EQ(root_text(std::string("K\xFF", 2)), "255");
  EXPECT_EQ(root_text(std::string("M\xFF\xFF", 3)), "65535");
  EXPECT_EQ(root_text(std::string("J\xFE\xFF\xFF\xFF", 5)), "-2");
  EXPECT_EQ(root_text(std::string("\x8A\0", 2)), "0");
  EXPECT_EQ(root_text("\x8A\x01\x80"), "-128");
  EXPECT_EQ(root_text("\x8A\x03\x01\x02\x03"), "197121");
  EXPECT_EQ(root_text(pickle_integer(INT64_MIN)), "-9223372036854775808");
  EXPECT_EQ(root_text("G12345678"), "a fraction");
  EXPECT_EQ(root_text("U\x03old"), "\"old\"");
  EXPECT_EQ(root_text(pickle_text("new\n")), "\"new?\"");
  EXPECT_EQ(root_text(")"), "a tuple of 0");
  EXPECT_EQ(root_text("N\x85"), "a tuple of 1");
  EXPECT_EQ(root_text("NN\x86"), "a tuple of 2");
  EXPECT_EQ(root_text("NNN\x87"), "a tuple of 3");
  EXPECT_EQ(root_text("(NNNNt"), "a tuple of 4");
  EXPECT_EQ(root_text("]NaNa"), "a list of 2");
  EXPECT_EQ(root_text("](NNNe"), "a list of 3");
  EXPECT_EQ(root_text("\x8F"), "a set");
  EXPECT_EQ(root_text("}NNs"), "a dict of 1");
  EXPECT_EQ(root_text("}(NNNNu"), "a dict of 2");
  EXPECT_EQ(root_text(kOrderedDict + "(NNu}b"), "a dict of 1");
  EXPECT_EQ(root_text(pickle_global_of("collections", "OrderedDict") + ")\x81"), "a dict of 0");
  EXPECT_EQ(root_text(pickle_global_of("torch", "HalfStorage")), "GLOBAL torch.HalfStorage");
  EXPECT_EQ(root_text(pickle_call(pickle_global_of("torch", "Size"), {")"})), "a tuple of 0");
  EXPECT_EQ(root_text(pickle_call(kRebuildTensor, {"N", "N"})),
            "a call of torch._utils._rebuild_tensor_v2");
  EXPECT_EQ(root_text(pickle_tuple({"N"}) + "Q"), "a persistent id");
}

TEST(PickleReader, KeepsItemsInTheirOrderAndEndsAtStop) {
  const std::string bytes =
      pickled(pickle_dict({pickle_text("a"), "K\x01", pickle_text("b"), "K\x02"})) + "more";
  const auto pickle = Pickle::read(bytes);
  ASSERT_TRUE(pickle.ok()) << pickle.status().message();
  EXPECT_EQ(pickle.value().size(), bytes.size() - 4);
  const auto& items = pickle.value().root().items;
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(pickle.value()[items[0]].text, "a");
  EXPECT_EQ(pickle.value()[items[1]].integer, 1);
  EXPECT_EQ(pickle.value()[items[2]].text, "b");
  EXPECT_EQ(pickle.value()[items[3]].integer, 2);
}

TEST(PickleReader, TheMemoGivesTheSameValueAgain) {
  const auto get_both = [](const std::string& opcodes) {
    const std::string bytes = pickled(opcodes);
    const auto pickle = Pickle::read(bytes);
    EXPECT_TRUE(pickle.ok()) << pickle.status().message();
    return pickle.value().root().items;
  };
  EXPECT_THAT(get_both("K\x07q\x05h\x05\x86"), ElementsAre(0, 0));
  EXPECT_THAT(get_both("K\x07r" + number_bytes(70'000, 4) + "j" + number_bytes(70'000, 4) + "\x86"),
              ElementsAre(0, 0));
  // A list that is its own item.
  EXPECT_THAT(get_both(std::string("]q\0h\0a", 6)), ElementsAre(0));
}

TEST(PickleReader, RefusesGlobalsThatAreNotInItsTable) {
  expect_refused("cos\nsystem\n(X\x02\0\0\0lstR."s, "byte 0: expected a name that a state dict");
  expect_refused("cos\nsystem\n.", "found GLOBAL os.system");
  expect_refused("cposix\nsystem\n.", "found GLOBAL posix.system");
  expect_refused("cbuiltins\neval\n.", "found GLOBAL builtins.eval");
  expect_refused("ctorch\nload\n.", "found GLOBAL torch.load");
  expect_refused("ctorch.FloatStorage\n\n.", "found GLOBAL torch.FloatStorage.");
  expect_refused("ctorch\nFloatStorage .", "expected an operand, found the pickle's end");
  expect_refused("ccollections\n" + std::string(100'000, 'x') + "\n.", "GLOBAL collections.xxx");
  expect_refused("c\x1b[31m\nx\n.", "found GLOBAL ?[31m.x");
}

TEST(PickleReader, RefusesEveryOpcodeThatIsNotInItsTable) {
  const std::string known = "(.JKMNQRUXG]abcehjqrst)u}\x80\x81\x85\x86\x87\x88\x89\x8a\x8f";
  int refused = 0;
  for (int opcode = 0; opcode < 256; ++opcode) {
    if (known.find(static_cast<char>(opcode)) != std::string::npos) continue;
    ++refused;
    expect_refused("NN" + std::string(1, static_cast<char>(opcode)) + "\x01\x01\x01\x01.",
                   "byte 2: expected an opcode that a state dict needs, found opcode 0x");
  }
  EXPECT_EQ(refused, 256 - 34);
  expect_refused("X\x02\0\0\0osX\x06\0\0\0system\x93."s, "found opcode 0x93");
}

TEST(PickleReader, RefusesCallsOfWhatIsNoFunction) {
  expect_refused(pickled(pickle_text("os.system") + ")R"), "found \"os.system\"");
  expect_refused(pickled(pickle_global_of("torch", "FloatStorage") + ")R"),
                 "expected the name of a function to call, found GLOBAL torch.FloatStorage");
  expect_refused(pickled(kOrderedDict + ")R"), "found a dict of 0");
  expect_refused(pickled(kRebuildTensor + "]R"),
                 "expected a tuple of at most 8, found a list of 0");
  expect_refused(pickled(kRebuildTensor + "(NNNNNNNNNtR"), "at most 8, found a tuple of 9");
  expect_refused(pickled(pickle_global_of("collections", "OrderedDict") + "]\x85R"),
                 "expected no arguments of OrderedDict, found a tuple of 1");
  expect_refused(pickled(pickle_global_of("torch", "Size") + "]\x85R"),
                 "expected a tuple, found a list of 0");
  expect_refused(pickled(pickle_global_of("torch", "Size") + ")R"), "found a tuple of 0");
}

TEST(PickleReader, RefusesValuesOfAnotherKindThanTheOpcodeTakes) {
  expect_refused(pickled("NNa"), "expected a list, found None");
  expect_refused(pickled("](Nu"), "expected a dict, found a list of 0");
  expect_refused(pickled(")NNs"), "expected a dict, found a tuple of 0");
  expect_refused(pickled("}(Nu"), "expected keys and values in pairs, found 1 values");
  expect_refused(pickled("}}b"), "expected an OrderedDict to set attributes of, found a dict of 0");
  expect_refused(pickled("K\x01Q"), "expected a tuple of at most 8, found 1");
  expect_refused(pickled("(NNNNNNNNNtQ"), "found a tuple of 9");
}

TEST(PickleReader, RefusesAStackThatIsTooShort) {
  for (const std::string opcodes : {"t", "a", "e", "s", "u", "Na", "N\x86", "\x85", "b", "}b", "R",
                                    "NR", "Q", "(Q", "N(a", "NN(s", "N(\x85"}) {
    expect_refused(pickled(opcodes), "expected more values on the stack, found too few");
  }
  expect_refused(pickled(std::string("q\0", 2)), "expected more values on the stack");
  expect_refused("\x80\x02.", "expected one value on the stack at STOP, found 0 and 0 marks");
  expect_refused("\x80\x02NN.", "found 2 and 0 marks");
  expect_refused("\x80\x02(N.", "found 1 and 1 marks");
}

TEST(PickleReader, RefusesNumbersThatAreTooLarge) {
  expect_refused("\x80\x04N.", "expected protocol 2, found 4");
  expect_refused(
      "\x8A\x09"
      "123456789.",
      "expected a number of at most 8 bytes, found LONG1 of 9");
  expect_refused("\x8A\xFF.", "found LONG1 of 255");
  expect_refused(
      "X\xFF\xFF\xFF\xFF"
      "abc",
      "expected a text of 4294967295 bytes, found the pickle's end after 3");
  expect_refused(
      "U\x04"
      "abc",
      "expected a text of 4 bytes, found the pickle's end after 3");
  expect_refused("Nr\xFF\xFF\xFF\xFF.",
                 "expected an index of the memo below 262144, found 4294967295");
  expect_refused(std::string("Nr\0\0\x04\0.", 7), "found 262144");
  expect_refused("j\xFF\xFF\xFF\xFF.", "found 4294967295");
  expect_refused("h\x05.", "expected a value of the memo, found none at 5");
  expect_refused("Nq\x07h\x05.", "found none at 5");
}

TEST(PickleReader, RefusesBombs) {
  expect_refused(std::string(10'000'000, '('), "byte 256: expected at most 256 marks, found more");
  expect_refused(std::string(1'000'000, 'N'), "expected at most 65536 values on the stack");
  std::string lists = "]";  // each in the one before, so that the stack stays short
  for (size_t i = 0; i < Pickle::kMaxValues; ++i) lists += "]a";
  expect_refused(lists, "expected at most 262144 values, found more");
  // A tuple of many, taken from the memo again and again.
  std::string tuples = "(" + std::string(60'000, 'N') + std::string("tq\0", 3);
  for (int i = 0; i < 1000; ++i) tuples += kRebuildTensor + std::string("h\0R", 3);
  expect_refused(tuples, "expected a tuple of at most 8, found a tuple of 60000");
  std::string endless;
  while (endless.size() <= Pickle::kMaxBytes)
    endless += pickle_text(std::string(1'000'000, 'x')) + "\x85";
  expect_refused(endless, "expected at most 8388608 bytes, found more");
  // Each list holds the one before twice: 2^1000 values to whom followed them all.
  std::string doubled = std::string("(]q\0", 4);
  for (int i = 0; i < 1000; ++i) doubled += std::string("]h\0ah\0aq\0", 9);
  EXPECT_EQ(root_text(doubled + "t"), "a tuple of 1001");
}

TEST(PickleReader, RefusesAPickleCutOffAtAnyByte) {
  const std::string whole = pickled(state_dict({{.name = "a", .shape = {2, 3}}}));
  ASSERT_TRUE(Pickle::read(whole).ok());
  for (size_t size = 0; size < whole.size(); ++size) {
    const std::string cut = whole.substr(0, size);
    expect_refused(cut, "the pickle's end");
  }
}

TEST(PickleReader, SurvivesEveryChangeOfAByte) {
  const std::string whole = pickled(state_dict({{.name = "a", .shape = {2, 3}}}));
  int refused = 0;
  for (size_t at = 0; at < whole.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      std::string spoiled = whole;
      spoiled[at] = static_cast<char>(value);
      const auto pickle = Pickle::read(spoiled);
      if (pickle.ok()) continue;
      ++refused;
      EXPECT_EQ(pickle.status().code(), StatusCode::invalid_checkpoint);
    }
  }
  EXPECT_GT(refused, 1000);
}

TEST(PickleReader, SaysWhereInTheFileItIs) {
  const auto pickle = Pickle::read("NN\x93.", 100);
  ASSERT_FALSE(pickle.ok());
  EXPECT_EQ(
      pickle.status().message(),
      "checkpoint: pickle: byte 102: expected an opcode that a state dict needs, found opcode "
      "0x93");
}

}  // namespace
}  // namespace xlmr
