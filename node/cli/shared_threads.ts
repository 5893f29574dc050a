// SPDX-License-Identifier: Apache-2.0

import { processors } from "../processors.js";

/**
 * Threads of each of several workers: what was asked for, or where nobody said, a share of the processors.
 *
 *     sharedThreads({ jobs: 2, threads: "auto" }) // 4 on a machine with 8
 */
export function sharedThreads({
  jobs,
  threads,
}: {
  jobs: number;
  threads: number | "auto";
}): number | "auto" {
  if (jobs === 1 || threads !== "auto") return threads;
  return Math.max(1, Math.floor(processors() / jobs));
}
