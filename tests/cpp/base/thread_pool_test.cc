// SPDX-License-Identifier: Apache-2.0
#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
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

}  // namespace
}  // namespace xlmr
