// SPDX-License-Identifier: Apache-2.0
// Sleeping until a number in memory changes.
//
// Invariant: futex_wait returns at once where the number is another already. It may return early, so that
// callers look again.
//
//   while ((seen = number) == old) futex_wait(number, old);    // and elsewhere: number = 1, then
//   futex_wake(number);
#ifndef XLMR_BASE_FUTEX_H_
#define XLMR_BASE_FUTEX_H_

#include <atomic>
#include <cstdint>

#ifdef __EMSCRIPTEN__
#include <emscripten/threading.h>

#include <climits>
#include <cmath>
#endif

namespace xlmr {

#ifdef __EMSCRIPTEN__

/// A thread that traps wakes nobody. So the core's own looks every 50 ms: emscripten_futex_wait leaves the
/// core by an exception once another thread has trapped.
inline void futex_wait(std::atomic<uint32_t>& number, uint32_t value) {
  emscripten_futex_wait(&number, value, emscripten_is_main_runtime_thread() ? 50 : INFINITY);
}
inline void futex_wake(std::atomic<uint32_t>& number) { emscripten_futex_wake(&number, INT_MAX); }

#else

inline void futex_wait(std::atomic<uint32_t>& number, uint32_t value) { number.wait(value); }
inline void futex_wake(std::atomic<uint32_t>& number) { number.notify_all(); }

#endif

}  // namespace xlmr

#endif  // XLMR_BASE_FUTEX_H_
