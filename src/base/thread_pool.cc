// SPDX-License-Identifier: Apache-2.0
#include "base/thread_pool.h"

#include <pthread.h>

#include <atomic>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <vector>

#include "base/futex.h"
#include "base/thread_budget.h"

namespace xlmr {
namespace {

using Clock = std::chrono::steady_clock;

/// How long a thread looks for what it waits for before it sleeps: longer than waking up takes, and than
/// most items.
constexpr auto kAwake = std::chrono::microseconds(100);
constexpr int kLooksPerClock = 64;

/// Whether `is_over` within that time.
template <typename Condition>
bool look_for(const Condition& is_over) {
  if (is_over()) return true;
  const Clock::time_point end = Clock::now() + kAwake;
  do {
    for (int i = 0; i < kLooksPerClock; ++i) {
      if (is_over()) return true;
    }
  } while (Clock::now() < end);
  return false;
}

}  // namespace

// The calling thread publishes a job as one number, of which threads take items by lowering it. That
// number holds the job's own, so an item is only ever taken of the job that it was read of. A job's task
// and count are read after an item of it was taken, and written only once all its items are done.
class ThreadTeam {
 public:
  explicit ThreadTeam(size_t threads) : budget_(1) {
    members_.reserve(threads - 1);  // they keep pointers into it
    for (size_t i = 1; i < threads; ++i) {
      Member& member = members_.emplace_back(Member{.team = this, .thread = i});
      if (pthread_create(&member.handle, nullptr, &ThreadTeam::start, &member) != 0) {
        members_.pop_back();
        break;
      }
    }
    budget_ = ThreadBudget(size());
  }

  ~ThreadTeam() {
    is_ending_ = true;
    announce();
    for (const Member& member : members_) pthread_join(member.handle, nullptr);
  }

  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;

  [[nodiscard]] size_t size() const { return members_.size() + 1; }

  void run(size_t count, ThreadPool::Task task) {
    if (count == 0) return;
    const size_t threads = count == 1 ? 1 : budget_.threads();
    const Clock::time_point begin = Clock::now();
    if (threads == 1) {
      for (size_t i = 0; i < count; ++i) task.call(task.context, 0, i);
      budget_.spent({.count = count, .own = count, .busy = Clock::now() - begin});
      return;
    }
    task_ = task;
    count_ = static_cast<uint32_t>(count);
    unfinished_ = count_;
    sharing_ = threads;
    untaken_ = uint64_t{++job_} << 32 | count_;
    announce();
    const size_t own = take_items(0);
    const Clock::time_point done = Clock::now();
    wait_for_others();
    budget_.spent(
        {.count = count, .own = own, .busy = done - begin, .waited = Clock::now() - done});
  }

 private:
  struct Member {
    ThreadTeam* team;
    size_t thread;
    pthread_t handle{};
  };

  static void* start(void* member) {
    const auto& self = *static_cast<const Member*>(member);
    self.team->serve(self.thread);
    return nullptr;
  }

  void serve(size_t thread) {
    for (uint32_t seen = 0;;) {
      seen = next_announcement(seen);
      if (is_ending_) return;
      if (thread < sharing_) take_items(thread);
    }
  }

  /// Tells the other threads of a job, or of the end.
  void announce() {
    ++announcements_;
    if (sleepers_ > 0) futex_wake(announcements_);
  }

  uint32_t next_announcement(uint32_t seen) {
    if (!look_for([&] { return announcements_ != seen; })) {
      ++sleepers_;
      while (announcements_ == seen) futex_wait(announcements_, seen);
      --sleepers_;
    }
    return announcements_;
  }

  /// Runs items until none is left to take; how many they were.
  size_t take_items(size_t thread) {
    size_t taken = 0;
    uint64_t now = untaken_;
    while (static_cast<uint32_t>(now) != 0) {
      if (!untaken_.compare_exchange_weak(now, now - 1)) continue;
      task_.call(task_.context, thread, count_ - static_cast<uint32_t>(now));
      ++taken;
      if (--unfinished_ == 0 && caller_sleeps_) futex_wake(unfinished_);
      now = untaken_;
    }
    return taken;
  }

  void wait_for_others() {
    if (look_for([&] { return unfinished_ == 0; })) return;
    caller_sleeps_ = true;
    for (uint32_t left; (left = unfinished_) != 0;) futex_wait(unfinished_, left);
    caller_sleeps_ = false;
  }

  // Three cache lines, as a thread that looks at one waits for whoever writes to it: the job,
  alignas(64) std::atomic<uint64_t> untaken_ =
      0;  // its number, and its items that nobody has taken
  ThreadPool::Task task_{};
  uint32_t count_ = 0;
  // what the calling thread looks at,
  alignas(64) std::atomic<uint32_t> unfinished_ = 0;  // items
  std::atomic<bool> caller_sleeps_ = false;
  uint32_t job_ = 0;
  ThreadBudget budget_;
  std::vector<Member> members_;
  // and what the others look at.
  alignas(64) std::atomic<uint32_t> announcements_ = 0;
  std::atomic<uint32_t> sleepers_ = 0;
  std::atomic<size_t> sharing_ = 0;
  std::atomic<bool> is_ending_ = false;
};

ThreadPool::ThreadPool(size_t threads) { resize(threads); }

ThreadPool::~ThreadPool() = default;

void ThreadPool::resize(size_t threads) {
  team_.reset();
  if (threads > 1) team_ = std::make_unique<ThreadTeam>(threads);
}

size_t ThreadPool::threads() const { return team_ == nullptr ? 1 : team_->size(); }

void ThreadPool::run(size_t count, Task task) const {
  if (team_ != nullptr) return team_->run(count, task);
  for (size_t i = 0; i < count; ++i) task.call(task.context, 0, i);
}

}  // namespace xlmr
