// SPDX-License-Identifier: Apache-2.0

import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** macOS: the file is opened with flock()'s exclusive lock on it, which lasts until it is closed. */
const O_EXLOCK = 0x20;

/** Milliseconds between two tries. */
const interval = 50;

type Release = () => Promise<void>;

/**
 * Does something while no other process, huggingface_hub's included, links to one of the shared blobs or
 * collects it. That is flock() of `<payload>.lock`, for which Node has no call: on macOS open() takes the
 * lock, elsewhere the program `flock` holds it, until its input ends, which it also does when this process
 * is killed. Undefined, and nothing done, where there is neither.
 */
export async function withSharedBlobLock<T>(
  payload: string,
  signal: AbortSignal,
  action: () => Promise<T>,
): Promise<T | undefined> {
  const file = `${payload}.lock`;
  const isMade = await makeLockFile(file).then(
    () => true,
    () => false,
  );
  if (!isMade) return undefined;
  const release =
    process.platform === "darwin" ? await lockByOpening(file, signal) : await lockBy(file, signal);
  if (release === undefined) return undefined;
  try {
    return await action();
  } finally {
    await release();
  }
}

/** As huggingface_hub makes it: no link is followed, and whoever may use the cache may lock it. */
async function makeLockFile(file: string): Promise<void> {
  const { O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const handle = await open(file, O_CREAT | O_WRONLY | O_NOFOLLOW, 0o666);
  try {
    if (!(await handle.stat()).isFile()) throw new Error(`expected a file, found ${file}`);
    await handle.chmod(0o666).catch(() => undefined);
  } finally {
    await handle.close();
  }
}

async function lockByOpening(file: string, signal: AbortSignal): Promise<Release | undefined> {
  for (;;) {
    try {
      const handle = await open(file, constants.O_WRONLY | constants.O_NONBLOCK | O_EXLOCK);
      return () => handle.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return undefined;
    }
    await sleep(interval, undefined, { signal });
  }
}

/** `cat` answers once it runs, which is when the lock is held. */
async function lockBy(file: string, signal: AbortSignal): Promise<Release | undefined> {
  const child = spawn("flock", ["-x", file, "cat"], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => {
    child.on("error", () => {
      resolve();
    });
    child.on("close", () => {
      resolve();
    });
  });
  const stop = (): void => {
    child.kill();
    child.stdin.end();
  };
  child.stdin.on("error", () => undefined); // it ended, which "close" says
  signal.addEventListener("abort", stop, { once: true });
  try {
    const answered = new Promise<boolean>((resolve) => {
      child.stdout.once("data", () => {
        resolve(true);
      });
      void ended.then(() => {
        resolve(false);
      });
    });
    child.stdin.write("\n");
    const isHeld = await answered;
    signal.throwIfAborted();
    if (!isHeld) return undefined;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  return () => {
    child.stdin.end();
    return ended;
  };
}
