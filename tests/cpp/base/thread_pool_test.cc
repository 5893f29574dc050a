// SPDX-License-Identifier: Apache-2.0
#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

namespace xlmr {
namespace {

TEST(ThreadPool, RunsEveryIndexOnceForAnyNumberOfThreads) {
  for (size_t threads : {1U, 2U, 4U}) {
    const ThreadPool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (size_t count : {0U, 1U, 3U, 1000U}) {
      std::vector<std::atomic<int>> runs(count);
      pool.for_each(count, [&](size_t i) { ++runs[i]; });
      for (const auto& run : runs) ASSERT_EQ(run, 1);
    }
  }
}

TEST(ThreadPool, RunsOnAsManyThreadsAsItIsResizedTo) {
  ThreadPool pool(1);
  for (size_t threads : {3U, 1U, 2U}) {
    pool.resize(threads);
    EXPECT_EQ(pool.threads(), threads);
    std::vector<std::atomic<int>> runs(100);
    pool.for_each(runs.size(), [&](size_t i) { ++runs[i]; });
    for (const auto& run : runs) ASSERT_EQ(run, 1);
  }
}

TEST(ThreadPool, RunsInOrderOnOneThread) {
  std::vector<size_t> order;
  ThreadPool(1).for_each(4, [&](size_t i) { order.push_back(i); });
  EXPECT_EQ(order, (std::vector<size_t>{0, 1, 2, 3}));
}

// A thread that is late for a job must take nothing of it, and nothing of the next may be lost.
TEST(ThreadPool, ManyShortJobsInARowLoseAndRepeatNothing) {
  const ThreadPool pool(4);
  for (uint64_t job = 0; job < 20'000; ++job) {
    const size_t count = 1 + job % 7;
    std::atomic<uint64_t> sum = 0;
    pool.for_each(count, [&](size_t i) { sum += job * count + i; });
    ASSERT_EQ(sum, job * count * count + count * (count - 1) / 2);
  }
}

// The others never come to take an item: those that are asked for wait for the last one.
TEST(ThreadPool, OtherThreadsTakeItemsWhileOneIsAtWork) {
  const ThreadPool pool(3);
  std::atomic<size_t> others = 0;
  std::atomic<size_t> unfinished = 3;
  pool.for_each(3, [&](size_t) {
    --unfinished;
    while (unfinished > 0) std::this_thread::yield();
    ++others;
  });
  EXPECT_EQ(others, 3U);
}

TEST(ThreadPool, NoTwoCallsOfAThreadsNumberOverlap) {
  constexpr size_t kThreads = 4;
  const ThreadPool pool(kThreads);
  std::vector<std::atomic<int>> inside(kThreads);
  std::atomic<int> overlaps = 0;
  for (int job = 0; job < 200; ++job) {
    pool.for_each_with_thread(64, [&](size_t thread, size_t) {
      ASSERT_LT(thread, kThreads);
      if (++inside[thread] != 1) ++overlaps;
      --inside[thread];
    });
  }
  EXPECT_EQ(overlaps, 0);
}

// What items write is there once for_each returns, whoever ran them.
TEST(ThreadPool, ResultsAreSeenWithoutFurtherCare) {
  const ThreadPool pool(3);
  std::vector<size_t> numbers(256);
  for (size_t round = 1; round < 500; ++round) {
    pool.for_each(numbers.size(), [&](size_t i) { numbers[i] += i; });
    for (size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], round * i);
  }
}

TEST(ThreadPool, EndsWhileItsThreadsStillLookForWork) {
  for (int i = 0; i < 200; ++i) {
    std::atomic<size_t> runs = 0;
    ThreadPool(3).for_each(5, [&](size_t) { ++runs; });
    ASSERT_EQ(runs, 5U);
  }
}

}  // namespace
}  // namespace xlmr
