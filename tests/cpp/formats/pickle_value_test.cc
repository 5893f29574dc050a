// SPDX-License-Identifier: Apache-2.0
#include "formats/pickle_value.h"

#include <gtest/gtest.h>

#include <string>

namespace xlmr {
namespace {

TEST(PickleValue, IsShownInShortAndPrintable) {
  EXPECT_EQ(pickle_value_text({.kind = PickleKind::flag, .integer = 1}), "True");
  EXPECT_EQ(pickle_value_text({.kind = PickleKind::dict, .items = {1, 2, 3, 4}}), "a dict of 2");
  EXPECT_EQ(pickle_value_text({.kind = PickleKind::text, .text = "a\x1b[31mé"}), "\"a?[31m??\"");
  EXPECT_EQ(pickle_text_shown(std::string(100, 'x')), std::string(60, 'x'));
}

}  // namespace
}  // namespace xlmr
