// SPDX-License-Identifier: Apache-2.0
// ThreadBudget: how many threads share the next job, so that sharing costs next to nothing where other
// programs want the processors.
//
// A thread whose processor is taken away in the middle of an item keeps the calling thread waiting at
// the end of the job, as long as a time slice. How much longer a job took than it would have taken on one
// thread fewer was lost, as far as the last thread did not gain as much in the jobs before: a stall now and
// then is no reason to do without a thread. After such a loss one thread fewer shares, until kShare times
// as much has been spent on jobs. Then one more does, again.
//
// Invariant: of n threads, what is lost is at most 1 / kShare of the time spent on jobs, and n - 1 losses.
//
//   ThreadBudget budget(2);
//   budget.spent({.count = 12, .own = 6, .busy = 300us, .waited = 40us});    // budget.threads() is 2
//   budget.spent({.count = 12, .own = 11, .busy = 550us, .waited = 6ms});    // 1, for 113 ms of jobs
#ifndef XLMR_BASE_THREAD_BUDGET_H_
#define XLMR_BASE_THREAD_BUDGET_H_

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace xlmr {

class ThreadBudget {
 public:
  using Time = std::chrono::nanoseconds;

  static constexpr int kShare = 20;
  /// What clocks and waking a thread account for: browsers round to 5 us.
  static constexpr Time kNoise = std::chrono::microseconds(50);
  /// A computer that slept for an hour is not alone for a day.
  static constexpr Time kMostLost = std::chrono::milliseconds(200);
  /// What was gained long ago pays for a few time slices, not for more.
  static constexpr Time kMostGained = std::chrono::milliseconds(20);

  /// What the calling thread saw of a job.
  struct Job {
    size_t count = 0;  ///< items
    size_t own = 0;    ///< of them its own
    Time busy{};       ///< that these took
    Time waited{};     ///< for the others' last items
  };

  explicit ThreadBudget(size_t threads) : most_(threads), threads_(threads) {}

  /// The calling thread included.
  [[nodiscard]] size_t threads() const { return threads_; }

  void spent(const Job& job) {
    debt_ = std::max(Time{}, debt_ - job.busy - job.waited);
    gained_ = std::min(gained_ + gained_by(job), kMostGained);
    if (gained_ < Time{}) {
      debt_ += kShare * std::min(-gained_, kMostLost);
      gained_ = Time{};
      threads_ = std::max<size_t>(1, threads_ - 1);
    } else if (debt_ == Time{}) {
      threads_ = std::min(most_, threads_ + 1);
    }
  }

 private:
  /// Beside one thread fewer, all at the pace of the calling one. Without an item of its own there is none
  /// to judge by.
  [[nodiscard]] Time gained_by(const Job& job) const {
    if (threads_ == 1 || job.count == 1) return {};
    Time expected{};
    if (job.own > 0) expected = job.busy / job.own * job.count / (threads_ - 1);
    const Time gained = expected - job.busy - job.waited;
    return gained < Time{} ? std::min(gained + kNoise, Time{}) : gained;
  }

  size_t most_;
  size_t threads_;
  Time gained_{};  // by the last thread
  Time debt_{};    // time to be spent on jobs before another thread shares
};

}  // namespace xlmr

#endif  // XLMR_BASE_THREAD_BUDGET_H_
