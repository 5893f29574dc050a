// SPDX-License-Identifier: Apache-2.0
// ThreadPool: runs independent pieces of work on a fixed number of threads, the caller's included.
//
// Invariant: for_each returns after every index ran exactly once; with one thread everything runs
// on the caller's, in order, and no thread is ever created.
//
//   ThreadPool pool(2);
//   pool.for_each(texts.size(), [&](size_t i) { encodings[i] = encode(texts[i]); });
#ifndef XLMR_BASE_THREAD_POOL_H_
#define XLMR_BASE_THREAD_POOL_H_

#include <pthreadpool.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace xlmr {

/// How the pool's threads wait for what comes next.
enum class Wait {
  yielding,  ///< asleep: for work that comes now and then
  spinning,  ///< awake for a moment: for many short pieces in a row, the last of which should yield
};

class ThreadPool {
 public:
  /// `threads` >= 1 counts the calling thread. If the platform gives none, work runs on the caller.
  explicit ThreadPool(size_t threads)
      : pool_(threads > 1 ? pthreadpool_create(threads) : nullptr, pthreadpool_destroy) {}

  /// Changes the number of threads; nothing may run.
  void resize(size_t threads) { pool_.reset(threads > 1 ? pthreadpool_create(threads) : nullptr); }

  [[nodiscard]] size_t threads() const { return pthreadpool_get_threads_count(pool_.get()); }

  /// Calls work(i) for each i < `count`.
  template <typename Work>
  void for_each(size_t count, const Work& work, Wait after = Wait::yielding) const {
    pthreadpool_parallelize_1d(
        pool_.get(), [](void* context, size_t i) { (*static_cast<const Work*>(context))(i); },
        const_cast<Work*>(&work), count, flags_of(after));
  }

  /// Calls work(thread, i), where no two calls with the same `thread` < threads() overlap.
  template <typename Work>
  void for_each_with_thread(size_t count, const Work& work, Wait after) const {
    pthreadpool_parallelize_1d_with_thread(
        pool_.get(),
        [](void* context, size_t thread, size_t i) {
          (*static_cast<const Work*>(context))(thread, i);
        },
        const_cast<Work*>(&work), count, flags_of(after));
  }

 private:
  static uint32_t flags_of(Wait after) {
    return after == Wait::yielding ? PTHREADPOOL_FLAG_YIELD_WORKERS : 0;
  }

  std::unique_ptr<pthreadpool, decltype(&pthreadpool_destroy)> pool_;
};

}  // namespace xlmr

#endif  // XLMR_BASE_THREAD_POOL_H_
