// SPDX-License-Identifier: Apache-2.0
#include "formats/state_dict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/pickle_builder.h"

namespace xlmr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

Result<StateDict> read(const std::string& value) {
  const std::string bytes = pickled(value);
  const auto pickle = Pickle::read(bytes);
  EXPECT_TRUE(pickle.ok()) << pickle.status().message();
  return StateDict::read(pickle.value());
}

StateDict dict_of(const std::string& value) {
  auto dict = read(value);
  EXPECT_TRUE(dict.ok()) << dict.status().message();
  return std::move(dict).value();
}

void expect_refused(const std::string& value, const std::string& part) {
  const auto dict = read(value);
  ASSERT_FALSE(dict.ok()) << part;
  EXPECT_EQ(dict.status().code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(dict.status().message(), StartsWith("checkpoint: "));
  EXPECT_THAT(dict.status().message(), HasSubstr(part));
}

void expect_refused(const PickledTensor& tensor, const std::string& part) {
  expect_refused(state_dict({tensor}), part);
}

TEST(StateDict, ReadsTensorsAndTheirStorages) {
  const StateDict dict = dict_of(
      state_dict({{.name = "a", .key = "7", .shape = {2, 3}},
                  {.name = "b", .storage_type = "HalfStorage", .key = "8", .shape = {4}},
                  {.name = "c", .storage_type = "BFloat16Storage", .key = "9", .shape = {}}}));
  ASSERT_EQ(dict.tensors.size(), 3U);
  EXPECT_EQ(dict.tensors[0].name, "a");
  EXPECT_THAT(dict.tensors[0].shape, ElementsAre(2, 3));
  EXPECT_THAT(dict.tensors[2].shape, IsEmpty());
  ASSERT_EQ(dict.storages.size(), 3U);
  EXPECT_EQ(dict.storages[0].key, "7");
  EXPECT_EQ(dict.storages[0].type, TensorType::f32);
  EXPECT_EQ(dict.storages[0].byte_size, 24U);
  EXPECT_EQ(dict.storages[1].type, TensorType::f16);
  EXPECT_EQ(dict.storages[1].byte_size, 8U);
  EXPECT_EQ(dict.storages[2].type, TensorType::bf16);
  EXPECT_EQ(dict.storages[2].byte_size, 2U);

  const auto entries = dict.place({100, 200, 300});
  EXPECT_EQ(entries[1].begin, 200U);
  EXPECT_EQ(entries[1].end, 208U);
  EXPECT_EQ(entries[1].type, TensorType::f16);
}

TEST(StateDict, ReadsEveryTypeOfItsTable) {
  for (const auto& [type, bytes] : {std::pair("FloatStorage", 4U),
                                    {"DoubleStorage", 8U},
                                    {"HalfStorage", 2U},
                                    {"BFloat16Storage", 2U},
                                    {"LongStorage", 8U},
                                    {"IntStorage", 4U},
                                    {"ShortStorage", 2U},
                                    {"CharStorage", 1U},
                                    {"BoolStorage", 1U},
                                    {"ComplexFloatStorage", 8U},
                                    {"ByteStorage", 1U}}) {
    const StateDict dict = dict_of(state_dict({{.name = "a", .storage_type = type, .shape = {3}}}));
    EXPECT_EQ(dict.tensors[0].end, 3 * bytes) << type;
  }
}

TEST(StateDict, ReadsADictOfParameters) {
  const std::string tensor = PickledTensor{.name = "a", .shape = {3}}.value();
  const std::string parameter = pickle_call(kRebuildParameter, {tensor, "\x88", kOrderedDict});
  EXPECT_EQ(dict_of(pickle_dict({pickle_text("a"), parameter})).tensors[0].end, 12U);
  const std::string older =
      pickle_call(pickle_global_of("torch.nn.parameter", "Parameter"), {tensor, "\x88"});
  EXPECT_EQ(dict_of(pickle_dict({pickle_text("a"), older})).tensors[0].end, 12U);
  const std::string state = pickle_dict({pickle_text("is_initialized"), "\x88"});
  const std::string with_state =
      pickle_call(pickle_global_of("torch._utils", "_rebuild_parameter_with_state"),
                  {tensor, "\x88", kOrderedDict, state});
  EXPECT_EQ(dict_of(pickle_dict({pickle_text("a"), with_state})).tensors[0].end, 12U);
  // One in another is no tensor, and never followed.
  expect_refused(pickle_dict({pickle_text("a"), pickle_call(kRebuildParameter, {parameter})}),
                 "a: expected a tensor, found a call of torch._utils._rebuild_parameter");
}

// Tensor.__reduce_ex__ of torch 2.15, for a tensor that has attributes.
TEST(StateDict, ReadsTensorsWithAttributes) {
  const PickledTensor tensor{.name = "a", .shape = {3}};
  const auto call = [&](const std::string& function, const std::string& arguments) {
    return pickle_dict(
        {pickle_text("a"), pickle_call(pickle_global_of("torch._tensor", "_rebuild_from_type_v2"),
                                       {function, pickle_global_of("torch", "Tensor"), arguments,
                                        pickle_dict({pickle_text("tag"), pickle_integer(7)})})});
  };
  const std::string arguments =
      pickle_tuple({tensor.storage(), pickle_integer(0), pickle_numbers({3}), pickle_numbers({1}),
                    "\x89", kOrderedDict});
  EXPECT_EQ(dict_of(call(kRebuildTensor, arguments)).tensors[0].end, 12U);
  expect_refused(call(kRebuildParameter, arguments), "a: expected a tensor, found a call");
  expect_refused(call(kRebuildTensor, "N"), "a: expected a tensor, found a call");
  expect_refused(call(kRebuildTensor, pickle_tuple({"N"})), "a: expected 6 or 7 arguments");
}

// _reduce_ex_internal of torch 2.15: the imaginary part of a conjugated tensor is one of these.
TEST(StateDict, RefusesNumbersThatAreToBeNegated) {
  const PickledTensor tensor{.name = "a", .shape = {3}};
  const auto with = [&](const std::string& metadata) {
    return pickle_dict(
        {pickle_text("a"),
         pickle_call(kRebuildTensor, {tensor.storage(), pickle_integer(0), pickle_numbers({3}),
                                      pickle_numbers({1}), "\x89", kOrderedDict, metadata})});
  };
  const std::string no = "\x89";
  const std::string yes = "\x88";
  EXPECT_EQ(dict_of(with("N")).tensors[0].end, 12U);
  EXPECT_EQ(dict_of(with(pickle_dict({pickle_text("neg"), no}))).tensors[0].end, 12U);
  expect_refused(with(pickle_dict({pickle_text("conj"), no, pickle_text("neg"), yes})),
                 "a: expected numbers as they are stored, found those to be negated");
}

TEST(StateDict, TensorsMayShareAStorage) {
  const StateDict dict =
      dict_of(state_dict({{.name = "a", .shape = {2, 2}, .elements = 6},
                          {.name = "b", .shape = {2}, .offset = 4, .elements = 6},
                          {.name = "tied", .shape = {4}, .elements = 6}}));
  ASSERT_EQ(dict.storages.size(), 1U);
  EXPECT_EQ(dict.tensors[1].begin, 16U);
  EXPECT_EQ(dict.tensors[1].end, 24U);
  EXPECT_EQ(dict.tensors[2].begin, 0U);
  expect_refused(state_dict({{.name = "a", .shape = {2}, .elements = 6},
                             {.name = "b", .shape = {2}, .elements = 5}}),
                 "b: expected storage \"0\" of the type and size it had before, found F32 of 5");
  expect_refused(state_dict({{.name = "a", .shape = {4}},
                             {.name = "b", .storage_type = "IntStorage", .shape = {4}}}),
                 "found I32 of 4 elements");
}

TEST(StateDict, StridesOfOneRowAndOfNothingAreFree) {
  const StateDict dict =
      dict_of(state_dict({{.name = "a", .shape = {1, 3}, .strides = {99, 1}},
                          {.name = "b", .key = "1", .shape = {0, 3}, .strides = {7, 7}}}));
  EXPECT_EQ(dict.tensors[1].begin, dict.tensors[1].end);
  EXPECT_THAT(dict.tensors[0].strides, IsEmpty());
  EXPECT_THAT(dict.tensors[1].strides, IsEmpty());
}

TEST(StateDict, ReadsStridesThatAreNotContiguous) {
  const StateDict dict = dict_of(
      state_dict({{.name = "transposed", .shape = {2, 3}, .strides = {1, 2}, .elements = 6},
                  {.name = "columns",
                   .key = "1",
                   .shape = {2, 3},
                   .strides = {6, 2},
                   .offset = 1,
                   .elements = 12},
                  {.name = "expanded", .key = "2", .shape = {4}, .strides = {0}, .elements = 1}}));
  EXPECT_THAT(dict.tensors[0].strides, ElementsAre(1, 2));
  EXPECT_EQ(dict.tensors[0].end, 24U);
  EXPECT_THAT(dict.tensors[1].strides, ElementsAre(6, 2));
  EXPECT_EQ(dict.tensors[1].begin, 4U);
  EXPECT_EQ(dict.tensors[1].end, 4 * (1 + 6 + 4 + 1U));
  EXPECT_EQ(dict.tensors[2].end, 4U);
  EXPECT_THAT(dict.place({100, 200, 300})[1].strides, ElementsAre(6, 2));
}

TEST(StateDict, RefusesStridesThatNoTensorHas) {
  expect_refused({.name = "w", .shape = {2, 3}, .strides = {3, 2}, .elements = 7},
                 "w: expected elements within its storage of 7, found [2, 3] from 0 on");
  expect_refused({.name = "w", .shape = {2, 3}, .strides = {1, 2}, .offset = 1, .elements = 6},
                 "found [2, 3] from 1 on");
  const int64_t large = int64_t{1} << 48;
  expect_refused({.name = "w", .shape = {3, 3}, .strides = {large, 1}, .elements = 4},
                 "w: expected strides within 2^48 elements, found [281474976710656, 1]");
  expect_refused({.name = "w",
                  .shape = {2, 2},
                  .strides = {int64_t{1} << 30, 1},
                  .elements = int64_t{1} << 31},
                 "w: expected strides that span at most 2147483647 bytes, found 4294967304");
  expect_refused({.name = "w", .shape = {4}, .strides = {-1}},
                 "w: expected strides of whole numbers up to 2^48, found -1");
  expect_refused({.name = "w", .shape = {2, 3}, .strides = {1}},
                 "w: expected as many strides as dimensions of [2, 3], found 1");
}

TEST(StateDict, RefusesNumbersThatNoTensorHas) {
  expect_refused({.name = "w", .shape = {2}, .offset = -1, .elements = 2},
                 "w: expected a storage offset of whole numbers up to 2^48, found -1");
  expect_refused({.name = "w", .shape = {2}, .offset = 1, .elements = 2},
                 "w: expected elements within its storage of 2, found [2] from 1 on");
  expect_refused({.name = "w", .shape = {3}, .elements = 2}, "found [3] from 0 on");
  expect_refused({.name = "w", .shape = {}, .offset = INT64_MAX, .elements = 1},
                 "a storage offset");
  expect_refused({.name = "w", .shape = {-2}, .strides = {1}, .elements = 2},
                 "w: expected a shape of whole numbers up to 2^48, found -2");
  const int64_t most = int64_t{1} << 48;
  expect_refused({.name = "w", .shape = {most, most}, .strides = {most, 1}, .elements = 4},
                 "w: expected at most 2^48 elements, found [281474976710656, 281474976710656]");
  expect_refused({.name = "w", .shape = {most, most, 0}, .strides = {1, 1, 1}, .elements = 0},
                 "w: expected at most 2^48 elements");
  expect_refused({.name = "w", .shape = {2}, .elements = most + 1},
                 "w: expected a storage of whole numbers up to 2^48");
  expect_refused({.name = "w", .shape = std::vector<int64_t>(65, 1)},
                 "w: expected a shape of at most 64 dimensions, found a tuple of 65");
}

TEST(StateDict, RefusesStoragesThatAreNone) {
  const auto with_storage = [](const std::string& storage) {
    return pickle_dict(
        {pickle_text("w"), pickle_call(kRebuildTensor, {storage, "K\x01", ")", ")", "\x89", "N"})});
  };
  const auto id_of = [](const std::string& kind, const std::string& type, const std::string& key,
                        const Pickles& more) {
    Pickles items = {kind, type, key, pickle_text("cpu"), "K\x01"};
    items.insert(items.end(), more.begin(), more.end());
    return pickle_tuple(items) + "Q";
  };
  const std::string storage = pickle_text("storage");
  const std::string floats = pickle_global_of("torch", "FloatStorage");
  expect_refused(with_storage("N"), "w: expected the persistent id of a storage, found None");
  expect_refused(with_storage(pickle_tuple({storage, floats}) + "Q"), "found a persistent id");
  expect_refused(with_storage(id_of(pickle_text("module"), floats, pickle_text("0"), {})),
                 "expected the persistent id of a storage");
  expect_refused(with_storage(id_of(storage, "N", pickle_text("0"), {})),
                 "w: expected a type of storage, found None");
  expect_refused(with_storage(id_of(storage, kRebuildTensor, pickle_text("0"), {})),
                 "w: expected a type of storage, found GLOBAL torch._utils._rebuild_tensor_v2");
  expect_refused(with_storage(id_of(storage, floats, "K\x01", {})),
                 "w: expected the text that is a storage's key, found 1");
  expect_refused(with_storage(id_of(storage, floats, pickle_text("0"), {pickle_tuple({})})),
                 "w: expected a storage that is no view of another, found a tuple of 0");
}

TEST(StateDict, RefusesWhatIsNoDictOfTensors) {
  expect_refused("]", "pickle: expected a dict of tensors, found a list of 0");
  expect_refused(PickledTensor{.name = "w", .shape = {1}}.value(), "found a call of torch._utils");
  expect_refused(pickle_dict({pickle_text("epoch"), "K\x03"}), "epoch: expected a tensor, found 3");
  expect_refused(pickle_dict({pickle_text("w"), pickle_call(kRebuildTensor, {"N"})}),
                 "w: expected 6 or 7 arguments of _rebuild_tensor_v2, found 1");
  expect_refused(pickle_dict({"K\x01", "N"}), "expected names of tensors in UTF-8, found 1");
  expect_refused(pickle_dict({pickle_text("\xFF"), "N"}), "in UTF-8, found \"?\"");
  expect_refused(pickle_dict({pickle_text(std::string(1025, 'x')), "N"}),
                 "expected names of at most 1024 bytes, found one of 1025");
  expect_refused(state_dict({{.name = "w", .shape = {1}}, {.name = "w", .shape = {1}}}),
                 "w: expected each tensor once, found it twice");
}

TEST(StateDict, RefusesMoreTensorsThanAnyModelHas) {
  std::string items = pickle_text("first") + PickledTensor{.name = "", .shape = {1}}.value() +
                      std::string("q\0", 2);
  for (size_t i = 0; i < StateDict::kMaxTensors; ++i) {
    items += pickle_text(std::to_string(i)) + std::string("h\0", 2);
  }
  expect_refused("}(" + items + "u", "9999: expected at most 10000 tensors, found more");
}

}  // namespace
}  // namespace xlmr
