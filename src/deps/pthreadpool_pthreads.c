// SPDX-License-Identifier: Apache-2.0
//
// pthreadpool's pthreads.c, with threads that go to sleep sooner. Upstream they look a million times for
// what they wait for, which takes some 10 ms in WebAssembly: where another thread or program has the
// processor that it would come from, that is lost at each of a hundred waits in a forward pass. 4000 looks
// take less time than waking up does, and are as quick on processors that nobody else wants.
#include "threadpool-common.h"

#undef PTHREADPOOL_SPIN_WAIT_ITERATIONS
#define PTHREADPOOL_SPIN_WAIT_ITERATIONS 4000

#include "pthreads.c"
