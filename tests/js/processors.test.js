// SPDX-License-Identifier: Apache-2.0
// The files are as the kernel's documentation of cgroup-v1 (sched-bwc) and cgroup-v2 (cpu.max) has them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { processors } from "../../dist/node/processors.js";
import { threadsToStart } from "#js/core/start_core.js";

let root;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "xlmr-ner-cgroup-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Writes files below the root. */
function write(files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

const v2 = "sys/fs/cgroup";
const v1 = "sys/fs/cgroup/cpu,cpuacct";
const quotaOf = (folder, quota) => ({
  [`${folder}/cpu.cfs_quota_us`]: `${quota}\n`,
  [`${folder}/cpu.cfs_period_us`]: "100000\n",
});

describe("processors", () => {
  test.each([
    ["no files: another system", {}, 8],
    [
      "version 2 in a container, which sees its group as the root",
      { "proc/self/cgroup": "0::/\n", [`${v2}/cpu.max`]: "200000 100000\n" },
      2,
    ],
    ["no quota", { "proc/self/cgroup": "0::/\n", [`${v2}/cpu.max`]: "max 100000\n" }, 8],
    [
      "a part of one is none",
      { "proc/self/cgroup": "0::/\n", [`${v2}/cpu.max`]: "350000 100000\n" },
      3,
    ],
    ["less than one", { "proc/self/cgroup": "0::/\n", [`${v2}/cpu.max`]: "10000 100000\n" }, 1],
    [
      "more than there are",
      { "proc/self/cgroup": "0::/\n", [`${v2}/cpu.max`]: "9900000 100000" },
      8,
    ],
    [
      "the least of a service's own and those around it",
      {
        "proc/self/cgroup": "0::/system.slice/ner.service\n",
        [`${v2}/system.slice/ner.service/cpu.max`]: "500000 100000\n",
        [`${v2}/system.slice/cpu.max`]: "300000 100000\n",
      },
      3,
    ],
    [
      "version 1, by the path of the host, which the container does not see",
      {
        "proc/self/cgroup": "5:cpu,cpuacct:/docker/abc\n4:memory:/docker/abc\n",
        ...quotaOf(v1, 200000),
      },
      2,
    ],
    [
      "version 1, its own group",
      { "proc/self/cgroup": "1:cpu:/a\n", ...quotaOf("sys/fs/cgroup/cpu/a", 400000) },
      4,
    ],
    ["version 1 without a quota", { "proc/self/cgroup": "1:cpu:/\n", ...quotaOf(v1, -1) }, 8],
    [
      "both, of which version 1 has the processors",
      {
        "proc/self/cgroup": "2:cpuacct:/\n1:cpu:/\n0::/\n",
        ...quotaOf("sys/fs/cgroup/cpu", 200000),
        "sys/fs/cgroup/cpuacct/cpu.cfs_quota_us": "100000",
      },
      2,
    ],
    [
      "files that say nothing",
      { "proc/self/cgroup": "0::/\nx\n", [`${v2}/cpu.max`]: "nonsense\n" },
      8,
    ],
  ])("%s", (_, files, expected) => {
    write(files);
    expect(processors(root, 8)).toBe(expected);
  });

  test("on this machine are some that there are", () => {
    expect(processors()).toBeGreaterThanOrEqual(1);
    expect(processors()).toBeLessThanOrEqual(availableParallelism());
  });
});

describe("threads", () => {
  test.each([
    ["auto", 1, 1],
    ["auto", 2, 2],
    ["auto", 64, 4],
    [1, 8, 1],
    [6, 8, 6],
    [8, 8, 8],
    [64, 2, 2],
    [4, 1, 1],
  ])("%s of %i processors are %i", (wanted, cores, expected) => {
    expect(threadsToStart("file:///core.mjs", wanted, cores)).toBe(expected);
  });
});
