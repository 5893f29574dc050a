// SPDX-License-Identifier: Apache-2.0

import { open, rename, rm } from "node:fs/promises";

import type { WritableFile } from "../../wasm/js/weights/convert_checkpoint.js";

/**
 * Writes a file that is there in full or not at all: under another name beside it, which becomes
 * the file's own once `body` is done, and is removed where it fails.
 */
export async function writeWhole(
  file: string,
  body: (output: WritableFile) => Promise<void>,
): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  const handle = await open(partial, "wx");
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
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
