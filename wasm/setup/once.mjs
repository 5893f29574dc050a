// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { say } from "./log.mjs";

/**
 * Makes a folder that is either complete or absent, also when interrupted or when two checkouts make
 * it at once: `make` fills a temporary folder beside it, which is then renamed.
 *
 *     await makeOnce('/cache/libs/wasm-1f3a', async (folder) => compileInto(folder))
 */
export async function makeOnce(target, make) {
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return;
    const temporary = `${target}.part`;
    try {
      await rm(temporary, { recursive: true, force: true });
      await mkdir(temporary, { recursive: true });
      await make(temporary);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
  return target;
}

/** The locks that this process holds. */
const held = new Set();

/**
 * Holds a lock file with our process id; one whose process is gone counts as free. In a container a process
 * may have the number of the one that was killed before it.
 */
export async function withLock(path, run) {
  let told = false;
  for (;;) {
    try {
      const handle = await open(path, "wx");
      held.add(path);
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = Number(await readFile(path, "utf8").catch(() => ""));
    if (owner === process.pid ? !held.has(path) : owner && !isAlive(owner)) {
      await rm(path, { force: true });
      continue;
    }
    if (!told) say(`waiting for another set-up (process ${owner || "?"}, ${path})`);
    told = true;
    await sleep(500);
  }
  try {
    return await run();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
