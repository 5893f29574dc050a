// SPDX-License-Identifier: Apache-2.0
//
// pthreadpool's pthreads.c, with threads that go to sleep sooner. Upstream they look a million times for
// what they wait for, which takes some 10 ms in WebAssembly: where another thread or program has the
// processor that it would come from, that is lost at each of a hundred waits in a forward pass. 4000 looks
// take less time than waking up does, and are as quick on processors that nobody else wants.
#include "threadpool-common.h"

#undef PTHREADPOOL_SPIN_WAIT_ITERATIONS
#define PTHREADPOOL_SPIN_WAIT_ITERATIONS 4000

#ifdef __EMSCRIPTEN__
#include <emscripten/threading.h>

// A thread that traps wakes nobody. The one that waits for the others, the core's own, looks every 50 ms:
// emscripten_futex_wait() leaves the core by an exception once another has trapped.
static int wait_or_leave(volatile void* address, uint32_t value, double milliseconds) {
  return emscripten_futex_wait(address, value, emscripten_is_main_runtime_thread() ? 50 : milliseconds);
}
#define emscripten_futex_wait wait_or_leave
#endif

#include "pthreads.c"
