// SPDX-License-Identifier: Apache-2.0
#include "base/thread_budget.h"

#include <gtest/gtest.h>

#include <random>

namespace xlmr {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using Time = ThreadBudget::Time;

constexpr ThreadBudget::Job kShared{
    .count = 12, .own = 6, .busy = microseconds(300), .waited = microseconds(40)};
constexpr ThreadBudget::Job kStalled{
    .count = 12, .own = 11, .busy = microseconds(550), .waited = milliseconds(6)};
constexpr ThreadBudget::Job kAlone{.count = 12, .own = 12, .busy = microseconds(600)};

TEST(ThreadBudget, AllThreadsShareWhereNobodyWaits) {
  ThreadBudget budget(4);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(budget.threads(), 4U);
    budget.spent({.count = 12, .own = 3, .busy = microseconds(150), .waited = microseconds(20)});
  }
}

TEST(ThreadBudget, WaitingForASlowerThreadIsNoLossWhereItSparesMore) {
  ThreadBudget budget(2);
  // A core of a third of the speed: three of twelve items, and the last of them is waited for.
  budget.spent({.count = 12, .own = 9, .busy = microseconds(450), .waited = microseconds(149)});
  EXPECT_EQ(budget.threads(), 2U);
  // Without any item of the caller's own there is no pace to judge by.
  budget.spent({.count = 2, .own = 0, .busy = {}, .waited = microseconds(45)});
  EXPECT_EQ(budget.threads(), 2U);
}

TEST(ThreadBudget, AStallNowAndThenIsPaidByWhatWasGained) {
  ThreadBudget budget(2);
  // 260 us gained each: 24 of them, and 4 seconds of them, pay for one stall of 5,900 us.
  for (const int before : {24, 15'000}) {
    for (int i = 0; i < before; ++i) budget.spent(kShared);
    budget.spent(kStalled);
    ASSERT_EQ(budget.threads(), 2U);
  }
  // Where every third job stalls, a thread gains nothing.
  for (int i = 0; budget.threads() == 2; ++i) {
    ASSERT_LT(i, 10);
    budget.spent(kShared);
    budget.spent(kShared);
    budget.spent(kStalled);
  }
}

TEST(ThreadBudget, AThreadThatSlowsDownTheOthersIsGivenUp) {
  // Four threads where three have processors: each job waits for an item that was put aside. Beside one
  // thread alone that is no loss, beside three it is.
  ThreadBudget budget(4);
  budget.spent({.count = 12, .own = 4, .busy = microseconds(400), .waited = microseconds(300)});
  EXPECT_EQ(budget.threads(), 3U);
}

TEST(ThreadBudget, AfterALossOneThreadFewerUntilTwentyTimesAsMuchIsSpent) {
  ThreadBudget budget(2);
  budget.spent(kStalled);
  // It would have taken 600 us alone, and 50 us are not counted.
  const Time lost = microseconds(550) + milliseconds(6) - microseconds(600) - microseconds(50);
  Time spent{};
  while (spent < 20 * lost - microseconds(1)) {
    ASSERT_EQ(budget.threads(), 1U);
    budget.spent(kAlone);
    spent += kAlone.busy;
  }
  EXPECT_EQ(budget.threads(), 2U);
  EXPECT_LT(spent, 20 * lost + milliseconds(1));
}

TEST(ThreadBudget, OneThreadAtATimeLeavesAndComesBack) {
  ThreadBudget budget(3);
  budget.spent(kStalled);
  EXPECT_EQ(budget.threads(), 2U);
  budget.spent(kStalled);
  EXPECT_EQ(budget.threads(), 1U);
  while (budget.threads() == 1) budget.spent(kAlone);
  EXPECT_EQ(budget.threads(), 2U);
  budget.spent(kShared);
  EXPECT_EQ(budget.threads(), 3U);
}

TEST(ThreadBudget, AnHourAsleepIsForgottenInSeconds) {
  ThreadBudget budget(2);
  budget.spent({.count = 2, .own = 1, .busy = milliseconds(1), .waited = std::chrono::hours(1)});
  Time spent{};
  for (; budget.threads() == 1; spent += kAlone.busy) budget.spent(kAlone);
  EXPECT_LE(spent, std::chrono::seconds(5));
}

TEST(ThreadBudget, OneThreadRemainsOne) {
  ThreadBudget budget(1);
  for (const auto& job : {kAlone, kStalled, kAlone}) {
    budget.spent(job);
    EXPECT_EQ(budget.threads(), 1U);
  }
}

// The invariant, on made-up machines: from nothing to every job stalls, for as long as a time slice.
TEST(ThreadBudget, WhatIsLostIsATwentiethOfTheTimeWhateverTheMachine) {
  std::mt19937 random(7);
  for (const double stalls : {0.0, 0.01, 0.1, 0.5, 1.0}) {
    for (const int slice : {1, 6, 24, 150}) {
      for (const size_t threads : {2U, 4U}) {
        ThreadBudget budget(threads);
        Time alone{};  // what the jobs would take on one thread
        Time spent{};
        for (int job = 0; job < 10'000; ++job) {
          const auto items = 1 + random() % 32;
          const Time item = microseconds(5 + random() % 100);
          const size_t sharing = std::min<size_t>(budget.threads(), items);
          ThreadBudget::Job seen{.count = items, .own = items, .busy = item * items};
          if (sharing > 1) {
            seen.own = (items + sharing - 1) / sharing;
            seen.busy = item * seen.own;
            seen.waited = item / 2;
            if (std::uniform_real_distribution<>()(random) < stalls)
              seen.waited = milliseconds(slice);
          }
          budget.spent(seen);
          alone += item * items;
          spent += seen.busy + seen.waited;
        }
        // Below what is counted, 50 us a shared job; the first losses come before any time is spent.
        const Time first = (threads - 1) * milliseconds(slice);
        EXPECT_LT(spent, alone * 1.08 + first) << stalls << " " << slice << " " << threads;
        if (stalls == 0) {
          EXPECT_LT(spent, alone * 0.75);
        }
      }
    }
  }
}

}  // namespace
}  // namespace xlmr
