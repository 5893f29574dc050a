// SPDX-License-Identifier: Apache-2.0

import { lstat, rmdir } from "node:fs/promises";

import { ModelFileError } from "../../wasm/js/base/errors.js";

/**
 * Removes an empty folder from the place of one of our own files, which no file could be renamed to.
 * What is in another one is somebody's: a ModelFileError names it.
 */
export async function makeRoom(file: string): Promise<void> {
  const entry = await lstat(file).catch(() => undefined);
  if (entry?.isDirectory() !== true) return;
  await rmdir(file).catch((cause: unknown) => {
    throw new ModelFileError(
      `expected to write ${file}, found a folder in its place that is not empty: remove it`,
      { cause },
    );
  });
}
