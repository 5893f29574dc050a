// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

/**
 * How many processors this process can keep busy: those that it may run on, or as many as its control
 * group's quota is worth where that is less. Node 20 knows the first alone. Of a part of one none is
 * counted, as a thread that uses more than the quota is stopped until the next period.
 *
 *     processors() // 1 under `docker run --cpus=1.5`, whatever the machine has
 */
export function processors(root = "/", available = availableParallelism()): number {
  return Math.max(1, Math.floor(Math.min(available, quota(root))));
}

/** Processors, in parts; of several control groups, one within the other, the least. */
function quota(root: string): number {
  const groups = path.join(root, "sys/fs/cgroup");
  let least = Infinity;
  for (const line of readText(path.join(root, "proc/self/cgroup")).split("\n")) {
    const [, controllers, group] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || group === undefined) continue;
    // "0::/a" is version 2, which stands in a folder of its own beside version 1.
    const isSecond = controllers === "";
    if (!isSecond && !controllers.split(",").includes("cpu")) continue;
    const mounts = isSecond ? ["", "unified"] : [controllers, "cpu"];
    for (const mount of mounts) {
      // A container may have the path of its host, and sees its own group as the root.
      for (const each of upwards(group)) {
        const folder = path.join(groups, mount, each);
        least = Math.min(least, isSecond ? secondQuota(folder) : firstQuota(folder));
      }
    }
  }
  return least;
}

/** "150000 100000": microseconds of processor time in a period, and the period; or "max" for no quota. */
function secondQuota(folder: string): number {
  const [time, period] = readText(path.join(folder, "cpu.max")).trim().split(" ");
  return ratio(time, period);
}

/** As in version 2, in two files; -1 for no quota. */
function firstQuota(folder: string): number {
  const read = (name: string): string => readText(path.join(folder, `cpu.cfs_${name}_us`)).trim();
  return ratio(read("quota"), read("period"));
}

function ratio(time: string | undefined, period: string | undefined): number {
  const found = Number(time) / Number(period);
  return found > 0 ? found : Infinity;
}

/** The group and those that it is in: "/a/b", "/a", "/". */
function upwards(group: string): string[] {
  const parent = path.posix.dirname(group);
  return parent === group ? [group] : [group, ...upwards(parent)];
}

/** Empty where there is none: other systems have no control groups. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
