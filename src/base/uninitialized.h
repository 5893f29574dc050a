// SPDX-License-Identifier: Apache-2.0
// UninitializedAllocator: for vectors that are filled right after they grow, so that memory is not
// written twice.
//
// Invariant: resize() leaves new elements as they are found; everything else is std::allocator's.
//
//   std::vector<int8_t, UninitializedAllocator<int8_t>> values;
//   values.resize(size);
//   file.read(values);
#ifndef XLMR_BASE_UNINITIALIZED_H_
#define XLMR_BASE_UNINITIALIZED_H_

#include <memory>
#include <type_traits>
#include <utility>

namespace xlmr {

template <typename T>
class UninitializedAllocator : public std::allocator<T> {
  static_assert(std::is_trivially_default_constructible_v<T>);

 public:
  UninitializedAllocator() = default;
  template <typename U>
  UninitializedAllocator(const UninitializedAllocator<U>& /*other*/) {}  // NOLINT: as allocators do
  template <typename U>
  struct rebind {
    using other = UninitializedAllocator<U>;
  };

  template <typename U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <typename U, typename... Args>
  void construct(U* at, Args&&... args) {
    std::construct_at(at, std::forward<Args>(args)...);
  }
};

}  // namespace xlmr

#endif  // XLMR_BASE_UNINITIALIZED_H_
