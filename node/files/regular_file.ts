// SPDX-License-Identifier: Apache-2.0
//
// Files that are read to their end have to have one. Opening a named pipe waits for a writer, reading a
// terminal waits for a user, and neither can be called off: a thread of Node's waits, and the process
// with it, even in process.exit(). So only regular files are opened:
//
//     await openRegular("/tmp/pipe") // IrregularFileError: expected a file at /tmp/pipe, found a named pipe

import { constants } from "node:fs";
import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

/** What is no regular file, by what it is. */
export class IrregularFileError extends Error {
  override readonly name = "IrregularFileError";
  /** As the system's own errors have one. */
  readonly code = "EIRREGULAR";
  /** "a named pipe" */
  readonly kind: string;

  constructor(file: string, kind: string) {
    super(`expected a file at ${file}, found ${kind}`);
    this.kind = kind;
  }
}

/**
 * Opens a file to read it. Rejects with an IrregularFileError for anything but a regular one, which is not
 * opened: opening alone may do something to a device. A pipe that takes the place of the file meanwhile is
 * opened without waiting, and closed.
 */
export async function openRegular(file: string): Promise<FileHandle> {
  refuseIrregular(file, await stat(file));
  const handle = await open(file, constants.O_RDONLY | nonBlocking);
  try {
    refuseIrregular(file, await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Windows has no such flag. */
export const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** The text of a regular file of at most so many bytes; undefined for any other, and where there is none. */
export async function readSmall(file: string, mostBytes = 2 ** 20): Promise<string | undefined> {
  const handle = await openRegular(file).catch(() => undefined);
  try {
    const size = (await handle?.stat())?.size ?? Infinity;
    return size > mostBytes ? undefined : await handle?.readFile("utf8");
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

/** What something in a folder is, with its article. */
export function kindOf(entry: Stats): string {
  if (entry.isFile()) return "a file";
  if (entry.isDirectory()) return "a folder";
  if (entry.isFIFO()) return "a named pipe";
  return entry.isSocket() ? "a socket" : "a device";
}

function refuseIrregular(file: string, entry: Stats): void {
  if (!entry.isFile()) throw new IrregularFileError(file, kindOf(entry));
}
