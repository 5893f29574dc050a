// SPDX-License-Identifier: Apache-2.0
#include "base/uninitialized.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstdint>
#include <vector>

namespace xlmr {
namespace {

using Values = std::vector<int8_t, UninitializedAllocator<int8_t>>;

/// Memory that ends the program when it is written to. What growing leaves there cannot be compared
/// instead: reading a number that nobody has written is undefined.
template <typename T>
class ReadOnlyAllocator : public UninitializedAllocator<T> {
 public:
  template <typename U>
  struct rebind {
    using other = ReadOnlyAllocator<U>;
  };

  T* allocate(size_t count) {
    void* memory = mmap(nullptr, count * sizeof(T), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT_NE(memory, MAP_FAILED);
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, size_t count) { EXPECT_EQ(munmap(memory, count * sizeof(T)), 0); }
};

TEST(Uninitialized, GrowingWritesNothing) {
  std::vector<int8_t, ReadOnlyAllocator<int8_t>> values;
  values.resize(5000);
  EXPECT_EQ(values.size(), 5000U);
  values.resize(2);
  values.resize(4000);  // in the same memory
  EXPECT_EQ(values.size(), 4000U);
}

TEST(Uninitialized, ValuesThatAreGivenAreTaken) {
  Values values{1, 2};
  values.push_back(3);
  values.resize(5, 9);
  EXPECT_EQ(values, (Values{1, 2, 3, 9, 9}));
  const Values copy = values;
  EXPECT_EQ(copy, values);
}

}  // namespace
}  // namespace xlmr
