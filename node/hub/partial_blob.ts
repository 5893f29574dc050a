// SPDX-License-Identifier: Apache-2.0

import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

import { ModelFileError } from "../../wasm/js/base/errors.js";
import type { PartialFile } from "../../wasm/js/hub/download.js";
import { why } from "../files/folder.js";

/** Milliseconds without a sign of life, after which a partial file is nobody's. */
export const defaultLease = 30_000;

const suffix = ".incomplete";

/** This machine, as a file name has it. */
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/**
 * A blob while it is downloaded, `<key>.<host>-<pid>-<random>.incomplete`: one process writes it, and
 * touches it while it waits. Left by a process that ended, it is another's to go on with: at once where
 * that process ran on this machine and is gone or let it go, else when it was not touched for the lease.
 * Renaming takes it, so that of two who want it one gets it. Should its writer live after all, both
 * write the same bytes to the same places, and what is kept is judged by its hash.
 */
export class PartialBlob implements PartialFile {
  readonly #blobs: string;
  readonly #key: string;
  #file: string;
  readonly #handle: FileHandle;
  readonly #touching: NodeJS.Timeout;
  #size: number;

  private constructor(
    folder: { blobs: string; key: string; lease: number },
    file: string,
    handle: FileHandle,
    size: number,
  ) {
    this.#blobs = folder.blobs;
    this.#key = folder.key;
    this.#file = file;
    this.#handle = handle;
    this.#size = size;
    this.#touching = setInterval(() => {
      const now = new Date();
      void utimes(this.#file, now, now).catch(() => undefined);
    }, folder.lease / 4);
    this.#touching.unref();
  }

  /** Goes on with the longest abandoned beginning, or begins. */
  static async open(blobs: string, key: string, lease: number): Promise<PartialBlob> {
    try {
      await mkdir(blobs, { recursive: true });
      const file = path.join(blobs, `${key}.${host}-${process.pid}-${randomUUID()}${suffix}`);
      for (const { name } of await abandoned(blobs, key, lease)) {
        // Another process may be quicker.
        const isOurs = await rename(path.join(blobs, name), file).then(
          () => true,
          () => false,
        );
        if (isOurs) break;
      }
      const handle = await open(file, "r+").catch(() => open(file, "wx+"));
      const { size } = await handle.stat();
      return new PartialBlob({ blobs, key, lease }, file, handle, size);
    } catch (cause) {
      throw unwritable(blobs, cause);
    }
  }

  get size(): number {
    return this.#size;
  }

  content(): AsyncIterable<Uint8Array> {
    return this.#size === 0
      ? none()
      : createReadStream(this.#file, { end: this.#size - 1, highWaterMark: 2 ** 20 });
  }

  async append(bytes: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < bytes.length;) {
        const length = bytes.length - at;
        const { bytesWritten } = await this.#handle.write(bytes, at, length, this.#size);
        at += bytesWritten;
        this.#size += bytesWritten;
      }
    } catch (cause) {
      throw unwritable(this.#file, cause);
    }
  }

  async clear(): Promise<void> {
    this.#size = 0;
    await this.#handle.truncate(0);
  }

  /** Makes it the blob. False where another process took it meanwhile. */
  async finish(): Promise<boolean> {
    try {
      await this.#handle.sync();
      await this.#close();
      await rename(this.#file, path.join(this.#blobs, this.#key));
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw unwritable(this.#file, cause);
    }
  }

  /** Leaves what is there for whoever comes next; nothing where there is nothing. */
  async release(): Promise<void> {
    await this.#close().catch(() => undefined);
    const free = path.join(this.#blobs, `${this.#key}.free-${randomUUID()}${suffix}`);
    const done = this.#size === 0 ? rm(this.#file, { force: true }) : rename(this.#file, free);
    await done.catch(() => undefined);
  }

  async #close(): Promise<void> {
    clearInterval(this.#touching);
    await this.#handle.close();
  }
}

/** Removes beginnings that nobody goes on with, once the blob is there. */
export async function removeAbandoned(blobs: string, key: string, lease: number): Promise<void> {
  for (const { name } of await abandoned(blobs, key, lease)) {
    await rm(path.join(blobs, name), { force: true }).catch(() => undefined);
  }
}

/** The longest first. huggingface_hub's own, `<key>.incomplete`, are among them when they are old. */
async function abandoned(
  blobs: string,
  key: string,
  lease: number,
): Promise<{ name: string; size: number }[]> {
  const names = await readdir(blobs).catch(() => []);
  const found: { name: string; size: number }[] = [];
  for (const name of names) {
    if (!name.startsWith(`${key}.`) || !name.endsWith(suffix)) continue;
    const entry = await stat(path.join(blobs, name)).catch(() => undefined);
    if (entry === undefined || !entry.isFile()) continue;
    const owner = name.slice(key.length + 1, -suffix.length);
    const isOld = Date.now() - entry.mtimeMs > lease;
    if (isOld || owner.startsWith("free-") || isDead(owner)) found.push({ name, size: entry.size });
  }
  return found.sort((a, b) => b.size - a.size);
}

/** Whether it was a process of this machine that is no more. */
function isDead(owner: string): boolean {
  const match = /^([0-9a-f]{8})-(\d+)-/.exec(owner);
  if (match?.[1] !== host) return false;
  try {
    process.kill(Number(match[2]), 0); // asks only
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

async function* none(): AsyncGenerator<Uint8Array> {
  // An empty file has no chunks.
}

function unwritable(file: string, cause: unknown): ModelFileError {
  return new ModelFileError(
    `expected to write ${file}, found ${why(cause)}: the folder for downloads can be chosen ` +
      "(option cache_dir, or HF_HUB_CACHE)",
    { cause },
  );
}
