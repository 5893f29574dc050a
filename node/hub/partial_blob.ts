// SPDX-License-Identifier: Apache-2.0

import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";

import { ModelFileError } from "../../wasm/js/base/errors.js";
import type { PartialFile } from "../../wasm/js/hub/download.js";
import { why } from "../files/folder.js";
import { makeRoom } from "../files/make_room.js";
import * as owned from "../files/owned_file.js";

const suffix = ".incomplete";

/**
 * A blob while it is downloaded, `<key>.<host>-<pid>-<random>.incomplete`, which one process writes
 * (owned_file.ts). Abandoned, it is another's to go on with. Renaming takes it, so that of two who want it
 * one gets it. Should its writer live after all, both write the same bytes to the same places, and what
 * is kept is judged by its hash.
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
    this.#touching = owned.touching(() => this.#file, folder.lease);
  }

  /** Goes on with the longest abandoned beginning, or begins. */
  static async open(blobs: string, key: string, lease: number): Promise<PartialBlob> {
    try {
      await mkdir(blobs, { recursive: true });
      const file = owned.ownedName(path.join(blobs, key), suffix);
      for (const { name } of await owned.abandoned(blobs, partialsOf(key, lease))) {
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
      const blob = path.join(this.#blobs, this.#key);
      await makeRoom(blob);
      await rename(this.#file, blob);
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw unwritable(this.#file, cause);
    }
  }

  /** Leaves what is there for whoever comes next; nothing where there is nothing. */
  async release(): Promise<void> {
    await this.#close().catch(() => undefined);
    const free = owned.freeName(path.join(this.#blobs, this.#key), suffix);
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
  await owned.removeAbandoned(blobs, partialsOf(key, lease));
}

/** huggingface_hub's own, `<key>.incomplete` or `<key>.<random>.incomplete`, are among them when they are old. */
function partialsOf(key: string, lease: number): { start: string; suffix: string; lease: number } {
  return { start: `${key}.`, suffix, lease };
}

async function* none(): AsyncGenerator<Uint8Array> {
  // An empty file has no chunks.
}

/** For the system's own error of a file or folder of the cache. */
export function unwritable(file: string, cause: unknown): ModelFileError {
  return new ModelFileError(
    `expected to write ${file}, found ${why(cause)}: the folder for downloads can be chosen ` +
      "(option cache_dir, or HF_HUB_CACHE)",
    { cause },
  );
}
