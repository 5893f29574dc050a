// SPDX-License-Identifier: Apache-2.0

import { constants, createReadStream, openSync } from "node:fs";
import { stat } from "node:fs/promises";
import { Socket } from "node:net";
import { addAbortSignal } from "node:stream";
import type { Readable } from "node:stream";

import { IrregularFileError, kindOf, nonBlocking } from "./regular_file.js";

/**
 * The bytes of a text that the user named: of a file, or of what another program writes, as in
 * `--file <(zcat texts.gz)`. An abort ends the wait for either: a pipe is read by events, since a thread
 * that waits for one could not be called off (regular_file.ts). Rejects with the system's own error
 * where there is nothing.
 */
export async function openText(file: string, signal: AbortSignal): Promise<Readable> {
  const entry = await stat(file);
  if (entry.isDirectory() || entry.isSocket()) {
    throw new IrregularFileError(file, kindOf(entry));
  }
  if (!entry.isFIFO()) return addAbortSignal(signal, createReadStream(file));
  // Opened without waiting, it is readable once a writer has come.
  const fd = openSync(file, constants.O_RDONLY | nonBlocking);
  return addAbortSignal(signal, new Socket({ fd, readable: true, writable: false }));
}
