// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

namespace xlmr {

std::string expected(const AsText& where, const AsText& what, const AsText& found) {
  return concat_all({where.view(), ": expected ", what.view(), ", found ", found.view()});
}

}  // namespace xlmr
