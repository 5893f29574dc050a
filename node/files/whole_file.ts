// SPDX-License-Identifier: Apache-2.0

import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

import type { WritableFile } from "../../wasm/js/weights/convert_checkpoint.js";
import { defaultLease, ownedName, removeAbandoned, touching } from "./owned_file.js";

const suffix = ".partial";

/**
 * Writes a file that is there in full or not at all: under another name beside it, which becomes
 * the file's own once `body` is done, and is removed where it fails. What a process left that was
 * killed over the same file is removed, too.
 */
export async function writeWhole(
  file: string,
  body: (output: WritableFile) => Promise<void>,
): Promise<void> {
  await removePartials(path.dirname(file), `${path.basename(file)}.`);
  const partial = ownedName(file, suffix);
  const handle = await open(partial, "wx");
  const timer = touching(() => partial, defaultLease);
  try {
    try {
      await body({
        write: async (offset, bytes) => {
          for (let at = 0; at < bytes.length;) {
            const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, offset + at);
            at += bytesWritten;
          }
        },
      });
      await handle.sync();
    } finally {
      clearInterval(timer);
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Removes what killed processes left of the files whose names begin so. */
export async function removePartials(folder: string, start: string): Promise<void> {
  await removeAbandoned(folder, { start, suffix, lease: defaultLease });
}
