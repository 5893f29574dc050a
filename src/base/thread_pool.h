// SPDX-License-Identifier: Apache-2.0
// ThreadPool: runs independent items of work on a fixed number of threads, the caller's included.
//
// Invariant: for_each returns after every item ran exactly once; with one thread everything runs on the
// caller's, in order, and no thread is ever created. Items are taken one at a time by whoever has none,
// and the caller waits for items that another thread has taken, never for a thread: one that does not
// wake up in time costs nothing. How many threads take part is ThreadBudget's choice, job by job.
//
// One thread calls, and not from within an item.
//
//   ThreadPool pool(2);
//   pool.for_each(texts.size(), [&](size_t i) { encodings[i] = encode(texts[i]); });
#ifndef XLMR_BASE_THREAD_POOL_H_
#define XLMR_BASE_THREAD_POOL_H_

#include <cstddef>
#include <memory>

namespace xlmr {

class ThreadTeam;

class ThreadPool {
 public:
  /// `threads` >= 1 counts the calling thread. If the platform gives fewer, there are fewer.
  explicit ThreadPool(size_t threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// Changes the number of threads; nothing may run.
  void resize(size_t threads);

  [[nodiscard]] size_t threads() const;

  /// Calls work(i) for each i < `count` < 2^32.
  template <typename Work>
  void for_each(size_t count, const Work& work) const {
    for_each_with_thread(count, [&work](size_t, size_t i) { work(i); });
  }

  /// Calls work(thread, i), where no two calls with the same `thread` < threads() overlap.
  template <typename Work>
  void for_each_with_thread(size_t count, const Work& work) const {
    run(count, {.context = &work, .call = [](const void* context, size_t thread, size_t i) {
                  (*static_cast<const Work*>(context))(thread, i);
                }});
  }

 private:
  friend class ThreadTeam;

  struct Task {
    const void* context;
    void (*call)(const void* context, size_t thread, size_t i);
  };

  void run(size_t count, Task task) const;

  std::unique_ptr<ThreadTeam> team_;  // none for one thread
};

}  // namespace xlmr

#endif  // XLMR_BASE_THREAD_POOL_H_
