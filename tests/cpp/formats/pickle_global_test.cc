// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_global.h"

#include <gtest/gtest.h>

namespace xlmr {
namespace {

TEST(PickleGlobal, KnowsItsNamesAndNoOther) {
  EXPECT_EQ(pickle_global("collections", "OrderedDict"), PickleGlobal::ordered_dict);
  EXPECT_EQ(pickle_global("torch._utils", "_rebuild_tensor_v2"), PickleGlobal::rebuild_tensor_v2);
  EXPECT_EQ(pickle_global("torch.nn.parameter", "Parameter"), PickleGlobal::parameter);
  EXPECT_EQ(pickle_global("torch", "BFloat16Storage"), PickleGlobal::bfloat16_storage);
  EXPECT_EQ(pickle_global("torch._utils", "_rebuild_parameter_with_state"),
            PickleGlobal::rebuild_parameter_with_state);
  EXPECT_EQ(pickle_global("torch._tensor", "_rebuild_from_type_v2"),
            PickleGlobal::rebuild_from_type_v2);
  for (const auto& [module, name] : {std::pair("os", "system"),
                                     {"torch", "_utils._rebuild_tensor_v2"},
                                     {"torch._utils", ""},
                                     {"", "torch.FloatStorage"},
                                     {"", ""},
                                     {"torch", "floatStorage"},
                                     {"torch", "FloatStorag"},
                                     {"collection", "sOrderedDict"},
                                     {"torch.", "Size"}}) {
    EXPECT_FALSE(pickle_global(module, name)) << module << " " << name;
  }
}

TEST(PickleGlobal, OnlyStoragesHaveATypeOfNumbers) {
  EXPECT_EQ(storage_type(PickleGlobal::half_storage), TensorType::f16);
  EXPECT_EQ(storage_type(PickleGlobal::long_storage), TensorType::i64);
  EXPECT_FALSE(storage_type(PickleGlobal::ordered_dict));
  EXPECT_EQ(pickle_global_name(PickleGlobal::size), "torch.Size");
}

}  // namespace
}  // namespace xlmr
