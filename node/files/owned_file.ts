// SPDX-License-Identifier: Apache-2.0

import { createHash, randomUUID } from "node:crypto";
import { lstat, readdir, rm, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

/**
 * Files that one process writes under a name of its own, `<file>.<host>-<pid>-<random><suffix>`, until they
 * get their right one. The writer touches its file while it waits. Left by a process that ended, a file is
 * abandoned: at once where that process ran on this machine and is gone, else when it was not touched for
 * the lease. In a container a process may have the number of the one that was killed before it.
 */

/** Milliseconds without a sign of life, after which such a file is nobody's. */
export const defaultLease = 30_000;

/** This machine, as a file name has it. */
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

export function ownedName(file: string, suffix: string): string {
  return `${file}.${host}-${process.pid}-${randomUUID()}${suffix}`;
}

/** Touches a file until the timer is cleared. */
export function touching(file: () => string, lease: number): NodeJS.Timeout {
  const timer = setInterval(() => {
    const now = new Date();
    void utimes(file(), now, now).catch(() => undefined);
  }, lease / 4);
  return timer.unref();
}

export interface AbandonedFile {
  name: string;
  size: number;
}

/**
 * Those of a folder's files that begin with `start` and end with `suffix`, the longest first. What
 * another program has named so is among them when it is old.
 */
export async function abandoned(
  folder: string,
  { start, suffix, lease }: { start: string; suffix: string; lease: number },
): Promise<AbandonedFile[]> {
  const found: AbandonedFile[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(start) || !name.endsWith(suffix)) continue;
    const entry = await lstat(path.join(folder, name)).catch(() => undefined);
    if (entry?.isFile() !== true) continue;
    const owner = name.slice(start.length, -suffix.length);
    const isOld = Date.now() - entry.mtimeMs > lease;
    if (isOld || isGone(owner, entry.mtimeMs)) found.push({ name, size: entry.size });
  }
  return found.sort((a, b) => b.size - a.size);
}

export async function removeAbandoned(
  folder: string,
  which: { start: string; suffix: string; lease: number },
): Promise<void> {
  for (const { name } of await abandoned(folder, which)) {
    await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Whether its writer let it go, or was a process of this machine that is no more. */
function isGone(owner: string, written: number): boolean {
  if (/(?:^|\.)free-[^.]*$/.test(owner)) return true;
  const match = /(?:^|\.)([0-9a-f]{8})-(\d+)-[^.]*$/.exec(owner);
  if (match?.[1] !== host) return false;
  const pid = Number(match[2]);
  // This process wrote nothing before it began: it is that of one before, with the same number.
  if (pid === process.pid) return written < Date.now() - process.uptime() * 1000;
  try {
    process.kill(pid, 0); // asks only
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** The name under which a writer that stops leaves what is there to whoever comes next. */
export function freeName(file: string, suffix: string): string {
  return `${file}.free-${randomUUID()}${suffix}`;
}
